"""The structure of a RUN: which commands there are, where they run, what is known after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.asking import ABSENT, UNKNOWN

if TYPE_CHECKING:
    from tests.model.asking import Predict

SLIM = "FROM python:3.11-slim\n"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("apt-get install -y sudo && sudo -E pip install a", ["apt-get", "pip"]),
        ("apt-get install -y sudo && sudo -u app pip install a", ["apt-get", "pip"]),
        ("sudo -E pip install a", ["sudo"]),
        ("env A=1 B=2 pip install a", ["pip"]),
        ("/usr/bin/env python3 -m pip install a", ["python3"]),
        ("DEBIAN_FRONTEND=noninteractive apt-get install -y git", ["apt-get"]),
        ("time pip install a", ["pip"]),
        ("timeout -k 5 300 pip install a", ["pip"]),
        ("nice -n 10 pip install a", ["pip"]),
        ("exec pip install a", ["pip"]),
        ("command pip install a", ["pip"]),
        ("command -v pip", ["command"]),
        ("bash -c 'pip install a'", ["bash", "pip"]),
        ("bash -euxo pipefail -c 'pip install a'", ["bash", "pip"]),
        ("sh -c 'sh -c \"pip install a\"'", ["sh", "sh", "pip"]),
        ("bash install.sh", ["bash"]),
        ("echo $(pip freeze)", ["pip", "echo"]),
        ("for p in a b; do pip install $p; done", ["pip", "pip"]),
        ("f() { pip install a; }; f", ["f", "pip"]),
        ("{ pip install a; } && (uv sync)", ["pip", "uv"]),
    ],
)
def test_programs_are_found_behind_wrappers_and_inside_shells(predicted: Predict, line: str, names: list[str]) -> None:
    assert [command.name for command in predicted(f"{SLIM}RUN {line}\n").commands] == names


def test_the_exec_form_starts_no_shell(predicted: Predict) -> None:
    prediction = predicted(SLIM + 'RUN ["pip", "install", "$X", "torch==2.4.1"]\n')
    assert prediction.named("pip").values == ("install", "$X", "torch==2.4.1")
    assert prediction.named("pip").fatal


def test_an_exec_form_that_starts_a_shell_has_its_script_followed(predicted: Predict) -> None:
    prediction = predicted(SLIM + 'RUN ["/bin/bash", "-c", "python -m venv /v; /v/bin/pip install torch"]\n')
    assert prediction.install.environment is not None
    assert prediction.install.environment.prefix == "/v"
    assert [command.fatal for command in prediction.commands] == [True, False, True]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ('bash -c "pip install $WHAT"', ("install", "six==1.16.0")),
        ('bash -c "cd ${WHERE} && pip install -r $WHERE/list.txt"', ("install", "-r", "/srv/list.txt")),
        ("bash -c 'cd /x && '\"pip install $WHAT\"", ("install", "six==1.16.0")),
        ('X=a bash -c "pip install $WHAT"', ("install", "six==1.16.0")),
        ('sh -c "pip install $WHAT && WHATEVER=b touch c"', ("install", "six==1.16.0")),
    ],
)
def test_the_outer_shell_replaces_variables_in_the_script_of_the_inner_one(
    predicted: Predict, line: str, values: tuple[str, ...]
) -> None:
    prediction = predicted(f"{SLIM}ARG WHAT=six==1.16.0\nENV WHERE=/srv\nRUN {line}\n")
    assert prediction.named("pip").values == values
    assert prediction.commands[-1].at.source.text[slice(*prediction.named("pip").at.span)].startswith("pip install ")


@pytest.mark.parametrize(
    "line",
    [
        # What another value, or another reading, would be behind it.
        'bash -c "WHAT=other; pip install $WHAT"',
        'bash -c "for WHAT in a b; do pip install $WHAT; done"',
        'WHAT=other bash -c "pip install $WHAT"',
        "bash -c \"pip install '$WHAT'\"",
        "bash -c 'pip install '\"$WHAT\"s",
        'bash -c "export PATH=/v/bin:$PATH && pip install $WHAT"',
        'bash -c "pip install $NOWHERE"',
        'bash -c "pip install $SEVERAL"',
        'bash -c "pip install ${WHAT:-flask}"',
        'bash -c "pip install $(cat list) $WHAT"',
        'bash -c "pip install \\"$WHAT\\""',
    ],
)
def test_a_script_that_the_outer_shell_may_change_otherwise_stays_unread(predicted: Predict, line: str) -> None:
    head = 'ARG WHAT=six==1.16.0\nENV SEVERAL="a b"\nARG NOWHERE\n'
    prediction = predicted(f"{SLIM}{head}RUN {line}\n")
    assert [command.name for command in prediction.commands if command.name in ("pip", "bash")] == ["bash"]
    assert prediction.there("/anything") == UNKNOWN


def test_a_heredoc_is_a_script_whose_last_command_decides(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN <<EOF\npip install a\npip install b\nEOF\n")
    assert [one.stops_build for one in prediction.installs] == [False, True]


def test_a_heredoc_for_another_interpreter_is_no_shell_script(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n")
    assert prediction.commands == ()
    assert prediction.there("/anything") == UNKNOWN


def test_cd_lasts_until_the_run_ends(predicted: Predict) -> None:
    prediction = predicted(
        SLIM + "WORKDIR /app\nRUN cd sub && touch a\nRUN touch b\nRUN (cd other && touch c); touch d\n"
    )
    assert [prediction.there(path) for path in ("/app/sub/a", "/app/b", "/app/other/c", "/app/d")] == ["file"] * 4


def test_pushd_and_popd_move_too(predicted: Predict) -> None:
    prediction = predicted(SLIM + 'SHELL ["bash", "-c"]\nRUN pushd /src && touch a && popd && touch b\n')
    assert prediction.there("/src/a") == "file"
    assert prediction.there("/b") == UNKNOWN


def test_a_folder_that_only_one_branch_enters_is_unknown_after_it(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN if [ -d /x ]; then cd /x; fi; touch a\n")
    assert prediction.named("touch").cwd is None
    assert prediction.there("/a") == UNKNOWN


def test_what_one_branch_makes_may_be_there(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN if [ -e /x ]; then touch /a; else touch /b; fi; touch /c\n")
    assert [prediction.there(path) for path in ("/a", "/b", "/c", "/d")] == [UNKNOWN, UNKNOWN, "file", ABSENT]


def test_what_every_branch_makes_is_there(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN case $1 in a) touch /a;; *) mkdir /a;; esac\n")
    assert prediction.there("/a") == "there"


def test_a_branch_that_gives_up_has_no_say(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN if [ ! -e /x ]; then rm -rf /usr/local/bin/python; exit 1; fi; touch /c\n")
    assert prediction.starts("python") == "python of /usr/local"
    assert prediction.named("touch").certain


def test_after_a_branch_that_ends_well_nothing_is_certain(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN if [ -e /x ]; then exit 0; fi; pip install a\n")
    assert not prediction.install.stops_build
    assert prediction.environment("/usr/local").has("a") is None


def test_nothing_runs_behind_exit(predicted: Predict) -> None:
    assert [one.name for one in predicted(SLIM + "RUN pip freeze; exit 0; pip install a\n").commands] == ["pip", "exit"]


@pytest.mark.parametrize("test", ["[ -f /x ]", "test -f /x", "[[ -f /x ]]", "command -v y", "grep -q a /b", "! id app"])
def test_what_follows_a_test_is_not_certain(predicted: Predict, test: str) -> None:
    prediction = predicted(f"{SLIM}RUN set -e; {test} && pip install torch==9; echo done\n")
    assert not prediction.install.stops_build
    assert prediction.environment("/usr/local").has("torch") is None


def test_what_follows_an_action_is_certain(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN set -e; apt-get update && pip install torch==9; echo done\n")
    assert prediction.install.stops_build


@pytest.mark.parametrize(
    ("script", "certain"),
    [
        ("pip install a", True),
        ("apt-get update && pip install a", True),
        ("foo || pip install a", False),
        ("foo || exit 1; pip install a", True),
        ("if foo; then pip install a; fi", False),
        ("while foo; do pip install a; done", False),
        ("case $X in y) pip install a;; esac", False),
        ("for x in 1 2; do :; done; pip install a", True),
        ("for x in $(ls); do pip install a; done", False),
        ("f() { return 0; }; f; pip install a", True),
        ("pip install a & wait", True),
    ],
)
def test_certain_is_what_surely_runs(predicted: Predict, script: str, certain: bool) -> None:
    assert predicted(f"{SLIM}RUN {script}\n").install.command.certain is certain


def test_a_rescued_failure_leaves_both_outcomes(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN touch /a || touch /b\n")
    assert [prediction.there(path) for path in ("/a", "/b", "/c")] == [UNKNOWN, UNKNOWN, ABSENT]


def test_a_for_list_with_known_items_is_unrolled(predicted: Predict) -> None:
    prediction = predicted(SLIM + "ENV LIST='x y'\nRUN for d in a $LIST; do mkdir /$d; done\n")
    assert [prediction.there(path) for path in ("/a", "/x", "/y", "/z")] == ["dir", "dir", "dir", ABSENT]


def test_a_long_or_unknown_list_is_followed_once(predicted: Predict) -> None:
    prediction = predicted(SLIM + f"RUN for d in {' '.join(map(str, range(17)))}; do mkdir /d$d; touch /same; done\n")
    assert prediction.there("/d3") == UNKNOWN
    assert prediction.there("/same") == UNKNOWN


def test_a_loop_that_may_be_left_is_not_unrolled(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN for i in 1 2 3; do pip install torch && break; sleep 1; done\n")
    assert not prediction.install.stops_build
    assert prediction.environment("/usr/local").has("torch") is None


def test_a_variable_set_in_a_loop_is_unknown_from_its_start(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN x=a; while foo; do touch /$x; x=b; done\n")
    assert prediction.named("touch").values == (None,)


def test_exported_path_lasts_until_the_run_ends(predicted: Predict) -> None:
    text = SLIM + "RUN python -m venv /v && export PATH=/v/bin:$PATH && pip install a\nRUN pip install b\n"
    prefixes = [one.environment.prefix for one in predicted(text).installs if one.environment is not None]
    assert prefixes == ["/v", "/usr/local"]


@pytest.mark.parametrize(
    "shell",
    [
        'SHELL ["/bin/bash", "-lc"]\n',
        'SHELL ["/bin/bash", "--login", "-c"]\n',
        'ENV BASH_ENV=/x\nSHELL ["bash", "-c"]\n',
    ],
)
def test_a_shell_that_reads_other_files_may_have_another_path(predicted: Predict, shell: str) -> None:
    prediction = predicted(f"{SLIM}{shell}RUN pip install torch\n")
    assert prediction.install.environment is None
    assert prediction.install.interpreter is None


def test_a_shell_that_is_none_runs_anything(predicted: Predict) -> None:
    prediction = predicted(SLIM + 'SHELL ["conda", "run", "-n", "x"]\nRUN pip install torch\n')
    assert prediction.installs == ()
    assert prediction.environment("/usr/local").has("torch") is None


def test_options_of_shell_count(predicted: Predict) -> None:
    text = SLIM + 'SHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN pip install a | tee log; echo done\n'
    assert predicted(text).install.stops_build


def test_sudo_has_a_path_of_its_own(predicted: Predict) -> None:
    text = "FROM ubuntu:22.04\nRUN apt-get install -y sudo python3-pip python3-venv && python3 -m venv /v\n"
    assert predicted(text + "RUN sudo pip3 install a\n").install.environment is not None
    assert predicted(text + "ENV PATH=/v/bin:$PATH\nRUN sudo pip3 install a\n").install.environment is None


@pytest.mark.parametrize(
    ("base", "there"),
    [
        ("ubuntu:24.04", False),
        ("ubuntu", False),
        ("ubuntu:14.04", None),
        ("ubuntu:12.04", None),
        ("debian:12", False),
        ("alpine:3.22", False),
        ("python:3.12", False),
        ("nvidia/cuda:12.6.3-base-ubuntu24.04", False),
        ("nvidia/cuda:12.6.3-base-rockylinux9", None),
        ("pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime", None),
    ],
)
def test_images_of_distributions_lack_sudo(predicted: Predict, base: str, there: bool | None) -> None:
    assert predicted(f"FROM {base}\n").final.which("sudo") is there


def test_redirects_of_groups_make_files_too(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN { echo '[global]'; echo 'index-url = x'; } > /etc/pip.conf\nRUN pip install a\n")
    assert prediction.there("/etc/pip.conf") == "file"
    assert prediction.install.indexes is None


def test_a_redirect_to_somewhere_may_make_anything(predicted: Predict) -> None:
    assert predicted(SLIM + "ARG F\nRUN echo a > $F\n").there("/etc/pip.conf") == UNKNOWN


def test_an_unquoted_variable_becomes_several_words(predicted: Predict) -> None:
    prediction = predicted(SLIM + 'ENV P="torch numpy" NONE=""\nRUN pip install $P $NONE "$P"\n')
    assert prediction.named("pip").values == ("install", "torch", "numpy", "torch numpy")


def test_what_is_read_from_elsewhere_is_unknown(predicted: Predict) -> None:
    assert predicted(SLIM + "RUN x=1; read x; touch /$x\n").named("touch").values == (None,)


@pytest.mark.parametrize(
    "tool", ["xargs pip install < r.txt", "make deps", "find . -name r.txt -exec pip install -r {} +"]
)
def test_a_program_that_may_run_pip_makes_packages_unknown(predicted: Predict, tool: str) -> None:
    assert predicted(f"{SLIM}RUN {tool}\n").environment("/usr/local").complete is False


def test_scripts_nested_without_end_are_given_up(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN f() { f; }; f\n")
    assert prediction.there("/x") == UNKNOWN


@pytest.mark.parametrize(("shell", "values"), [("sh", ["git"]), ("dash", ["git"]), ("bash", [])])
def test_what_is_assigned_before_a_special_builtin_stays_but_not_in_bash(
    predicted: Predict, shell: str, values: list[str]
) -> None:
    """As dash and busybox do it, bash only when it is called sh."""
    prediction = predicted(f'{SLIM}SHELL ["{shell}", "-c"]\nRUN LIST=git set -x && touch $LIST\n')
    assert list(prediction.named("touch").values) == values


def test_what_is_assigned_before_a_program_ends_with_it(predicted: Predict) -> None:
    prediction = predicted(SLIM + "RUN LIST=git true && touch $LIST\n")
    assert list(prediction.named("touch").values) == []
