from __future__ import annotations

from collections.abc import Iterator

from torchlint import Context, Outcome, Problem, Severity, Step, rule


@rule(Step, Severity.ERROR, Outcome.BUILD, when=("EXPOSE",))
def check(step: Step, on: Context) -> Iterator[Problem]:
    assert on.build is not None
    if any(step.at.span.contains(one.span) for one in on.build.dockerfile.notes):
        return  # A remark behind it is read as ports: that is said already.
    empty = tuple(on.build.variables.unset(step)) if "$" in step.instruction.rest.text else ()
    for (word, at), port in zip(step.ports_written, step.exposed, strict=True):
        why = wrong(word)
        unset = next((one.name for one in empty if at.span.contains(one.at.span)), "")
        if unset and port.value is not None:
            _, slash, protocol = word.partition("/")
            left = f"{port.value}{slash}{protocol}"
            # Where nothing at all is left the builder does not mind.
            why = f"{unset} is empty here, and {wrong(left)}" if left and wrong(left) else ""
        if why:
            yield Problem(
                at,
                f"{word} is no port and the build stops: {why}",
                "write a number from 0 to 65535, or two with a dash between, and /tcp, /udp or /sctp behind",
            )


def wrong(word: str) -> str:
    """Why the builder refuses a port; nothing for one that it takes, or that variables decide."""
    if any(sign in word for sign in "$\"'\\["):
        return ""
    port, _, protocol = word.split(":")[-1].partition("/")
    if not port:
        return "there is no number"
    if protocol.lower() not in ("", "tcp", "udp", "sctp"):
        return f"there is no protocol {protocol}"
    numbers = port.split("-", 1)
    if not all(number.lstrip("+-").isdigit() and number.isascii() for number in numbers):
        return f"{port} is no number"
    if not all(0 <= int(number) <= 65535 for number in numbers):
        return "ports end at 65535"
    return "the range ends before it begins" if int(numbers[0]) > int(numbers[-1]) else ""
