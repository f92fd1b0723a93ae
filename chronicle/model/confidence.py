"""How well a chronology seems to be read, counted."""

from dataclasses import dataclass

_SHARE = 4  # one in so many is too much,
_FEWEST = 2  # and one alone never is


@dataclass(frozen=True, slots=True)
class Confidence:
    """Of one section: its entries, and what speaks against them.

    `unclaimed` paragraphs between the entries that belong to none; `vain` lines that begin with a date and open
    no entry; `disordered` steps against the order of the list; dates `outside` the period; `undated` entries
    whose date has no year or no calendar has it.
    """

    entries: int
    unclaimed: int = 0
    vain: int = 0
    disordered: int = 0
    outside: int = 0
    undated: int = 0

    @property
    def doubts(self) -> tuple[str, ...]:
        """Those that are so many that the section looks badly read."""
        return tuple(words for count, words in self._counts if count >= _FEWEST and count * _SHARE > self.entries)

    @property
    def told(self) -> tuple[str, ...]:
        """Whatever there is, in words."""
        return tuple(words for count, words in self._counts if count)

    @property
    def _counts(self) -> tuple[tuple[int, str], ...]:
        return (
            (self.unclaimed, _of(self.unclaimed, "paragraph that belongs", "paragraphs that belong", "to no entry")),
            (self.vain, _of(self.vain, "line that begins", "lines that begin", "with a date and opens no entry")),
            (self.disordered, _of(self.disordered, "date", "dates", "out of order")),
            (self.outside, _of(self.outside, "date", "dates", "outside the period")),
            (self.undated, _of(self.undated, "entry", "entries", "without a possible date")),
        )


def _of(count: int, one: str, more: str, what: str) -> str:
    return f"{count} {one if count == 1 else more} {what}"
