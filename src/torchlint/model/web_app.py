"""What becomes of a Python web application in the container: whether it is served, and imported at all."""

from __future__ import annotations

from torchlint.model.imports import dotted, own_modules
from torchlint.model.reading import Reading
from torchlint.model.web_code import Application, Form, application, forms, inert
from torchlint.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from torchlint.model.entry import Entry
    from torchlint.text import Place, Source
    from torchlint.world import World


class WebModule(NamedTuple):
    """A Python file that an entry runs or imports. `run`: as a script, which ends where the file does. `folder`: where
    its own modules are looked for first, "" for the folder it is in."""

    entry: Entry
    source: Source
    path: str
    folder: str
    run: bool

    @property
    def names(self) -> frozenset[str]:
        """Full names of what its code speaks of, as its imports tell: "transformers.AutoModel"."""
        return dotted(self.source)

    def unread_form(self, world: World) -> Form | None:
        """The first parameter of a route for which FastAPI asks for python-multipart at import, where that surely is
        not installed; None if no such thing is sure."""
        entry, state = self.entry, self.entry.state
        environment, main, served = entry.environment, entry.main, entry.served_module
        if environment is None or main is None or not main.certain or state.variable("PYTHONPATH") is not None:
            return None
        others = [one for one in main.before.environments.values() if one.prefix != environment.prefix]
        if any(one.kind == "user" for one in others) or (served is not None and served.restarted):
            return None
        if "fastapi" not in environment.packages or not state.lacks(environment, ("python-multipart",), world):
            return None
        modules = own_modules(self.source, self.path, state, self.folder)
        return next((one for source, tree in modules for one in forms(source, tree)), None)

    @property
    def never_served(self) -> Application | None:
        """The application that the script makes, where it surely does nothing but that and ends."""
        main = self.entry.main
        sure = self.run and main is not None and main.certain and self.entry.alone
        modules = list(own_modules(self.source, self.path, self.entry.state)) if sure else []
        made = application(*modules[0]) if modules and modules[0][0] is self.source else None
        return made if made is not None and inert([tree for _, tree in modules]) else None


def start(entry: Entry) -> WebModule | None:
    """What `Entry.web_module` answers."""
    path, folder, run = entry.script, "", entry.script is not None
    served = entry.served_module if path is None else None
    if served is not None:
        path, folder = served.path, served.folder
    if path is None and entry.module is not None and entry.main is not None:
        folder = entry.state.absolute(".", entry.main.cwd) or ""
        path = f"{folder.rstrip('/')}/{entry.module.replace('.', '/')}.py" if folder else ""
    source = Reading.text(entry.state.find(path)) if path else None
    values = entry.main.values if entry.main is not None else ()
    run = run and not any((one or "").startswith("-i") for one in values)
    return None if source is None or not path else WebModule(entry, source, path, folder, run)


def without_cli(entry: Entry, world: World) -> Place | None:
    """Where the fastapi was installed that the entry serves with, if it surely is there without fastapi-cli: then its
    program only says how to install that."""
    main, word = entry.main, "fastapi"
    if main is None or [one.value for one in main.words[:2]] not in ([word, "run"], [word, "dev"]):
        return None
    every = main.before.environments.values()
    at = next((one.packages[word].at for one in every if word in one.packages), None)
    sure = main.certain and entry.alone and main.program() is not False
    return at if sure and all(entry.state.lacks(one, ("fastapi-cli",), world) for one in every) else None


def fault(entry: Entry, world: World) -> str:
    """Why the container surely ends as soon as its web application is imported or made, "" if it does not."""
    if without_cli(entry, world) is not None:
        return "fastapi serves with fastapi-cli only, and that is not there"
    module = start(entry)
    if module is None:
        return ""
    if module.never_served is not None:
        return f"{module.path} makes an application, and nothing serves it"
    form = module.unread_form(world)
    return f"{form.function} reads a form, for which python-multipart is not there" if form is not None else ""
