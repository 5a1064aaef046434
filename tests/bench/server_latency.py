"""How long an editor waits: from a change to its diagnostics, on a Dockerfile of 200 lines, over the wire.

    python tests/bench/server_latency.py [CHANGES]

Prints the median, the 95th percentile and the worst in milliseconds, the pause included after which the server looks.
The aim is 100 ms. Also what a hover and a list of actions take.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.server.editor import Editor

LINES = 200


def dockerfile(lines: int) -> str:
    """Two stages of what people write: packages, variables, copies and installs."""
    text = [
        "FROM nvidia/cuda:12.1.1-devel-ubuntu22.04 AS build",
        "RUN apt-get update && apt-get install -y --no-install-recommends python3-pip git",
        "RUN pip3 install --no-cache-dir torch==2.2.0 --index-url https://download.pytorch.org/whl/cu121",
    ]
    number = 0
    while len(text) < lines - 5:
        number += 1
        text += [
            f"ENV SETTING_{number}=value-{number}",
            f"COPY src/part_{number} /app/part_{number}",
            f"RUN pip3 install --no-cache-dir package-{number}==1.{number} \\",
            f"    && mkdir -p /app/data_{number}",
        ]
    text += ["FROM python:3.11-slim", "COPY --from=build /app /app", "USER nobody"]
    text += ['CMD ["python", "/app/main.py"]', ""]
    return "\n".join(text)


def milliseconds(times: list[float]) -> str:
    times = sorted(1000 * one for one in times)
    late = times[min(len(times) - 1, int(0.95 * len(times)))]
    return f"median {statistics.median(times):6.1f}   95 % {late:6.1f}   worst {times[-1]:6.1f}"


def main(changes: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        path = root / "Dockerfile"
        begun = time.perf_counter()
        editor = Editor(root)
        started = time.perf_counter() - begun
        editor.open(path, dockerfile(LINES))
        editor.findings(path)
        first = time.perf_counter() - begun - started
        waits, hovers, actions = [], [], []
        for number in range(changes):
            text = editor.documents[path].text
            at = text.index("mkdir", len(text) * number // (changes + 1) // 2)
            begun = time.perf_counter()
            editor.type(path, at, at, "x")
            editor.findings(path)
            waits.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            editor.hover(path, "FROM python")
            hovers.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            editor.actions(path, "CMD", only=["quickfix"])
            actions.append(time.perf_counter() - begun)
        editor.leave()
        print(f"{LINES} lines, {changes} changes, milliseconds")
        print(f"start          {1000 * started:6.1f}   first diagnostics {1000 * first:6.1f}")
        print(f"change         {milliseconds(waits)}")
        print(f"hover on FROM  {milliseconds(hovers)}")
        print(f"actions        {milliseconds(actions)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
