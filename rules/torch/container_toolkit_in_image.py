from __future__ import annotations

from collections.abc import Iterator

from torchlint import Command, Context, Fix, Outcome, Problem, Severity, rule

HOSTS = frozenset({"nvidia-container-toolkit", "nvidia-docker2", "nvidia-container-runtime", "nvidia-docker"})
ENGINES = ("docker", "containerd", "podman", "moby-engine", "cri-o", "k3s", "kubelet")


@rule(Command, Severity.WARNING, Outcome.WASTE, when=("of NVIDIA",))
def check(command: Command, on: Context) -> Iterator[Problem]:
    asked = command.asked
    if asked is None or asked.verb != "install" or on.build is None or not on.build.in_shipped(command.stage):
        return
    # There the host is this very image.
    if on.bootable(command):
        return
    names = {(package.value or "").partition("=")[0]: package for package in asked.packages}
    found = [name for name in names if name in HOSTS]
    # An engine comes as a package, or by an install script of its own.
    if not found or any(name.startswith(ENGINES) for name in (*command.before.packages, *names)):
        return
    for name in found:
        word = names[name]
        gone = on.without(word.at) if len(found) < len(names) and word.written == word.value else None
        yield Problem(
            names[name].at,
            f"{name} hands GPUs to containers and belongs to the host: inside an image it does nothing",
            "leave it out, and start the container with --gpus all",
            Fix("leave it out", (gone,)) if gone is not None else None,
        )
