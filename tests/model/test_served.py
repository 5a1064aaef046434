"""Which servers a script surely starts when it is run."""

from __future__ import annotations

import pytest

from torchlint.model.served import served
from torchlint.text import Source

FLASK = "from flask import Flask\napp = Flask(__name__)\n"


def found(text: str) -> list[tuple[str, int, dict[str, object]]]:
    source = Source.from_bytes("app.py", text.encode())
    return [(one.framework, source.line_at(one.at.span.start), dict(one.options)) for one in served(source)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FLASK + "app.run()", [("flask", 3, {})]),
        (FLASK + "if __name__ == '__main__':\n    app.run('::', 80)", [("flask", 4, {"host": "::", "port": 80})]),
        (FLASK + "app.run(port=PORT)", [("flask", 3, {"port": None})]),
        ("import flask as f\nweb: f.Flask = f.Flask('x')\nweb.run()", [("flask", 3, {})]),
        (FLASK + "def main():\n    app.run()\nif __name__ == '__main__':\n    main()", [("flask", 4, {})]),
        ("import uvicorn\nuvicorn.run('m:app', reload=True)", [("uvicorn", 2, {"reload": True})]),
        ("from uvicorn import run as go\nwith x:\n    go(app)", [("uvicorn", 3, {})]),
        (FLASK + "name = 'é'; app.run()", [("flask", 3, {})]),
    ],
)  # fmt: skip
def test_server_is_found(text: str, expected: list[tuple[str, int, dict[str, object]]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        FLASK,
        FLASK + "def main():\n    app.run()",
        FLASK + "if DEBUG:\n    app.run()",
        FLASK + "raise SystemExit\napp.run()",
        "from mine import Flask\napp = Flask()\napp.run()",
        "app.run()",
        "import uvicorn\nasync def run():\n    uvicorn.run(app)",
        FLASK + "def again():\n    again()\nagain()",
        FLASK + "app.run(",
        FLASK + "x = 1\rapp.run()",
    ],
)
def test_what_may_not_run_is_no_server(text: str) -> None:
    assert found(text) == []


def test_call_is_where_it_stands() -> None:
    source = Source.from_bytes("app.py", ("\ufeff" + FLASK + "s = 'Å'; app.run(\n  debug=False)  # so\n").encode())
    (one,) = served(source)
    assert source.text[slice(*one.at.span)] == "app.run(\n  debug=False)"
    assert (one.application, one.known) == ("app", True)
    (open_,) = served(Source("app.py", FLASK + "app.run(**options)"))
    assert not open_.known
