"""What a web application's module does at import, read from its syntax."""

from __future__ import annotations

import pytest

from torchlint.model import web_code
from torchlint.model.imports import parsed
from torchlint.model.web_code import application, inert
from torchlint.text import Source

HEAD = (
    "from fastapi import *\nfrom fastapi import FastAPI, APIRouter, File, Form, UploadFile, Depends\nimport fastapi\n"
)


def forms(text: str) -> list[str]:
    source = Source("app.py", text)
    tree = parsed(source)
    assert tree is not None
    return [one.what for one in web_code.forms(source, tree)]


@pytest.mark.parametrize(
    ("route", "what"),
    [
        ("@app.post('/')\ndef f(image: UploadFile): ...", ["UploadFile"]),
        ("@app.post('/')\nasync def f(*, image: bytes = File(...)): ...", ["File"]),
        ("@app.get('/')\ndef f(a: int, text: str = fastapi.Form('')): ...", ["Form"]),
        ("@app.post('/')\ndef f(image: UploadFile = Depends()): ...", []),
        ("@other.post('/')\ndef f(image: UploadFile): ...", []),
        ("@app.on_event('startup')\ndef f(image: UploadFile): ...", []),
        ("def f(image: UploadFile): ...", []),
        ("if True:\n    @app.post('/')\n    def f(image: UploadFile): ...", []),
    ],
)
def test_forms_are_parameters_of_routes(route: str, what: list[str]) -> None:
    assert forms(f"{HEAD}app = FastAPI()\n{route}\n") == what


def test_forms_of_another_module_are_none() -> None:
    text = "from fastapi import FastAPI\nfrom ours import File\napp = FastAPI()\n"
    text += "@app.post('/')\ndef f(a: str = File()): ...\n"
    assert forms(text) == []


@pytest.mark.parametrize(
    ("rest", "ends"),
    [
        ("", True),
        ("model = load('m.pt')\nmodel.eval()\n", True),
        ("if True:\n    device = 'cpu'\n", True),
        ("def later():\n    app.run()\n", True),
        ("def begin():\n    app.run()\nx = begin()\n", False),
        ("class Service:\n    def __init__(self):\n        app.run()\nservice = Service()\n", False),
        ("app.run()\n", False),
        ("begin()\n", False),
        ("x = [make() for make in MAKERS]\n", True),
        ("x = STARTS[0]()\n", False),
        ("while True: ...\n", False),
        ("for one in range(3): ...\n", False),
        ("if __name__ == '__main__':\n    pass\n", False),
        ("from ours import *\n", False),
        ("worker = Thread(target=app.run)\n", False),
    ],
)
def test_a_module_ends_that_only_makes_things(rest: str, ends: bool) -> None:
    source = Source("app.py", f"from flask import Flask\napp = Flask(__name__)\n@app.route('/')\ndef f(): ...\n{rest}")
    tree = parsed(source)
    assert tree is not None
    assert application(source, tree) is not None
    assert inert([tree]) is ends
