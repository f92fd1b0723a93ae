"""What lists and answers have in common: they become tables of pandas, polars and Arrow."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from chronicle.errors import UsageError, one_of

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from chronicle.presenting.frames import Frame

T = TypeVar("T")


class Framed(ABC):
    """Each of the libraries is an extra: UsageError says how to install one that is missing."""

    @abstractmethod
    def _frame(self, columns: Sequence[str] | None) -> "Frame": ...

    def to_pandas(self, columns: Sequence[str] | None = None) -> "pandas.DataFrame":
        made: pandas.DataFrame = _made("pandas", "pandas", "pandas_frame", self._frame(columns))
        return made

    def to_polars(self, columns: Sequence[str] | None = None) -> "polars.DataFrame":
        made: polars.DataFrame = _made("polars", "polars", "polars_frame", self._frame(columns))
        return made

    def to_arrow(self, columns: Sequence[str] | None = None) -> "pyarrow.Table":
        return _made("pyarrow", "parquet", "arrow_table", self._frame(columns))


def _made(library: str, extra: str, function: str, frame: "Frame") -> Any:
    from chronicle.presenting import frames

    try:
        return getattr(frames, function)(frame)
    except ModuleNotFoundError as error:
        raise UsageError(f"{library}: is not installed; pip install 'chronicle-of-states[{extra}]'") from error


class Listed(list[T], Framed, Generic[T]):
    """A list of values of one kind; as a table it has the columns `names`, or those asked for."""

    def __init__(self, values: Iterable[T], names: Sequence[str], row: Callable[[T], Sequence[Any]]) -> None:
        super().__init__(values)
        self.names = tuple(names)
        self._row = row

    def _frame(self, columns: Sequence[str] | None) -> "Frame":
        return narrowed(self.names, map(self._row, self), columns)


def listed(values: Iterable[T], kind: Any) -> Listed[T]:
    """Values of a dataclass or a named tuple, with a column for each of its fields."""
    names = getattr(kind, "_fields", None) or [field.name for field in fields(kind)]
    return Listed(values, names, lambda value: [getattr(value, name) for name in names])


def narrowed(names: Sequence[str], rows: Iterable[Sequence[Any]], wanted: Sequence[str] | None) -> "Frame":
    """The rows as a table, with the columns that are wanted."""
    from chronicle.presenting.frames import of_rows

    if wanted is None:
        return of_rows(names, rows)
    places = [names.index(one_of(name, names, "column")) for name in wanted]
    return of_rows(wanted, ([row[at] for at in places] for row in rows))


class Table(Framed):
    """What SQL answers: the names of its columns and its rows."""

    def __init__(self, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
        self.names = names
        self.rows = rows

    def __iter__(self) -> Any:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"Table({', '.join(self.names)}: {len(self.rows)} rows)"

    def _frame(self, columns: Sequence[str] | None) -> "Frame":
        return narrowed(self.names, self.rows, columns)
