"""What each instruction does to a snapshot: variables, folders, users, copies, mounts, triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN
from torchlint.model.snapshot import named

if TYPE_CHECKING:
    from tests.model.asking import Predict

D = "FROM debian:12\n"


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("ENV X=1", "1"),
        ("ENV X 1 2", "1 2"),
        ("ENV A=1\nENV X=$A$A", "11"),
        ("ENV A=1\nENV A=2 X=$A", "1"),
        ("ENV X=${A:-d}", "d"),
        ("ENV X=$A", ""),
        ("ENV X='$A'", "$A"),
        ("ARG A=1\nENV X=$A", "1"),
        ("ARG A\nENV X=$A", None),
        ("ARG A\nENV X=${A:-d}", None),
        ("ARG A=1\nENV A=2\nENV X=$A", "2"),
        ("ENV A=2\nARG A=1\nENV X=$A", "1"),
        ("ENV A=2\nARG A\nENV X=$A", "2"),
        ("ARG A=1\nARG A\nENV X=$A", "1"),
        ("ARG TARGETARCH\nENV X=$TARGETARCH", "amd64"),
        ("ARG BUILDPLATFORM TARGETVARIANT\nENV X=$BUILDPLATFORM$TARGETVARIANT", "linux/amd64"),
        ("ENV X=$TARGETARCH", ""),
    ],
)
def test_env_sees_what_was_declared_before(predicted: Predict, lines: str, value: str | None) -> None:
    assert predicted(f"{D}{lines}\n").value("X") == value


@pytest.mark.parametrize(
    ("platform", "values"),
    [
        (None, "linux/amd64 linux amd64 "),
        ("linux/x86_64", "linux/amd64 linux amd64 "),
        ("linux/arm64/v8", "linux/arm64 linux arm64 "),
        ("linux/aarch64", "linux/arm64 linux arm64 "),
        ("linux/arm/v6", "linux/arm/v6 linux arm v6"),
        ("linux/arm", "linux/arm/v7 linux arm v7"),
    ],
)
def test_the_builder_says_which_platform_it_is(predicted: Predict, platform: str | None, values: str) -> None:
    """Also above the first FROM and in it, where no ARG is needed."""
    names = ("PLATFORM", "OS", "ARCH", "VARIANT")
    inside = f"{D}ARG {' '.join(f'TARGET{name}' for name in names)}\n"
    inside += f'ENV X="{" ".join(f"$TARGET{name}" for name in names)}"\n'
    assert predicted(inside, platform=platform).value("X") == values
    arch = values.split(" ")[2]
    for above in ("", "ARG TARGETARCH\n"):
        stages = f"{above}FROM debian:12 AS on-{arch}\nENV X=1\nFROM debian:11 AS on-s390x\nFROM on-${{TARGETARCH}}\n"
        prediction = predicted(stages, platform=platform)
        assert (prediction.value("X"), prediction.build.unknowns) == ("1", ())
    assert (
        predicted(
            "ARG TARGETARCH\nFROM debian:12 AS on-x\nENV X=1\nFROM on-$TARGETARCH\n", build_args={"TARGETARCH": "x"}
        ).value("X")
        == "1"
    )


def test_what_mends_a_base_that_has_no_value(predicted: Predict) -> None:
    (unknown,) = predicted("ARG BASE\nFROM $BASE\n").build.unknowns
    assert unknown.message.endswith("say it with --build-arg BASE=VALUE")
    (unknown,) = predicted("FROM $BASE\nARG BASE\n").build.unknowns
    assert unknown.message.endswith("declare it with ARG above the first FROM")


def test_env_of_an_unknown_base_may_set_anything(predicted: Predict) -> None:
    assert predicted("FROM corp/base\nENV X=$A\n").value("X") is None


def test_an_argument_before_from_needs_declaring_again(predicted: Predict) -> None:
    assert predicted(f"ARG A=1\n{D}ENV X=$A\n").value("X") == ""
    assert predicted(f"ARG A=1\n{D}ARG A\nENV X=$A\n").value("X") == "1"
    assert predicted(f"ARG A=1\n{D}ARG A=2\nENV X=$A\n").value("X") == "2"


def test_arguments_and_env_reach_the_stages_that_build_on_theirs(predicted: Predict) -> None:
    """Dockerfile reference, "Scope": an ARG declared in a stage is inherited by the stages based on it."""
    stages = "FROM debian:12 AS a\nARG A=1\nENV B=2\nFROM {}\nENV X=$A$B\n"
    assert predicted(stages.format("a")).value("X") == "12"
    assert predicted(stages.format("debian:12")).value("X") == ""


def test_of_an_argument_and_env_of_one_name_the_later_counts(predicted: Predict) -> None:
    """As BuildKit has it since 2019, also where the base image set the ENV; a container sees the ENV alone."""
    prediction = predicted("FROM python:3.12-slim\nENV A=1\nARG A=2\nARG LANG=x\nENV X=$A$LANG\n")
    assert prediction.value("X") == "2x"
    assert prediction.value("A") == "1"
    assert prediction.value("LANG") == "C.UTF-8"


def test_a_build_argument_of_the_configuration_counts(predicted: Predict) -> None:
    prediction = predicted(f"{D}ARG A=1\nENV X=$A\n", build_args={"A": "9"})
    assert prediction.value("X") == "9"
    assert not prediction.final.args["A"].overridable


@pytest.mark.parametrize(
    ("lines", "folder"),
    [
        ("", "/"),
        ("WORKDIR /a", "/a"),
        ("WORKDIR /a\nWORKDIR b/c", "/a/b/c"),
        ("WORKDIR a\nWORKDIR ..", "/"),
        ("ENV D=/x\nWORKDIR $D/y", "/x/y"),
        ("ARG D\nWORKDIR $D", None),
        ("ARG D\nWORKDIR $D\nWORKDIR b", None),
        ("ARG D\nWORKDIR $D\nWORKDIR /b", "/b"),
    ],
)
def test_workdir_is_relative_to_the_one_before(predicted: Predict, lines: str, folder: str | None) -> None:
    assert predicted(f"{D}{lines}\n").final.workdir.value == folder


def test_the_workdir_of_an_unknown_base_has_no_name_but_keeps_what_is_copied_there(predicted: Predict) -> None:
    text = "FROM corp/base\nWORKDIR app\nCOPY r.txt .\nRUN pip install -r r.txt\n"
    found = predicted(text, {"r.txt": "torch==2.6.0\n"})
    folder = found.final.workdir.value
    assert folder is not None
    assert not named(folder)
    assert found.final.spelled(".venv") is None
    assert found.final.spelled("/opt/venv") == "/opt/venv"
    (install,) = found.build.installs()
    assert [one.requirement.name for one in install.requested] == ["torch"]


@pytest.mark.parametrize(
    ("lines", "home"), [("", "/root"), ("USER 0", "/root"), ("USER app", None), ("USER app\nENV HOME=/h", "/h")]
)
def test_home_follows_the_user(predicted: Predict, lines: str, home: str | None) -> None:
    prediction = predicted(f"{D}{lines}\nRUN touch ~/x\n")
    assert prediction.named("touch").values == ((None,) if home is None else (f"{home}/x",))


@pytest.mark.parametrize("base", ["pytorch/pytorch:2.4.1-cuda12.1-cudnn9-runtime", "nvcr.io/nvidia/pytorch:24.10-py3"])
@pytest.mark.parametrize("stage", ["", "RUN true\nFROM b AS c\n"])
def test_the_folder_that_an_image_begins_in_is_there(predicted: Predict, base: str, stage: str) -> None:
    text = f"FROM {base} AS b\n{stage}COPY list /workspace\nCOPY list /elsewhere\nRUN pip install -r /workspace/list\n"
    prediction = predicted(text, {"list": "einops==0.8.0\n"})
    assert [prediction.there(path) for path in ("/workspace/list", "/elsewhere/list")] == ["file", UNKNOWN]
    assert [one.requirement.name for one in prediction.install.requested] == ["einops"]


FILES = {"a.py": "", "b.py": "", "d/x": "", "d/e/y": "", "r.tar.gz": "", "with space": ""}


@pytest.mark.parametrize(
    ("line", "there", "absent"),
    [
        ("COPY a.py /app/", "/app/a.py", "/app/b.py"),
        ("COPY a.py /app/c.py", "/app/c.py", "/app/a.py"),
        ("COPY a.py .", "/w/a.py", "/a.py"),
        ("COPY a.py ./", "/w/a.py", "/a.py"),
        ("COPY a.py c", "/w/c", "/w/a.py"),
        ("COPY d /app", "/app/x", "/app/d"),
        ("COPY d/ /app/", "/app/e/y", "/app/d"),
        ("COPY . .", "/w/d/e/y", "/w/x"),
        ("COPY *.py /app/", "/app/b.py", "/app/d"),
        ("COPY a.py b.py /app/", "/app/b.py", "/app/x"),
        ('COPY ["with space", "/app/"]', "/app/with space", "/app/a.py"),
        ("COPY --chown=1:1 --link a.py /app/", "/app/a.py", "/app/b.py"),
        ("COPY <<EOF /app/new\nx\nEOF", "/app/new", "/app/a.py"),
        ("ENV F=a.py\nCOPY $F /app/", "/app/a.py", "/app/b.py"),
        ("ADD a.py /app/", "/app/a.py", "/app/b.py"),
    ],
)
def test_a_copy_brings_what_the_context_has(predicted: Predict, line: str, there: str, absent: str) -> None:
    prediction = predicted(f"{D}WORKDIR /w\n{line}\n", FILES)
    assert prediction.there(there) == "file"
    assert prediction.there(absent) == ABSENT


@pytest.mark.parametrize(
    "line",
    [
        "ADD r.tar.gz /app/",
        "ADD https://x.example/f.git /app/",
        "ADD git@x.example:f /app/",
        "COPY $X /app/",
        "COPY --parents d/x /app/",
        "COPY --exclude=*.py . /app/",
        "COPY --from=corp/image /x /app/",
        "COPY --from=$X /x /app/",
        "COPY a.py $X",
    ],
)
def test_a_copy_of_something_unknown_brings_anything(predicted: Predict, line: str) -> None:
    assert predicted(f"{D}ARG X\n{line}\n", FILES).there("/app/anything") == UNKNOWN


def test_what_dockerignore_leaves_out_does_not_come(predicted: Predict) -> None:
    prediction = predicted(f"{D}COPY . /app\n", {**FILES, ".dockerignore": "d\n"})
    assert [prediction.there(path) for path in ("/app/a.py", "/app/d/x")] == ["file", ABSENT]


def test_a_partial_context_proves_nothing(predicted: Predict) -> None:
    assert predicted(f"{D}COPY . /app\n", FILES, context="partial").there("/app/other") == UNKNOWN


BUILDER = (
    "FROM python:3.11-slim AS b\nRUN python -m venv /v && /v/bin/pip install torch==2.4.1\nRUN pip install numpy\n"
)


def test_a_venv_from_another_stage_comes_with_its_packages(predicted: Predict) -> None:
    prediction = predicted(f"{BUILDER}FROM python:3.11-slim\nCOPY --from=b /v /v\nENV PATH=/v/bin:$PATH\n")
    assert prediction.starts("python") == "python of /v"
    assert prediction.environment("/v").packages["torch"].version == "2.4.1"
    assert prediction.environment("/v").made_in is None
    assert "numpy" not in prediction.environment("/usr/local").packages


def test_a_venv_copied_to_another_place_remembers_where_it_was_made(predicted: Predict) -> None:
    prediction = predicted(f"{BUILDER}FROM python:3.11-slim\nCOPY --from=b /v /app/venv\n")
    assert prediction.environment("/app/venv").made_in == "/v"
    assert prediction.starts("/app/venv/bin/python") == "python of /app/venv"


@pytest.mark.parametrize(
    "line",
    [
        "COPY --from=b /usr/local /usr/local",
        "COPY --from=0 /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages",
        "COPY --from=b /usr/local/lib/python3.11/site-packages/ /usr/local/lib/python3.11/site-packages/",
        "COPY --from=b /usr/local/lib /usr/local/lib",
    ],
)
def test_site_packages_from_another_stage_come_with_what_is_in_them(predicted: Predict, line: str) -> None:
    prediction = predicted(f"{BUILDER}FROM python:3.11-slim\n{line}\n")
    assert "numpy" in prediction.environment("/usr/local").packages
    assert prediction.python() == "3.11"


@pytest.mark.parametrize(
    "line",
    [
        "COPY --from=b /usr/local/lib/python3.*/site-packages /usr/local/lib/python3.11/site-packages",
        "COPY --from=corp/image /usr/local /usr/local",
        "COPY libs /usr/local/lib/python3.11/site-packages",
    ],
)
def test_something_unknown_in_site_packages_makes_them_unknown(predicted: Predict, line: str) -> None:
    prediction = predicted(f"{BUILDER}FROM python:3.11-slim\n{line}\n", {"libs/x": ""})
    assert prediction.environment("/usr/local").has("numpy") is None


def test_site_packages_of_another_minor_are_not_seen(predicted: Predict) -> None:
    line = "COPY --from=b /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages"
    assert predicted(f"{BUILDER}FROM python:3.12-slim\n{line}\n").environment("/usr/local").packages == {}


def test_onbuild_runs_in_the_stage_that_builds_on_it(predicted: Predict) -> None:
    text = "FROM python:3.11-slim AS a\nONBUILD RUN pip install torch\nONBUILD ENV X=1\nFROM a\nRUN pip install numpy\n"
    prediction = predicted(text)
    assert prediction.build.stages[0].final.environments["/usr/local"].packages == {}
    assert set(prediction.environment("/usr/local").packages) == {"torch", "numpy"}
    assert prediction.value("X") == "1"


@pytest.mark.parametrize(
    ("mount", "during"),
    [
        ("type=bind,target=/m", "file"),
        ("type=bind,source=d,target=/m", ABSENT),
        ("type=tmpfs,target=/m", ABSENT),
        ("type=cache,target=/m", UNKNOWN),
        ("type=bind,from=corp/x,target=/m", UNKNOWN),
        ("target=/m", "file"),
    ],
)
def test_a_mount_is_seen_by_one_run_only(predicted: Predict, mount: str, during: str) -> None:
    prediction = predicted(f"{D}RUN --mount={mount} true\n", FILES)
    answer = prediction.commands[0].before.find("/m/a.py")
    assert (UNKNOWN if answer is None else "file" if answer else ABSENT) == during
    assert prediction.there("/m/a.py") == ABSENT


def test_stages_are_named_without_case_and_by_number(predicted: Predict) -> None:
    text = "FROM debian:12 AS Build\nRUN touch /x\nFROM debian:12\nCOPY --from={} /x /y\n"
    for name in ("build", "BUILD", "0"):
        assert predicted(text.format(name)).there("/y") == "file"
