"""The programs that well-known distributions bring: where an install puts them."""

from __future__ import annotations

from torchlint.model.environment import Program
from torchlint.model.files import Found, Made
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torchlint.model.command import Install, Requested
    from torchlint.model.environment import Environment
    from torchlint.model.snapshot import Snapshot
    from torchlint.world import World

SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "accelerate": ("accelerate",),
    "bentoml": ("bentoml",),
    "celery": ("celery",),
    "deepspeed": ("deepspeed",),
    "fastapi-cli": ("fastapi",),
    "flask": ("flask",),
    "gradio": ("gradio",),
    "gunicorn": ("gunicorn",),
    "hypercorn": ("hypercorn",),
    "ipython": ("ipython",),
    "jupyter": ("jupyter", "jupyter-notebook"),
    "jupyterlab": ("jupyter-lab", "jupyter"),
    "mlflow": ("mlflow",),
    "notebook": ("jupyter-notebook", "jupyter"),
    "openmim": ("mim",),
    "pytest": ("pytest",),
    "ray": ("ray",),
    "streamlit": ("streamlit",),
    "supervisor": ("supervisord", "supervisorctl"),
    "tensorboard": ("tensorboard",),
    "torchserve": ("torchserve",),
    "uvicorn": ("uvicorn",),
    "vllm": ("vllm",),
    "waitress": ("waitress-serve",),
}
"""Console scripts that every release of the last years has. Source: entry points in the wheels' metadata."""


class Others(NamedTuple):
    """What an install may create: all but what `but` names and the programs of distributions that it does not bring.
    `asked`: as of an Environment."""

    world: World
    asked: frozenset[str]
    but: Callable[[str], bool]

    def leave_out(self, word: str) -> bool:
        """True for the name of what it surely does not create."""
        if self.but(word):
            return True
        makers = self.world.makers_of(word)
        brought = self.world.may_bring(self.asked) if makers else None
        return brought is not None and brought.isdisjoint(makers)


def with_scripts(state: Snapshot, environment: Environment, install: Install) -> Snapshot:
    """The state with the programs of what an install surely installs."""
    if not install.command.certain:
        return state
    # Debian's pip, and Fedora's, puts the programs of the system's Python apart from those of its packages.
    folder = "/usr/local/bin" if environment.kind == "system" else f"{environment.prefix}/bin"
    files = state.files
    for one in install.requested:
        requirement = one.requirement
        if requirement.marker is None and not one.constraint:
            for name in SCRIPTS.get(requirement.name, ()):
                files = files.then(
                    Made(f"{folder}/{name}", Found("file", Program("script", environment.prefix), one.at))
                )
    if any(renews_pip(install, one) for one in install.requested):
        # The pip beside it may be another's file, as /usr/bin/pip of Debian, but it starts the new module.
        minor = environment.python.value
        for name in ("pip", "pip3", *([f"pip{minor}"] if minor else [])):
            files = files.then(Made(f"{folder}/{name}", Found("file", Program("pip", environment.prefix), install.at)))
    return state if files is state.files else state._replace(files=files)


def renews_pip(install: Install, one: Requested) -> bool:
    """Whether a requirement surely makes pip put a newer pip, with all its names, beside the environment's programs."""
    plain = one.requirement.name == "pip" and one.requirement.marker is None and not one.constraint
    own = install.tool == "pip" and install.command.certain and not {"--user", "--target"} & install.options.keys()
    return plain and own and "--upgrade" in install.options
