"""The other ways of writing a name in Latin letters, by the table of spellings: `Gemba` and `Genba`."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from chronicle.errors import GazetteerError

# The spellings of a printed name besides itself.
Spelled = Callable[[str], set[str]]


def spellings(rows: Iterable[dict[str, str]]) -> dict[str, Spelled]:
    """For each country of the table, what gives the other spellings of a name; GazetteerError for a bad pattern."""
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for row in rows:
        try:
            pattern = re.compile(row["pattern"])
            # A spelling that asks for a group that the pattern has not.
            re.compile(f"{row['pattern']}|").sub(row["spelling"], "")
        except (re.error, IndexError) as error:
            raise GazetteerError(f"spellings.csv: {row['pattern']}: {error}; mend the pattern") from error
        rules[row["country"]].append((pattern, row["spelling"]))
    return {country: _speller(patterns) for country, patterns in rules.items()}


def _speller(patterns: list[tuple[re.Pattern[str], str]]) -> Spelled:
    return lambda printed: {pattern.sub(spelling, printed) for pattern, spelling in patterns} - {printed}


def as_printed(_: str) -> set[str]:
    """A name of a country without rules has no other spelling."""
    return set()
