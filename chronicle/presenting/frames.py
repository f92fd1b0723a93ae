"""Values as a table of pandas, polars or Arrow: days as days, truth values, numbers and lists as what they are."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

from chronicle.model import Event
from chronicle.presenting.columns import NAMED, Kind


class Field(NamedTuple):
    """A column: its name and what it holds."""

    name: str
    kind: Kind = Kind.TEXT
    is_list: bool = False


class Frame(NamedTuple):
    """A table by columns. Days are `date`, lists are lists, what is absent is None."""

    fields: Sequence[Field]
    columns: Sequence[list[Any]]


def of_events(events: Iterable[Event], names: Sequence[str]) -> Frame:
    """A row for each event, with the columns of docs/csv.md that are named."""
    listed = list(events)
    columns = [NAMED[name] for name in names]
    return Frame(
        [Field(column.name, column.kind, column.is_list) for column in columns],
        [[_plain(column.value(event), column.kind) for event in listed] for column in columns],
    )


def of_rows(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Frame:
    """Rows of any values; a column is of the kind that all its values have, else text."""
    listed = list(rows)
    columns = [[row[at] for row in listed] for at in range(len(names))]
    fields = [_field(name, column) for name, column in zip(names, columns, strict=True)]
    return Frame(fields, [_uniform(field, column) for field, column in zip(fields, columns, strict=True)])


def _plain(value: Any, kind: Kind) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return date.fromisoformat(value) if kind is Kind.DAY and value else value


_KINDS: tuple[tuple[Kind, tuple[type, ...]], ...] = (
    (Kind.TRUTH, (bool,)),
    (Kind.NUMBER, (int,)),
    (Kind.DEGREES, (int, float)),
    (Kind.DAY, (date,)),
)


def _field(name: str, column: Iterable[Any]) -> Field:
    values = [value for value in column if value is not None]
    if values and all(isinstance(value, (tuple, list)) for value in values):
        return Field(name, is_list=True)
    fitting = (kind for kind, types in _KINDS if values and all(_is(value, types) for value in values))
    return Field(name, next(fitting, Kind.TEXT))


def _is(value: Any, types: tuple[type, ...]) -> bool:
    return isinstance(value, types) and (isinstance(value, bool) == (types == (bool,)))


def _uniform(field: Field, column: Iterable[Any]) -> list[Any]:
    if field.is_list:
        return [None if value is None else [str(item) for item in value] for value in column]
    if field.kind is Kind.TEXT:
        return [None if value is None else str(value) for value in column]
    return list(column)


# --- the libraries, each loaded where it is asked for


def pandas_frame(frame: Frame) -> Any:
    """Days are `datetime64[s]`, texts `string`, numbers and truth values such as can be absent; lists are lists."""
    pandas, numpy = import_module("pandas"), import_module("numpy")
    types = {Kind.TEXT: "string", Kind.TRUTH: "boolean", Kind.NUMBER: "Int64", Kind.DEGREES: "float64"}

    def series(field: Field, values: list[Any]) -> Any:
        if field.is_list:
            return pandas.Series(values, dtype="object")
        if field.kind is Kind.DAY:
            return pandas.Series(numpy.array(values, dtype="datetime64[s]"))
        return pandas.Series(values, dtype=types[field.kind])

    columns = {field.name: series(field, values) for field, values in zip(frame.fields, frame.columns, strict=True)}
    return pandas.DataFrame(columns, columns=[field.name for field in frame.fields])


def polars_frame(frame: Frame) -> Any:
    polars = import_module("polars")
    types = {
        Kind.TEXT: polars.String,
        Kind.TRUTH: polars.Boolean,
        Kind.NUMBER: polars.Int64,
        Kind.DEGREES: polars.Float64,
        Kind.DAY: polars.Date,
    }
    schema = {each.name: polars.List(types[each.kind]) if each.is_list else types[each.kind] for each in frame.fields}
    values = {field.name: column for field, column in zip(frame.fields, frame.columns, strict=True)}
    return polars.DataFrame(values, schema=schema)


def arrow_table(frame: Frame) -> Any:
    arrow = import_module("pyarrow")
    types: dict[Kind, Callable[[], Any]] = {
        Kind.TEXT: arrow.string,
        Kind.TRUTH: arrow.bool_,
        Kind.NUMBER: arrow.int64,
        Kind.DEGREES: arrow.float64,
        Kind.DAY: arrow.date32,
    }
    schema = arrow.schema(
        [(each.name, arrow.list_(types[each.kind]()) if each.is_list else types[each.kind]()) for each in frame.fields]
    )
    arrays = [arrow.array(column, field.type) for column, field in zip(frame.columns, schema, strict=True)]
    return arrow.Table.from_arrays(arrays, schema=schema)
