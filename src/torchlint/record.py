"""typing's NamedTuple, Generic and TypeVar without typing: a start pays for every module and every class.

A class written as `class Span(NamedTuple)` is the same tuple either way, and type checkers see typing's own. But
typing's compiles each annotation and a constructor when the class is made, 0.3 ms where this takes 0.02; torchlint has
a hundred of them. A module that makes one needs `from __future__ import annotations`, as all of torchlint's have.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Generic as Generic
    from typing import NamedTuple as NamedTuple
    from typing import TypeVar as TypeVar
else:
    from collections import namedtuple
    from functools import cache
    from types import FunctionType

    _tuple = tuple.__new__

    # How tuples of one to nine are made. Compiled ahead with this module: to compile them at every start takes longer
    # than to make all the classes.
    _MAKERS = (
        lambda _cls, a: _tuple(_cls, (a,)),
        lambda _cls, a, b: _tuple(_cls, (a, b)),
        lambda _cls, a, b, c: _tuple(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _tuple(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _tuple(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _tuple(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _tuple(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _tuple(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _tuple(_cls, (a, b, c, d, e, f, g, h, i)),
    )

    @cache
    def _plain(size):
        """How a named tuple of that size is made, and its fields: both serve all others, but for their names."""
        plain = namedtuple("Plain", [f"field{at}" for at in range(size)])  # noqa: PYI024
        return plain.__new__, [plain.__dict__[field] for field in plain._fields]

    def _make(cls, values):
        made = _tuple(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes):
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self):
        return dict(zip(self._fields, self, strict=True))

    def _getnewargs(self):
        return tuple(self)

    def _repr(self):
        values = [f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True)]
        return f"{type(self).__name__}({', '.join(values)})"

    # Copied into every class and not inherited: a class is made faster the fewer it has above it.
    _SHARED = {
        "__slots__": (),
        "__repr__": _repr,
        "__getnewargs__": _getnewargs,
        "__replace__": _replace,
        "_asdict": _asdict,
        "_make": classmethod(_make),
        "_replace": _replace,
    }

    class _Made(type):
        """Turns the body of a class statement into a tuple class whose fields have names."""

        def __new__(mcs, name, bases, namespace):
            fields = tuple(namespace.get("__annotations__", ()))
            if not fields:
                raise TypeError(f"{name} has no fields: does its module lack `from __future__ import annotations`?")
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            maker, getters = _plain(max(len(fields), len(_MAKERS)))
            if len(fields) <= len(_MAKERS):
                maker = _MAKERS[len(fields) - 1]
            code = maker.__code__.replace(co_name="__new__", co_varnames=("_cls", *fields))
            new = FunctionType(code, maker.__globals__, None, tuple(defaults.values()))
            new.__qualname__ = f"{name}.__new__"
            made = {**_SHARED, **namespace, **dict(zip(fields, getters, strict=False)), "__new__": new}
            made["_fields"] = made["__match_args__"] = fields
            made["_field_defaults"] = defaults
            return type(name, (tuple, *(base for base in bases if base is not NamedTuple)), made)

    NamedTuple = type.__new__(_Made, "NamedTuple", (), {})

    class Generic:
        """`Generic[T]` means something to type checkers only."""

        __slots__ = ()

        def __class_getitem__(cls, parameters):
            return cls

    def TypeVar(name, **_kinds):  # noqa: N802
        return name
