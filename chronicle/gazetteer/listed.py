"""One line of a list of officeholders."""

from dataclasses import dataclass, replace
from datetime import date

from chronicle.gazetteer.dates import days_of
from chronicle.gazetteer.shape import WIKIDATA
from chronicle.gazetteer.tables import Row

LIST_COLUMNS = (
    "country", "country_name", "office", "person", "wikidata", "start", "end", "english_wikipedia",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """`country` is blank for what has no code; `article` is the title of the encyclopedia's article."""

    line: int
    country: str
    country_name: str
    office: str
    person: str
    wikidata: str
    start: str
    end: str
    article: str

    @classmethod
    def of(cls, row: Row) -> "Listed":
        return cls(row.line, *(row[column] for column in LIST_COLUMNS))

    def makes_sense(self) -> bool:
        """Somebody in something, from a date on, to a later one or a blank."""
        starts, ends = days_of(self.start), days_of(self.end)
        if not (self.person and self.office and starts) or (self.end and not ends):
            return False
        return ends is None or starts[0] <= ends[1]

    def since(self) -> date:
        """The first day that the start can mean."""
        days = days_of(self.start)
        return days[0] if days else date.max

    def without_code(self) -> "Listed":
        return replace(self, country="")

    def has_no_item(self) -> bool:
        """Whether something else stands where a Wikidata item should."""
        return bool(self.wikidata) and not WIKIDATA.fullmatch(self.wikidata)

    def without_item(self) -> "Listed":
        return replace(self, wikidata="")
