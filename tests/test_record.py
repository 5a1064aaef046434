"""Records are the named tuples that type checkers take them for."""

from __future__ import annotations

import copy
import importlib
import inspect
import pickle
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import torchlint
from torchlint import record

SOURCE = Path(torchlint.__file__).parent


def records() -> dict[str, Any]:
    """Every class of the package that is made with record.NamedTuple, by its full name."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = ".".join(("torchlint", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
        if path.stem != "__main__" and "rules" not in name.split("."):
            module = importlib.import_module(name)
            for one in vars(module).values():
                if inspect.isclass(one) and one.__module__ == name and issubclass(one, tuple) and module is not record:
                    found[f"{name}.{one.__qualname__}"] = one
    return found


RECORDS = records()
every_record = pytest.mark.parametrize("kind", RECORDS.values(), ids=RECORDS)


def plain(kind: Any) -> Any:
    """The standard library's named tuple with the same fields and defaults."""
    return namedtuple(kind.__name__, kind._fields, defaults=kind._field_defaults.values())  # noqa: PYI024


def values(kind: Any) -> tuple[str, ...]:
    return tuple(f"value of {field}" for field in kind._fields)


def test_there_are_records_of_every_length() -> None:
    """Short and long ones are made in two ways: both are tested below."""
    lengths = {len(kind._fields) for kind in RECORDS.values()}
    assert min(lengths) == 1
    assert max(lengths) > 20


@every_record
def test_fields_and_defaults_are_those_of_the_annotations(kind: Any) -> None:
    assert kind._fields == tuple(kind.__annotations__)
    assert kind.__match_args__ == kind._fields
    assert list(kind._field_defaults) == list(kind._fields[len(kind._fields) - len(kind._field_defaults) :])
    required = kind._fields[: len(kind._fields) - len(kind._field_defaults)]
    made = kind(*required)
    assert made == (*required, *kind._field_defaults.values())


@every_record
def test_record_is_made_and_read_like_a_named_tuple(kind: Any) -> None:
    expected = plain(kind)(*values(kind))
    by_name = dict(zip(kind._fields, values(kind), strict=True))
    for made in (kind(*values(kind)), kind(**by_name), kind._make(iter(values(kind)))):
        assert type(made) is kind
        assert made == expected
        assert hash(made) == hash(expected)
        assert made._asdict() == expected._asdict() == by_name
        assert [getattr(made, field) for field in kind._fields] == list(values(kind))
        assert not hasattr(made, "__dict__")


@every_record
def test_wrong_arguments_are_refused(kind: Any) -> None:
    attempts: tuple[Callable[[], Any], ...] = (
        lambda: kind(*values(kind), "one too many"),
        lambda: kind(*values(kind), **{kind._fields[0]: "twice"}),
        lambda: kind(*values(kind)[1:], no_such_field=1),
        lambda: kind._make((*values(kind), "one too many")),
        lambda: kind(*values(kind))._replace(no_such_field=1),
    )
    for refused in attempts:
        with pytest.raises(TypeError):
            refused()
    with pytest.raises(AttributeError):
        setattr(kind(*values(kind)), kind._fields[0], "changed")


@every_record
def test_replaced_copied_and_pickled_it_stays_what_it_is(kind: Any) -> None:
    made = kind(*values(kind))
    for field in kind._fields:
        changed = made._replace(**{field: "changed"})
        assert type(changed) is kind
        assert changed == plain(kind)(*values(kind))._replace(**{field: "changed"})
    again = pickle.loads(pickle.dumps(made))
    for other in (copy.copy(made), copy.deepcopy(made), again):
        assert type(other) is kind
        assert other == made


@pytest.mark.parametrize("kind", [kind for kind in RECORDS.values() if kind.__repr__.__module__ == record.__name__])
def test_repr_names_the_fields(kind: Any) -> None:
    assert repr(kind(*values(kind))) == repr(plain(kind)(*values(kind)))


def test_missing_argument_is_named() -> None:
    with pytest.raises(TypeError, match=r"Span\.__new__\(\) missing 1 required positional argument: 'end'"):
        torchlint.Span(1)  # type: ignore[call-arg]


def test_record_is_matched_by_position_and_name() -> None:
    match torchlint.Span(3, 5):
        case torchlint.Span(start, end=end):
            assert (start, end) == (3, 5)


def test_class_without_annotations_is_refused() -> None:
    """On Python 3.14 a module without the future import has them elsewhere; better an error than an empty tuple."""
    made: Any = type(record.NamedTuple)
    with pytest.raises(TypeError, match="from __future__ import annotations"):
        made("Empty", (record.NamedTuple,), {})


class Twin(NamedTuple):
    """The same class in typing's way."""

    here: int
    there: str = "x"


def test_module_without_typing_makes_the_same_class() -> None:
    code = (
        "from __future__ import annotations\nimport sys\nfrom torchlint.record import NamedTuple\n"
        "class Twin(NamedTuple):\n    here: int\n    there: str = 'x'\n"
        "made = Twin(1), Twin(1, there='y')._replace(here=2), Twin._fields, Twin._field_defaults\n"
        "print(*made, 'typing' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    twin = Twin(1, there="y")._replace(here=2)
    assert done.stdout.split("\n")[0] == f"{Twin(1)} {twin} {Twin._fields} {Twin._field_defaults} False"
