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
    from operator import itemgetter
    from types import FunctionType

    _tuple = tuple.__new__

    # How tuples of one to twelve are made, compiled with this module: to compile a constructor for each class takes
    # longer than to make the class.
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
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _tuple(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _tuple(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _tuple(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
    )
    _plain = namedtuple("_plain", "a b c d e f g h i j k m")  # noqa: PYI024
    # What reads a field does not know its name, so that those of one class serve all.
    _FIELDS = [_plain.__dict__[field] for field in _plain._fields]

    _MOST = len(_FIELDS)

    def _getters(number):
        return [*_FIELDS, *(property(itemgetter(at)) for at in range(_MOST, number))]

    def _constructor(name, fields, defaults):
        if len(fields) > _MOST:
            return _slowly(name, fields, defaults)
        maker = _MAKERS[len(fields) - 1]
        names = ("_cls", *fields)
        code = maker.__code__.replace(co_name="__new__", co_qualname=name + ".__new__", co_varnames=names)
        return FunctionType(code, globals(), None, tuple(defaults.values()))

    def _slowly(name, fields, defaults):
        """The constructor of a record so long that few are made."""

        def new(cls, /, *values, **named):
            given = dict(zip(fields, values, strict=False))
            whole = {**defaults, **given, **named}
            if len(values) > len(fields) or given.keys() & named.keys() or whole.keys() != set(fields):
                raise TypeError(f"{name} takes {', '.join(fields)}")
            return _tuple(cls, map(whole.__getitem__, fields))

        return new

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
            number = len(fields)
            defaults = {field: namespace[field] for field in fields if field in namespace}
            made = {**_SHARED, **namespace}
            made.update(zip(fields, _FIELDS if number <= _MOST else _getters(number), strict=False))
            made["__new__"] = _constructor(name, fields, defaults)
            made["_fields"] = made["__match_args__"] = fields
            made["_field_defaults"] = defaults
            return type(name, (tuple,) if len(bases) == 1 else (tuple, *bases[1:]), made)

    NamedTuple = type.__new__(_Made, "NamedTuple", (), {})

    class Generic:
        """`Generic[T]` means something to type checkers only."""

        __slots__ = ()

        def __class_getitem__(cls, parameters):
            return cls

    def TypeVar(name, **_kinds):  # noqa: N802
        return name
