"""How a conversation goes: begin and end, what is no message, mistakes of the server's own, and what it never does."""

from __future__ import annotations

import json
import os
import sys
from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cli import torchlint
from tests.server.editor import Gone, Refused, framed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.conftest import Starts
    from tests.server.editor import Editor

pytest.importorskip("pygls.lsp.server", reason="pygls 2 comes with torchlint[lsp]")

BROKEN = "FROM python:3.12-slim\nCMD source activate\nUSER nobody\nRUNN x\n"
NO_MESSAGES = [
    b"\r\n\r\n",
    b"Content-Length: nonsense\r\n\r\n",
    b"Content-Length: -5\r\n\r\n",
    b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
    b"no header at all\r\n" * 3,
    b"\x00\xff\xfe\r\n\r\n",
    framed(b"{"),
    framed(b"\xff\xfe{}"),
    framed(b"null"),
    framed(b"[]"),
    framed(b"{}"),
    framed(b"[" * 100_000),
    framed(b'{"jsonrpc": "1.0", "id": 7, "method": "x"}'),
    framed(b'{"jsonrpc": "2.0"}'),
    framed(b'{"jsonrpc": "2.0", "id": 77, "result": {}}'),
    framed(b'{"jsonrpc": "2.0", "id": {}, "method": "textDocument/hover"}'),
    framed(b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 5}}'),
    framed(b'{"jsonrpc": "2.0", "method": "textDocument/didChange"}'),
    framed(b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 99}}'),
    framed(b'{"jsonrpc": "2.0", "method": "no/such", "params": {"type_name": "1 2"}}'),
]


def run(words: str) -> tuple[str, ...]:
    """A program that does something to torchlint, and then is its server."""
    return (sys.executable, "-c", f"import sys\nfrom torchlint.cli import main\n{words}\nsys.exit(main(['server']))")


def wait_for_log(editor: Editor, words: str) -> None:
    def logged() -> bool:
        return any(one["method"] == "window/logMessage" and words in one["params"]["message"] for one in editor.said)

    editor.wait(logged)


def answers(editor: Editor) -> bool:
    nowhere = {"textDocument": {"uri": "file:///"}, "position": {"line": 0, "character": 0}}
    return editor.request("textDocument/hover", nowhere) is None


def test_it_says_what_it_can_and_ends_as_asked(editor: Editor) -> None:
    abilities = editor.about["capabilities"]
    assert editor.about["serverInfo"]["name"] == "torchlint"
    assert abilities["textDocumentSync"] == {"openClose": True, "change": 2, "save": True}
    assert abilities["hoverProvider"] is True
    assert abilities["codeActionProvider"]["codeActionKinds"] == ["quickfix", "source.fixAll.torchlint"]
    assert editor.leave() == 0


def test_exit_without_shutdown_is_an_error(editor: Editor) -> None:
    editor.left = True
    editor.notify("exit", None)
    assert editor.process.wait(60) == 1


def test_an_editor_that_is_gone_ends_it(editor: Editor) -> None:
    editor.left = True
    assert editor.process.stdin is not None
    editor.process.stdin.close()
    assert editor.process.wait(60) == 1


def test_only_exit_counts_after_shutdown(editor: Editor, project: Path) -> None:
    editor.left = True
    editor.request("shutdown")
    editor.open(project / "Dockerfile", BROKEN)
    editor.notify("exit", None)
    assert editor.process.wait(60) == 0
    with pytest.raises(Gone):
        editor.findings(project / "Dockerfile")


def test_what_is_no_message_is_passed_over(editor: Editor, project: Path) -> None:
    for data in NO_MESSAGES:
        editor.send_bytes(data)
        assert answers(editor), data[:80]
    editor.open(project / "Dockerfile", BROKEN)
    assert "unknown-instruction" in editor.rules(project / "Dockerfile")
    assert answers(editor)


def test_headers_may_be_written_in_any_case(editor: Editor, project: Path) -> None:
    body = json.dumps({"jsonrpc": "2.0", "id": 1000, "method": "shutdown"}).encode()
    editor.send_bytes(b"Content-Type: application/vscode-jsonrpc\r\ncontent-length:%d\r\n\r\n" % len(body) + body)
    assert editor.answer(1000) is None
    editor.left = True


def test_a_message_that_is_too_long_is_passed_over(editor: Editor, project: Path) -> None:
    editor.send_bytes(b"Content-Length: %d\r\n\r\n" % (65 * 1024 * 1024))
    for _ in range(65):
        editor.send_bytes(b" " * 1024 * 1024)
    editor.open(project / "Dockerfile", BROKEN)
    assert editor.rules(project / "Dockerfile")


def test_a_request_that_cannot_be_met_is_refused(editor: Editor) -> None:
    cases: list[tuple[str, object, int]] = [
        ("no/such", {}, -32601),
        ("textDocument/hover", {"textDocument": {}}, -32602),
        ("textDocument/codeAction", {"position": 3}, -32602),
        ("workspace/executeCommand", {"command": "rm"}, -32602),
    ]
    for method, params, code in cases:
        with pytest.raises(Refused) as refused:
            editor.request(method, params)
        assert refused.value.code == code, method
    assert answers(editor)


def test_documents_that_were_never_opened_are_nothing(editor: Editor, project: Path) -> None:
    uri = (project / "Dockerfile").as_uri()
    change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "FROM x\n"}]}
    editor.notify("textDocument/didChange", change)
    editor.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
    assert editor.request("textDocument/hover", place) is None
    editor.open(project / "Dockerfile", BROKEN)
    assert editor.rules(project / "Dockerfile")


def test_places_outside_of_the_text_do_no_harm(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, BROKEN)
    uri = {"uri": path.as_uri()}
    for line, character in product((0, 3, 10, 2**31 - 1), (0, 1000, 2**31 - 1)):
        place = {"line": line, "character": character}
        editor.request("textDocument/hover", {"textDocument": uri, "position": place})
        around = {"start": place, "end": {"line": 0, "character": 0}}
        asked = {"textDocument": uri, "range": around, "context": {"diagnostics": []}}
        editor.request("textDocument/codeAction", asked)
    assert answers(editor)


def test_a_crash_in_a_request_is_logged_and_ends_nothing(project: Path, starts: Starts) -> None:
    words = "import torchlint.server.app as app\ndef broken(*_): raise RuntimeError('as made')\napp.hint = broken"
    editor = starts(project, program=run(words))
    editor.open(project / "Dockerfile", BROKEN)
    with pytest.raises(Refused) as refused:
        editor.hover(project / "Dockerfile", "FROM")
    assert refused.value.code == -32603
    editor.wait(
        lambda: any(one["params"]["type"] == 1 and "as made" in one["params"]["message"] for one in editor.said)
    )
    editor.replace(project / "Dockerfile", BROKEN + "USER root\nRUNN y\n")
    assert editor.rules(project / "Dockerfile").count("unknown-instruction") == 2
    assert editor.leave() == 0


def test_a_crash_in_a_check_is_logged_and_ends_nothing(project: Path, starts: Starts) -> None:
    words = (
        "import torchlint.cli.looking as looking\nsound = looking.read\n"
        "def broken(paths, **more):\n"
        "    if any(b'broken' in text for text in more['overlay'].values()): raise RuntimeError('as made')\n"
        "    return sound(paths, **more)\n"
        "looking.read = broken"
    )
    editor = starts(project, program=run(words))
    editor.open(project / "Dockerfile", BROKEN + "# broken\n")
    wait_for_log(editor, "as made")
    editor.replace(project / "Dockerfile", BROKEN)
    assert editor.rules(project / "Dockerfile")
    assert editor.leave() == 0


def test_a_crash_in_a_rule_is_logged_and_the_others_are_asked(project: Path, starts: Starts) -> None:
    words = (
        "from torchlint import catalog\nload = catalog.load\n"
        "def broken(entry):\n"
        "    if entry.name == 'runs-as-root': raise RuntimeError('as made')\n"
        "    return load(entry)\n"
        "catalog.load = broken"
    )
    editor = starts(project, program=run(words))
    editor.open(project / "Dockerfile", 'FROM python:3.12-slim\nRUNN x\nCMD ["python"]\n')
    assert "unknown-instruction" in editor.rules(project / "Dockerfile")
    wait_for_log(editor, "internal error in runs-as-root: RuntimeError: as made")


def test_whatever_prints_does_not_disturb_the_conversation(project: Path, starts: Starts) -> None:
    words = (
        "import torchlint.server.rounds as rounds\nsound = rounds.of_sight\n"
        "def loud(*words): print('Content-Length: 3'); return sound(*words)\n"
        "rounds.of_sight = loud"
    )
    editor = starts(project, program=run(words))
    editor.open(project / "Dockerfile", BROKEN)
    assert editor.rules(project / "Dockerfile")
    assert editor.leave() == 0


def test_a_request_that_nobody_waits_for_ends(editor: Editor, project: Path) -> None:
    path = project / "Dockerfile"
    editor.open(path, BROKEN)
    place = {"textDocument": {"uri": path.as_uri()}, "position": {"line": 0, "character": 0}}
    numbers = [editor.ask("textDocument/hover", place) for _ in range(20)]
    for number in numbers:
        editor.notify("$/cancelRequest", {"id": number})
    codes = set()
    for number in numbers:
        try:
            editor.answer(number)
        except Refused as refused:
            codes.add(refused.code)
    assert codes <= {-32800}
    assert answers(editor)


def test_nothing_of_the_project_is_written_or_run(project: Path, starts: Starts) -> None:
    trap = "import pathlib\npathlib.Path(__file__).with_name('ran').touch()\n"
    for name in ("pack/rule.py", "pack/__init__.py", "torchlint.py", "sitecustomize.py", "app.py", "setup.py"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(trap)
    (project / "torchlint.toml").write_text('packs = ["pack"]\n')
    (project / "requirements.txt").write_text("torch\n")
    path = project / "Dockerfile"
    path.write_text('FROM python:3.12-slim\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["python", "app.py"]\n')
    before = snapshot(project)
    program = (sys.executable, "-P", "-m", "torchlint", "server")
    editor = starts(project, program=program)
    editor.open(path)
    assert editor.rules(path)
    editor.hover(path, "CMD")
    assert editor.actions(path)
    editor.open(project / "requirements.txt", "torch==2.6.0\n", "pip-requirements")
    editor.findings(project / "requirements.txt")
    wait_for_log(editor, "rule packs are code and are not loaded because a file names them")
    assert editor.leave() == 0
    assert snapshot(project) == before


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_without_pygls_one_line_says_what_to_install(project: Path) -> None:
    (project / "sitecustomize.py").write_text("import sys\nsys.modules['pygls'] = None\n")
    path = os.pathsep.join(filter(None, (str(project), os.environ.get("PYTHONPATH"))))
    done = torchlint("server", cwd=project, env={"PYTHONPATH": path})
    assert (done.code, done.out) == (2, "")
    assert done.err == 'torchlint: torchlint server needs pygls 2: pip install "torchlint[lsp]"\n'


def test_it_takes_no_paths(project: Path) -> None:
    done = torchlint("server", "Dockerfile", cwd=project)
    assert (done.code, done.out) == (2, "")
    assert "takes no Dockerfile" in done.err
