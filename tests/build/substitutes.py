"""Bases that stand for what no machine without PyTorch's index and the real archives can have, for whole projects.

Each is a stand-in with something more, under a tag of its own, and is removed after use.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.build import stand_ins, trial

if TYPE_CHECKING:
    from collections.abc import Iterable

PIP_CONF = "[global]\nno-index = true\nfind-links = /opt/index\ndisable-pip-version-check = true\nretries = 0\n"
GET_PIP = """\
import sys

oldest = {oldest}
if sys.version_info[:2] < oldest:
    sys.exit("ERROR: This script does not work on Python %d.%d." % sys.version_info[:2])
import ensurepip

ensurepip.bootstrap()
"""
"""As the real ones, it looks at the version first; then it takes the pip that Python brings."""
STUB = '''\
"""Stands for {module}: has every name, does nothing, and fails where a file is not there that it should load."""

__version__ = "{version}"


class version:
    cuda = {cuda!r}
    hip = None


class _C:
    pass


class Anything:
    def __call__(self, *given, **named):
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __exit__(self, *given):
        return None

    def __format__(self, how):
        return "anything"

    __enter__ = __add__ = __radd__ = __mul__ = __rmul__ = __call__

    def numpy(self):
        import numpy

        return numpy.zeros((1, 3))


class onnx:
    @staticmethod
    def export(model, example, path, input_names, output_names, **named):
        """A model that gives back what it gets."""
        from onnx import TensorProto, helper, save

        names = (input_names[0], output_names[0])
        ends = [helper.make_tensor_value_info(one, TensorProto.DOUBLE, (1, 3)) for one in names]
        node = helper.make_node("Identity", input_names, output_names)
        graph = helper.make_graph([node], "same", ends[:1], ends[1:])
        save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8), path)


def load(path, *given, **named):
    open(path, "rb").close()
    return Anything()


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Anything()
'''
"""A torch of a few bytes with which a whole program runs."""
CURL = '#!/bin/sh\nfor last; do :; done\ncp "/opt/web/${last#https://}" .\n'
TORCHSERVE = "#!/home/venv/bin/python\nimport numpy\nimport PIL.Image\nimport torchvision\nimport torch\n\ntorch.jit\n"
"""A server that loads what a handler imports, and comes as far as a stub of torch goes."""
LIKE_TORCHSERVE = """\
RUN python -m venv /home/venv && mv /opt/torchserve /home/venv/bin && useradd --create-home model-server \\
    && chown -R model-server /home/venv
ENV PATH=/home/venv/bin:$PATH
USER model-server
WORKDIR /home/model-server
ENTRYPOINT ["/usr/local/bin/dockerd-entrypoint.sh"]
CMD ["serve"]
"""
REAL_TORCHSERVE = """\
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-17-jre-headless python3-venv
RUN python3 -m venv /home/venv && /home/venv/bin/pip install --no-cache-dir {packages} \\
    && useradd --create-home model-server && mkdir /home/model-server/model-store
ENV PATH=/home/venv/bin:$PATH
WORKDIR /home/model-server
RUN chown -R model-server .
USER model-server
ENTRYPOINT ["/usr/local/bin/dockerd-entrypoint.sh"]
CMD ["serve"]
"""
APT = '#!/bin/sh\necho "stand-in: apt-get $*"\n'
WEB = "opt/web/bootstrap.pypa.io"


def with_index(engine: str, name: str, of: str, real: Iterable[str], stubs: Iterable[str]) -> None:
    """The stand-in `of` as `name`, whose pip knows some wheels and nothing else: real ones by their requirements
    ("numpy==1.19.5 on manylinux1_x86_64"), and stubs by their versions ("torch==2.3.1+cpu", "torch==2.0.1 for 11.7").
    Raises stand_ins.Unavailable."""
    version = stand_ins.python_of(of)
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "opt" / "index"
        index.mkdir(parents=True)
        for one in real:
            requirement, _, platform = one.partition(" on ")
            words = ["--only-binary=:all:", "--python-version", str(version), "--quiet", "--dest", str(index)]
            words += ["--no-deps", "--platform", platform] if platform else []
            done = subprocess.run(
                [sys.executable, "-m", "pip", "download", *words, requirement],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                raise stand_ins.Unavailable(f"no wheels: {done.stderr.strip().splitlines()[-1]}")
        for stub in stubs:
            named, _, cuda = stub.partition(" for ")
            module, _, number = named.partition("==")
            text = STUB.format(module=module, version=number, cuda=cuda or None)
            wheel = f"{module}-{number}-py3-none-any.whl"
            (index / wheel).write_bytes(trial.stub_wheel(wheel, module, text))
        _built(engine, name, of, folder, {"etc/pip.conf": PIP_CONF})


def with_old_ubuntu(engine: str, name: str, of: str, real: Iterable[str], stubs: Iterable[str]) -> None:
    """As `with_index`, with an apt-get that has nothing to do, and a curl that knows two get-pip.py."""
    with_index(engine, f"{name}-index", of, real, stubs)
    files = {
        "usr/bin/apt-get": APT,
        "usr/bin/curl": CURL,
        f"{WEB}/get-pip.py": GET_PIP.format(oldest="(3, 10)"),
        f"{WEB}/pip/3.6/get-pip.py": GET_PIP.format(oldest="(3, 6)"),
    }
    with tempfile.TemporaryDirectory() as folder:
        _built(engine, name, f"{name}-index", folder, files)
    remove(engine, f"{name}-index")


def with_torchserve(engine: str, name: str, of: str, real: Iterable[str], stubs: Iterable[str]) -> None:
    """As `with_index`, with what TorchServe's image has: an environment at /home/venv, a user and an entrypoint."""
    with_index(engine, f"{name}-index", of, real, stubs)
    files = {
        "usr/bin/apt-get": APT,
        "usr/local/bin/dockerd-entrypoint.sh": '#!/bin/sh\nexec "$@"\n',
        "opt/torchserve": TORCHSERVE,
    }
    with tempfile.TemporaryDirectory() as folder:
        _built(engine, name, f"{name}-index", folder, files, LIKE_TORCHSERVE)
    remove(engine, f"{name}-index")


def with_server(engine: str, name: str, of: str, real: Iterable[str], _stubs: Iterable[str]) -> None:
    """Debian with the archive's Java and real packages at /home/venv, like TorchServe's image but without a torch."""
    recipe = REAL_TORCHSERVE.format(packages=" ".join(real))
    with tempfile.TemporaryDirectory() as folder:
        _built(engine, name, of, folder, {"usr/local/bin/dockerd-entrypoint.sh": '#!/bin/sh\nexec "$@"\n'}, recipe)


def remove(engine: str, name: str) -> None:
    """Take away one image of ours."""
    subprocess.run([engine, "image", "rm", name], capture_output=True, check=False)


def _built(engine: str, name: str, of: str, folder: str, files: dict[str, str], more: str = "") -> None:
    """The image `of` with what lies in a folder, and these files, which all may be executed; `more`: further lines."""
    for place, text in files.items():
        path = Path(folder) / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)
    recipe = f"FROM {of}\nCOPY . /\n{more}"
    command = [engine, "build", "--quiet", "--tag", name, "--file", "-", folder]
    subprocess.run(command, input=recipe, capture_output=True, text=True, check=True)
