"""Base images of public names made from this machine's own files, so that real builds need no registry.

    python tests/build/stand_ins.py python:3.11-slim ubuntu:22.04

An image has a shell, the usual small programs and their libraries. One whose name says Python has a Python of that
minor version in /usr/local with a working pip, if this machine has one that can be moved (not the system's own). What
it says of its system is made up from the name; the C library is this machine's. debian:12 and its like are no
imitation: mmdebstrap makes them of the archive's own packages, with a working apt.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from functools import cache
from pathlib import Path

LABEL = "torchlint.stand-in=1"
RUNTIME = """
    libgcc_s.so.1 libstdc++.so.6 libc.so.6 libdl.so.2 libm.so.6 libpthread.so.0 librt.so.1 libutil.so.1 libresolv.so.2
    libnss_files.so.2 libnss_dns.so.2
""".split()
CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
PROGRAMS = """
    sh bash cat chmod chown cp cut date dirname basename echo env expr false find grep head id ls ln mkdir mktemp mv
    nproc printf pwd readlink realpath rm rmdir sed seq sleep sort tail tar tee test touch tr true uname uniq wc which
    xargs gzip getent useradd groupadd adduser addgroup ldconfig
""".split()
ACCOUNTS = "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n"
GROUPS = "root:x:0:\nnogroup:x:65534:\n"
LINKS = {"bin": "usr/bin", "sbin": "usr/sbin", "lib": "usr/lib", "lib64": "usr/lib64"}
FOLDERS = """
    usr/bin usr/sbin usr/lib usr/lib64 usr/local/bin etc tmp root home var/lib proc dev sys
""".split()
_MOVED_ON = [f"3.{minor}" for minor in range(30, 12, -1)]
"""What python:3-slim has become, newest first."""
UBUNTU = {"20.04": "focal", "22.04": "jammy", "24.04": "noble"}
DEBIAN = {"bullseye": "11", "bookworm": "12", "trixie": "13"}


class Unavailable(Exception):
    """This machine cannot make that image: why."""


def make(engine: str, name: str) -> None:
    """Make one image of that name, unless the engine has it."""
    known = subprocess.run([engine, "image", "inspect", name], capture_output=True, check=False)
    if known.returncode == 0:
        return
    changes = [f"LABEL {LABEL}", *_configuration(name)]
    words = [word for change in changes for word in ("--change", change)]
    suite = debian_suite(name)
    if suite is not None:
        with tempfile.TemporaryDirectory() as folder:
            # A file, as an engine makes an empty image of an archive that breaks off.
            made = _debian(suite, Path(folder) / "image.tar")
            with tarfile.open(made, "a") as archive:
                _Image(archive).settings("usr/share/ca-certificates/stand-in.crt")
            subprocess.run([engine, "import", *words, made, name], stdout=subprocess.DEVNULL, check=True)
        return
    with subprocess.Popen(
        [engine, "import", *words, "-", name], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        with tarfile.open(fileobj=process.stdin, mode="w|", format=tarfile.PAX_FORMAT) as archive:
            _Image(archive).fill(name)
        process.stdin.close()
    if process.returncode:
        raise Unavailable(f"{engine} import {name} ended with {process.returncode}")


def debian_suite(name: str) -> str | None:
    """The suite of Debian that an image of that name is, "bookworm"; None for another image."""
    found = re.fullmatch(r"debian:(?:(\d+)|([a-z]+))(?:[-.].*)?", name)
    if found is None:
        return None
    codename = next((one for one, number in DEBIAN.items() if found[1] == number or found[2] == one), None)
    if codename is None:
        raise Unavailable(f"{name}: not one of {', '.join(DEBIAN)}")
    return codename


def _debian(suite: str, target: Path) -> Path:
    """Debian's own packages from the mirror that this machine's apt uses, in an archive, without package lists."""
    program = shutil.which("mmdebstrap")
    if program is None:
        raise Unavailable(f"no mmdebstrap, which makes Debian's {suite}")
    listed = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(SITE) $(ORIGIN)"], capture_output=True, text=True, check=False
    )
    mirror = next((line.split()[0] for line in listed.stdout.splitlines() if line.endswith(" Debian")), None)
    if mirror is None:
        raise Unavailable("this machine's apt knows no mirror of Debian")
    done = subprocess.run(
        [program, "--quiet", "--variant=apt", "--include=ca-certificates", suite, str(target), mirror], check=False
    )
    if done.returncode:
        raise Unavailable(f"mmdebstrap {suite} ended with {done.returncode}")
    return target


def python_of(name: str) -> str | None:
    """The minor version that an image of that name has: "3.11"; None for one without Python.

    `python:3-slim` has the newest that this machine has, and surely none that its real name left behind in 2024.
    """
    if re.fullmatch(r"python:3(?:-[a-z]+)*", name):
        return next((minor for minor in _MOVED_ON if interpreter(minor) is not None), _MOVED_ON[-1])
    found = re.fullmatch(r"(?:.*/)?python:(3\.\d+)(?:\.\d+)?(?:-.*)?", name)
    if found is None:
        found = re.search(r"(?:^|[-:])(?:py|python)(3\.\d+)", name)
    return None if found is None else found[1]


@cache
def interpreter(version: str) -> Path | None:
    """A Python of that minor version whose files can lie elsewhere: its own folder holds its library."""
    candidates = [
        sys.base_prefix,
        *map(str, Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/*")),
    ]
    on_path = shutil.which(f"python{version}")
    if on_path is not None:
        candidates.append(str(Path(on_path).resolve().parent.parent))
    for prefix in map(Path, candidates):
        program = prefix / "bin" / f"python{version}"
        if (
            prefix == Path("/usr")
            or not program.exists()
            or not (prefix / "lib" / f"python{version}" / "os.py").exists()
        ):
            continue
        works = subprocess.run([program, "-c", "import ssl, ensurepip, venv"], capture_output=True, check=False)
        if works.returncode == 0:
            return prefix
    return None


def _configuration(name: str) -> list[str]:
    changes = ["ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]
    version = python_of(name)
    if version is not None:
        changes += [f"ENV PYTHON_VERSION={version}.0", "ENV LANG=C.UTF-8", 'CMD ["python3"]']
    else:
        changes.append('CMD ["/bin/bash"]')
    cuda = re.search(r"cuda:(\d+\.\d+\.\d+)", name)
    if cuda:
        changes += [f"ENV CUDA_VERSION={cuda[1]}", "ENV NVIDIA_VISIBLE_DEVICES=all"]
    return changes


def _release(name: str) -> str:
    """What /etc/os-release says in an image of that name."""
    tag = name.rpartition(":")[2]
    ubuntu = re.search(r"(?:ubuntu:?)(\d\d\.\d\d)", name)
    if ubuntu:
        codename = UBUNTU.get(ubuntu[1], "")
        return f'ID=ubuntu\nVERSION_ID="{ubuntu[1]}"\nVERSION_CODENAME={codename}\nPRETTY_NAME="Ubuntu {ubuntu[1]}"\n'
    codename = next((one for one in DEBIAN if one in tag), "bookworm")
    number = DEBIAN[codename]
    return f'ID=debian\nVERSION_ID="{number}"\nVERSION_CODENAME={codename}\nPRETTY_NAME="Debian {number}"\n'


class _Image:
    """An archive that becomes an image; each path is put in once."""

    def __init__(self, archive: tarfile.TarFile) -> None:
        self.archive = archive
        names = archive.getnames() if archive.mode == "a" else ()
        self.held = {name.removeprefix("./").rstrip("/") for name in names}

    def fill(self, name: str) -> None:
        for folder in FOLDERS:
            self.folder(folder)
        for link, target in LINKS.items():
            self.link(link, target)
        self.text("etc/passwd", ACCOUNTS)
        self.text("etc/group", GROUPS)
        self.text("etc/os-release", _release(name))
        for program in PROGRAMS:
            found = shutil.which(program)
            if found is not None:
                self.program(Path(found), f"usr/bin/{program}")
        version = python_of(name)
        if version is not None:
            prefix = interpreter(version)
            if prefix is None:
                raise Unavailable(f"this machine has no movable Python {version} for {name}")
            self.python(prefix, version)
            for name in RUNTIME:
                self.runtime(name)
            self.settings(CERTIFICATES)

    def python(self, prefix: Path, version: str) -> None:
        """Interpreter, library and pip below /usr/local, without tests and what others have installed."""
        library = prefix / "lib" / f"python{version}"
        self.program(prefix / "bin" / f"python{version}", f"usr/local/bin/python{version}")
        for shared in prefix.glob(f"lib/libpython{version}*.so*"):
            # The loader looks into /usr/lib by itself; only real images ran ldconfig for /usr/local/lib.
            self.file(shared.resolve(), f"usr/local/lib/{shared.name}", 0o755)
            self.link(f"usr/lib/{shared.name}", f"../local/lib/{shared.name}")
        for name in ("python3", "python"):
            self.link(f"usr/local/bin/{name}", f"python{version}")
        for path in sorted(library.rglob("*")):
            inner = path.relative_to(library)
            top = inner.parts[0]
            if top in ("test", "idlelib", "turtledemo", "tkinter", "lib2to3") or "__pycache__" in inner.parts:
                continue
            if top == "site-packages" and (len(inner.parts) == 1 or not re.match(r"pip(?:-|$)", inner.parts[1])):
                continue
            if path.is_file() and not path.is_symlink():
                self.file(path, f"usr/local/lib/python{version}/{inner.as_posix()}", path.stat().st_mode & 0o777)
                if path.suffix == ".so":
                    self.libraries(path)
        for name in ("pip", "pip3", f"pip{version}"):
            text = "#!/usr/local/bin/python3\nimport sys\nfrom pip._internal.cli.main import main\nsys.exit(main())\n"
            self.text(f"usr/local/bin/{name}", text, 0o755)

    def settings(self, certificates: str) -> None:
        """What makes pip work where this machine's does: certificates, and where packages come from."""
        bundle = next((path for path in map(Path, _BUNDLES) if path.exists()), None)
        if bundle is not None:
            self.file(bundle.resolve(), certificates, 0o644)
        asked = subprocess.run(
            [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
        )
        lines = ["[global]", "disable-pip-version-check = true"]
        for line in asked.stdout.splitlines():
            key, _, value = line.partition("=")
            option = key.rpartition(".")[2]
            if option in ("index-url", "extra-index-url", "trusted-host", "timeout"):
                lines.append(f"{option} = {value.strip(chr(39))}")
        if bundle is not None:
            lines.append(f"cert = /{certificates}")
        self.text("etc/pip.conf", "\n".join(lines) + "\n")

    def program(self, path: Path, name: str) -> None:
        self.file(path.resolve(), name, 0o755)
        self.libraries(path)

    def libraries(self, path: Path) -> None:
        """The shared libraries of a program at the places where it looks for them, the system's and Python's own."""
        listed = subprocess.run(["ldd", str(path)], capture_output=True, text=True, check=False).stdout
        for place in re.findall(r"(?:=> )?(/[^ ]+) \(0x", listed):
            real = Path(place).resolve()
            inside = place.lstrip("/")
            for link, target in LINKS.items():
                if inside.startswith(f"{link}/"):
                    inside = f"{target}{inside[len(link) :]}"
            if inside.startswith("usr/"):
                self.file(real, inside, 0o755)

    def runtime(self, name: str) -> None:
        """A library that compiled packages expect of each system, and that no program here is linked to."""
        listed = subprocess.run(["ldconfig", "-p"], capture_output=True, text=True, check=False).stdout
        found = re.search(rf"^\s+{re.escape(name)} \((?!.*x32).*\) => (/\S+)$", listed, re.MULTILINE)
        if found:
            self.file(Path(found[1]).resolve(), f"usr/lib/{name}", 0o755)

    def folder(self, name: str) -> None:
        if name in self.held or not name:
            return
        self.folder(os.path.dirname(name))
        self.held.add(name)
        entry = tarfile.TarInfo(name)
        entry.type, entry.mode = tarfile.DIRTYPE, 0o1777 if name == "tmp" else 0o700 if name == "root" else 0o755
        self.archive.addfile(entry)

    def link(self, name: str, target: str) -> None:
        if name not in self.held:
            self.folder(os.path.dirname(name))
            self.held.add(name)
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            self.archive.addfile(entry)

    def text(self, name: str, text: str, mode: int = 0o644) -> None:
        if name not in self.held:
            self.folder(os.path.dirname(name))
            self.held.add(name)
            entry = tarfile.TarInfo(name)
            entry.mode, entry.size = mode, len(text.encode())
            self.archive.addfile(entry, io.BytesIO(text.encode()))

    def file(self, path: Path, name: str, mode: int) -> None:
        if name not in self.held:
            self.folder(os.path.dirname(name))
            self.held.add(name)
            entry = tarfile.TarInfo(name)
            entry.mode, entry.size = mode, path.stat().st_size
            with path.open("rb") as data:
                self.archive.addfile(entry, data)


_BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")


def main() -> None:
    """Make the images that are named."""
    engine = next((one for one in ("docker", "podman") if shutil.which(one)), None)
    if engine is None:
        raise SystemExit("neither docker nor podman is installed")
    for name in sys.argv[1:]:
        make(engine, name)
        print(json.dumps({"image": name, "python": python_of(name)}))


if __name__ == "__main__":
    main()
