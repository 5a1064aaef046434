"""The structure of a shell script: which commands run, in which order, and whose failure fails the RUN.

Branches that may or may not run end in a join of their outcomes, those that surely do not run are followed for their
commands alone; a literal `for` list is unrolled.
"""

from __future__ import annotations

from functools import partial

from torchlint.model.effects import unknown_program
from torchlint.model.idioms import for_the_rest, giving_up, is_test, leaves_loop, passes_on
from torchlint.record import NamedTuple
from torchlint.syntax import shell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from torchlint.model.conditions import Decided
    from torchlint.model.run import Run, Scope
    from torchlint.model.snapshot import Snapshot
    from torchlint.syntax.joined import Joined

    Way: TypeAlias = tuple[Snapshot, Scope]
    """A state that a script may be in, and its shell's own state there."""

UNROLLED = 16
"""The longest literal `for` list that is followed item by item."""


class Stake(NamedTuple):
    """What hangs on a node. `fails`: its failure fails the RUN. `ignored`: `set -e` does not look at it, as in a
    condition. `certain`: it surely runs when what stands before it succeeds."""

    fails: bool
    ignored: bool = False
    certain: bool = True


def follow(run: Run, body: shell.List, text: Joined, stake: Stake) -> None:
    """Follow commands one after the other."""
    for number, item in enumerate(body.items):
        if run.ended:
            return
        if item.background:
            begin = len(run.commands)
            apart(run, Stake(False, True, stake.certain), partial(_node, run, item.node, text))
            for command in run.commands[begin:]:
                command.background = True
            continue
        last = number == len(body.items) - 1
        fails = stake.fails if last else run.exits and passes_on(body.items[number + 1].node)
        _node(run, item.node, text, stake._replace(fails=fails))


def apart(run: Run, stake: Stake, walk: Callable[[Stake], None]) -> None:
    """Follow something in a shell of its own: its variables, folder, options and `exit` end with it."""
    kept = run.scope()
    start = run.state
    run.exits = run.fatal(stake)
    run.left = ()
    walk(stake._replace(fails=run.exits))
    leave(run, start)
    run.restore(kept)


def leave(run: Run, start: Snapshot) -> None:
    """The end of a shell that began in `start`: `exit` may have left it in other states before."""
    if run.left:
        from torchlint.model.joining import either

        run.state = either(start, run.left if run.ended else (*run.left, run.state))


def call(run: Run, body: shell.List, text: Joined, stake: Stake) -> None:
    """Follow the body of a function; `return` ends no more than that."""
    left, returns, start = run.left, run.returns, run.state
    run.left, run.returns = (), run.fatal(stake)
    follow(run, body, text, stake._replace(fails=run.returns))
    leave(run, start)
    run.left, run.returns = left, returns
    run.ended = "" if run.ended == "return" else run.ended


def _node(run: Run, node: shell.Node, text: Joined, stake: Stake) -> None:
    match node:
        case shell.Simple():
            run.simple(node, text, stake)
        case shell.Pipeline():
            _pipeline(run, node, text, stake)
        case shell.AndOr():
            _and_or(run, node, text, stake)
        case shell.List():
            follow(run, node, text, stake)
        case shell.Group(subshell=True):
            apart(run, stake, partial(follow, run, node.body, text))
        case shell.Group():
            follow(run, node.body, text, stake)
        case shell.If():
            _if(run, node, text, stake)
        case shell.For():
            _for(run, node, text, stake)
        case shell.While():
            _forget_assigned(run, node.condition, node.body)
            follow(run, node.condition, text, Stake(False, True, stake.certain))
            _loop(run, node.body, text, stake)
        case shell.Case():
            _case(run, node, text, stake)
        case shell.Function():
            body = node.body.body if isinstance(node.body, shell.Group) else node.body
            if isinstance(body, shell.List):
                run.functions[node.name] = body
        case _:
            run.state = unknown_program(run.state)
    if isinstance(node, (shell.Group, shell.If, shell.For, shell.While, shell.Case)):
        run.redirect(node.redirects, text)


def _pipeline(run: Run, node: shell.Pipeline, text: Joined, stake: Stake) -> None:
    if node.negated:
        stake = stake._replace(fails=False, ignored=True)
    if len(node.items) == 1:
        _node(run, node.items[0], text, stake)
        return
    whole = run.fatal(stake)
    for number, item in enumerate(node.items):
        last = number == len(node.items) - 1
        counts = whole and (last or run.pipefail)
        begin = len(run.commands)
        own = Stake(counts, stake.ignored or not counts, stake.certain)
        apart(run, own, partial(_node, run, item, text))
        for command in run.commands[begin:]:
            command.piped = command.piped or not last
            command.fed = command.fed or number > 0


def _and_or(run: Run, node: shell.AndOr, text: Joined, stake: Stake) -> None:
    stakes = _stakes(run, node, stake)
    begun = _here(run)
    skipping: list[Way] = []
    others: list[Way] = []
    known: Decided | None = None  # how what stands before ends, as far as the shell looks at it
    all_known = True
    for number, item in enumerate(node.items):
        own = stakes[number]
        rescues = number > 0 and node.operators[number - 1] == "||"
        if rescues and giving_up(item) is not None:
            known = None
            continue
        if run.ended:
            break
        if known is not None and known.truth == rescues and (all_known or not rescues):
            others += _dead(run, item, text, own, known)
            continue
        before = stakes[number - 1].fails if number else True
        asked = _asked(run, item, node.items[number + 1 :]) if is_test(item) else None
        passed = None if known is None or known.truth == rescues else known
        all_known = all_known and asked is not None
        if rescues and passed is None:
            well = _here(run)
            _back(run, begun)
            _node(run, item, text, own._replace(certain=False))
            _meet(run, begun, [well, _here(run)])
            skipping = []
            known = asked if asked is not None and asked.truth else None
            continue
        if number and is_test(node.items[number - 1]) and not before and passed is None:
            # A test that may fail without failing the RUN: what follows is done or not.
            skipping.append(_here(run))
        sure = passed is None or not passed.unset
        _node(run, item, text, own._replace(certain=own.certain and not skipping and sure))
        known = asked
        if run.ended and not before:
            skipping.append(begun)
    if skipping or others:
        _meet(run, begun, [*skipping, *others, _here(run)])


def _asked(run: Run, condition: shell.Node, bodies: Sequence[shell.Node]) -> Decided | None:
    """How a condition ends, None where that is not known. What ends the script is not there for the build as it is
    meant: whoever writes that asks for a build argument."""
    from torchlint.model.conditions import decided, leaves

    known = decided(run, condition)
    meant = known is not None and known.truth and not known.sure and any(map(leaves, bodies))
    return None if meant else known


def _dead(run: Run, node: shell.Node, text: Joined, stake: Stake, known: Decided) -> list[Way]:
    """Follow what does not run for its commands alone. The way is still one to reckon with if a build argument opens it
    and it installs something, or does what nobody knows."""
    start, begin = _here(run), len(run.commands)
    _node(run, node, text, stake._replace(certain=False))
    commands, way = run.commands[begin:], _here(run)
    _back(run, start)
    for command in commands:
        command.dead = command.dead or known.given
    before, after = start[0], way[0]
    same = before.environments == after.environments and before.packages == after.packages
    return [] if known.sure or (same and not any(command.unknown for command in commands)) else [way]


def _stakes(run: Run, node: shell.AndOr, stake: Stake) -> list[Stake]:
    """What becomes of a failure of each item: it goes to the next `||`, else it is that of the whole."""
    items, operators = node.items, node.operators
    stakes = [stake] * len(items)
    handler: int | None = None
    for number in range(len(items) - 2, -1, -1):
        if operators[number] == "||":
            handler = number + 1
        how = None if handler is None else giving_up(items[handler])
        if handler is None:
            fails = stake.fails
        elif how == "exit":
            fails = run.exits
        elif how == "return":
            fails = run.returns
        else:
            fails = how == "false" and run.fatal(stakes[handler])
        stakes[number] = Stake(fails, True, stake.certain)
    return stakes


def _if(run: Run, node: shell.If, text: Joined, stake: Stake) -> None:
    start = _here(run)
    ways: list[Way] = []
    branch, certain = stake._replace(certain=False), stake.certain
    taken: Decided | None = None
    for number, (condition, body) in enumerate(node.branches):
        if taken is not None:
            ways += _dead(run, body, text, branch, taken)
            continue
        known = _asked(run, condition, (body,))
        follow(run, condition, text, Stake(False, True, stake.certain and not number))
        if known is not None and not known.truth:
            ways += _dead(run, body, text, branch, known)
            certain = certain and not known.unset
            continue
        otherwise = _here(run)
        surely = certain and known is not None and not known.unset
        follow(run, body, text, stake._replace(certain=surely))
        ways.append(_here(run))
        _back(run, otherwise)
        taken = known
        certain = False
    if taken is not None:
        if node.otherwise is not None:
            ways += _dead(run, node.otherwise, text, branch, taken)
        _meet(run, start, ways)
        return
    if node.otherwise is not None:
        follow(run, node.otherwise, text, stake._replace(certain=certain))
    _meet(run, start, [*ways, _here(run)])


def _case(run: Run, node: shell.Case, text: Joined, stake: Stake) -> None:
    start = _here(run)
    ways: list[Way] = []
    from torchlint.model.conditions import chosen

    known = chosen(run, node)
    for number, arm in enumerate(node.arms):
        if known is not None and known[0] != number:
            ways += _dead(run, arm.body, text, stake, known[1])
            continue
        surely = stake.certain and known is not None and not known[1].unset
        follow(run, arm.body, text, stake._replace(certain=surely))
        ways.append(_here(run))
        _back(run, start)
    met = for_the_rest(node) if known is None else known[0] is not None
    _meet(run, start, ways if met else [*ways, start])


def _for(run: Run, node: shell.For, text: Joined, stake: Stake) -> None:
    values = _values(run, node)
    if values is None or len(values) > UNROLLED or leaves_loop(node.body):
        run.variables[node.name] = None
        _loop(run, node.body, text, stake)
        return
    for number, value in enumerate(values):
        if run.ended:
            return
        run.variables[node.name] = value
        follow(run, node.body, text, stake._replace(fails=stake.fails and number == len(values) - 1))


def _values(run: Run, node: shell.For) -> list[str] | None:
    """The items of a `for` list, None when one of them cannot be known."""
    found: list[str] = []
    for word in node.words or ():
        fields = word.fields(run.lookup)
        if fields is None:
            return None
        found += fields
    return None if node.words is None else found


def _loop(run: Run, body: shell.List, text: Joined, stake: Stake) -> None:
    """A body that runs any number of times: its status is that of a round which nobody knows."""
    _forget_assigned(run, body)
    start = _here(run)
    follow(run, body, text, stake._replace(fails=False, certain=False))
    _meet(run, start, [start, _here(run)])


def _forget_assigned(run: Run, *bodies: shell.List) -> None:
    """A loop's second round begins with what the first one left: what is set in it is unknown from its start."""
    for body in bodies:
        for command in shell.simple_commands(body):
            if not command.words:
                run.variables.update(dict.fromkeys((one.name for one in command.assignments), None))


def _here(run: Run) -> Way:
    return run.state, run.scope()


def _back(run: Run, way: Way) -> None:
    run.state = way[0]
    run.restore(way[1])


def _meet(run: Run, start: Way, ways: list[Way]) -> None:
    """Go on where the ways from `start` meet, with what they agree on. Those that left the script do not go on."""
    going = [way for way in ways if not way[1].ended]
    left = tuple({id(state): state for _, scope in ways for state in scope.left}.values())
    if not going:
        _back(run, ways[0])
        run.left = left
        return
    first = going[0][1]
    scopes = [scope for _, scope in going]
    run.restore(first)
    from torchlint.model.joining import either

    run.state = either(start[0], tuple(state for state, _ in going))
    names = dict.fromkeys(name for scope in scopes for name in scope.variables)
    run.variables = {
        name: first.variables.get(name)
        if all(name in one.variables and one.variables[name] == first.variables.get(name) for one in scopes)
        else None
        for name in names
    }
    run.cwd = first.cwd if all(one.cwd == first.cwd for one in scopes) else None
    run.errexit = all(one.errexit for one in scopes)
    run.pipefail = all(one.pipefail for one in scopes)
    run.left = left
