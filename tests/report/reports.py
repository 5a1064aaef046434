"""Reports made by hand: what the formats are tried on. One name, one thing that a format must get right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from torchlint.check import Counts, Crash, Report
from torchlint.findings import Confidence, Finding, Fix, Outcome, Related, Safety, Severity, Suppression
from torchlint.model.build import Unknown
from torchlint.project.files import Failure
from torchlint.text import Edit, Place, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable


def source(text: str, path: str = "Dockerfile") -> Source:
    """A file with this text."""
    return Source.from_bytes(path, text.encode("utf-8", "surrogateescape"))


def at(where: Source, words: str, until: str = "") -> Place:
    """The first occurrence of `words`, to the end of `until` after it if given."""
    start = where.text.index(words.encode().decode("latin-1"))
    last = until.encode().decode("latin-1")
    end = where.text.index(last, start) + len(last) if until else start + len(words.encode())
    return Place(where, Span(start, end))


def finding(place: Place, message: str = "this is what breaks", **others: Any) -> Finding:
    """A finding with ordinary values where nothing else is said."""
    values: dict[str, Any] = {
        "rule": "some-rule",
        "family": "torch",
        "severity": Severity.ERROR,
        "confidence": Confidence.HIGH,
        "outcome": Outcome.BUILD,
        "message": message,
        "help": "",
        "at": place,
        "related": (),
        "stage": None,
        "fixes": (),
        "suppressed": None,
        "estimate_bytes": None,
        "fingerprint": "0123456789abcdef",
        "url": None,
    }
    return Finding(**{**values, **others})


def report(*findings: Finding, **others: Any) -> Report:
    """A report with these findings, of one Dockerfile and one requirements file."""
    values: dict[str, Any] = {
        "findings": findings,
        "unknowns": (),
        "failures": (),
        "crashed": (),
        "notes": (),
        "counts": Counts(1, 1, 0, 0),
        "builds": (),
    }
    return Report(**{**values, **others})


def _everything() -> Report:
    file = source(
        "FROM nvidia/cuda:11.8.0-devel-ubuntu22.04\n\n"
        "RUN pip install torch==2.6.0 && pip install flash-attn==2.7.4.post1 --no-build-isolation\n"
    )
    fix = Fix(
        "Build FROM nvidia/cuda:12.4.1-devel-ubuntu22.04",
        (Edit(file, at(file, "11.8.0").span, "12.4.1"),),
        Safety.UNSAFE,
    )
    return report(
        finding(
            at(file, "flash-attn==2.7.4.post1"),
            "flash-attn will be compiled by nvcc 11.8 for a torch built with CUDA 12.4",
            rule="extension-cuda-major",
            help="use a base image with CUDA 12.4, such as nvidia/cuda:12.4.1-devel-ubuntu22.04",
            related=(
                Related(at(file, "nvidia/cuda:11.8.0-devel-ubuntu22.04"), "nvcc 11.8 comes from here"),
                Related(at(file, "torch==2.6.0"), "its wheel carries CUDA 12.4"),
            ),
            fixes=(fix,),
            stage="0",
        )
    )


def _several_files() -> Report:
    file = source("FROM python:3.13-slim\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n")
    asked = source("flask\n" * 11 + "torch==2.1.0  # for the model\n", "api/requirements.txt")
    return report(
        finding(
            at(asked, "torch==2.1.0"),
            "torch 2.1.0 has no wheel for Python 3.13",
            rule="no-wheel-for-python",
            help="build FROM python:3.11-slim, or ask for torch 2.5 or newer",
            related=(
                Related(at(file, "python:3.13-slim"), "Python 3.13 comes from here"),
                Related(at(file, "pip install -r requirements.txt"), "installed here"),
            ),
        ),
        finding(
            at(file, "pip install"),
            "the download cache stays in the image",
            rule="pip-cache-kept",
            family="stage",
            severity=Severity.WARNING,
            outcome=Outcome.WASTE,
            estimate_bytes=2_430_000_000,
        ),
        finding(
            at(file, "python:3.13-slim"),
            "the tag is not pinned by digest",
            rule="no-digest",
            severity=Severity.INFO,
            outcome=Outcome.RISK,
            confidence=Confidence.LOW,
        ),
        counts=Counts(1, 1, 0, 2),
    )


def _many_lines() -> Report:
    file = source(
        "FROM debian\nRUN apt-get update && \\\n    apt-get install -y \\\n      gcc \\\n      git\nUSER root\n"
    )
    whole = at(file, "RUN apt", "git")
    return report(
        finding(whole),
        finding(
            at(file, "apt-get install -y", "git"),
            related=(Related(whole, "the whole instruction"), Related(at(file, "USER root"), "as root")),
        ),
    )


def _long_line() -> Report:
    packages = " ".join(f"package-number-{number}" for number in range(40))
    file = source(f"FROM python:3.11\nRUN pip install {packages} && rm -rf {'x' * 300} # end\n")
    return report(
        finding(at(file, "pip install"), "at the beginning"),
        finding(at(file, "package-number-20"), "in the middle"),
        finding(at(file, "# end"), "at the end"),
        finding(at(file, "x" * 300), "longer than the line may be"),
        finding(
            at(file, "package-number-3 "),
            "two places far apart",
            related=(Related(at(file, "package-number-35"), "the other place"),),
        ),
        finding(
            at(file, "package-number-12"),
            "two places close together",
            related=(Related(at(file, "package-number-14"), "the other place"),),
        ),
    )


def _letters() -> Report:
    file = source(
        '\ufeff# 模型\nLABEL a="größe" b="日本語テスト" c=x\n\tRUN\techo \t tab\nRUN echo e\u0301te\u0301 z\n'
        "RUN echo \x1b[31mred\x07 \u202egnp.exe end\n"
    )
    broken = Source("brok\\xffen", "RUN echo \xff\xfe torch\n")
    return report(
        finding(at(file, "模型"), "after a byte order mark, in wide letters"),
        finding(at(file, "größe"), "umlauts"),
        finding(at(file, "テスト"), "wide letters before it"),
        finding(at(file, "c=x"), "after wide letters"),
        finding(at(file, "echo \t tab"), "after tabs"),
        finding(at(file, "z\n"), "after accents that take no room; ends with its line"),
        finding(at(file, "end"), "control characters of the file\x1b[2J and of \u2028 the message\ncannot steer"),
        finding(at(broken, "torch"), "after bytes that are no UTF-8"),
    )


def _edges() -> Report:
    empty = source("", "empty/Dockerfile")
    blank = source("\n\n", "blank/Dockerfile")
    last = source("FROM python", "last/Dockerfile")
    crlf = source("FROM a\r\nRUN b\r\n", "crlf/Dockerfile")
    return report(
        finding(Place(empty, Span(0, 0)), "an empty file"),
        finding(Place(blank, Span(1, 1)), "an empty line"),
        finding(Place(last, Span(11, 11)), "the end of a file without a last end of line"),
        finding(at(crlf, "FROM a", "\n"), "a line with its CR and LF"),
    )


def _same_line() -> Report:
    file = source("COPY --from=build /venv /opt # note\n")
    return report(
        finding(at(file, "# note"), "two places", related=(Related(at(file, "/opt"), "not the target"),)),
        finding(
            at(file, "--from=build"),
            "the words come last",
            related=(Related(at(file, "# note"), "taken for sources"),),
        ),
        finding(
            at(file, "/venv /opt"),
            "places that overlap",
            related=(Related(at(file, "/opt"), "a source"), Related(at(file, "/venv"), "a source, too")),
        ),
    )


def _sentences() -> Report:
    file = source('FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\nRUN true\nCMD ["python", "model.py"]\n')
    base = at(file, "nvidia/cuda:12.4.1-runtime-ubuntu22.04")
    why = "neither this image nor a step of this stage brings python, and nothing is copied from a stage that has one"
    return report(
        finding(
            at(file, '"python"'),
            "python is in none of the folders of PATH, so the container ends at once with an error that names it",
            rule="program-missing",
            outcome=Outcome.START,
            help="install Python in this stage (apt-get install -y --no-install-recommends python3), or begin from "
            "an image that has one, such as python:3.12-slim",
            related=(Related(base, why), Related(at(file, "true"), why)),
        ),
        unknowns=(Unknown("the interpreter of this image was not checked: " + why, base),),
    )


def _suppressed() -> Report:
    file = source("FROM python\n")
    return report(
        finding(at(file, "python"), "untagged", suppressed=Suppression("inSource", "pinned by the registry")),
        finding(at(file, "FROM"), "no reason given", suppressed=Suppression("inSource", "")),
        counts=Counts(1, 0, 0, 2),
    )


def _unknowns() -> Report:
    file = source("FROM registry.example.com/ml-base:3\nRUN pip install torch\n")
    return report(
        unknowns=(
            Unknown(
                "base registry.example.com/ml-base:3 is unknown: interpreter, packages and start were not checked; "
                "describe it under [tool.torchlint.bases]",
                at(file, "registry.example.com/ml-base:3"),
            ),
            Unknown("the context is partial: no COPY source was checked; give the folder with --context", None),
        )
    )


def _failures() -> Report:
    return report(failures=(Failure("secret/Dockerfile", "permission denied"),), counts=Counts(2, 0, 1, 1))


def _crash() -> Report:
    return report(crashed=(Crash("some-rule", "Dockerfile", "KeyError: 'x' (some_rule.py:3)"),))


def _clean() -> Report:
    return report()


REPORTS: dict[str, Callable[[], Report]] = {
    "everything": _everything,
    "several-files": _several_files,
    "many-lines": _many_lines,
    "long-line": _long_line,
    "letters": _letters,
    "edges": _edges,
    "same-line": _same_line,
    "sentences": _sentences,
    "suppressed": _suppressed,
    "unknowns": _unknowns,
    "failures": _failures,
    "crash": _crash,
    "clean": _clean,
}
