"""A list of officeholders, one term a line, into the user's own tables.

The list's columns: country (ISO 3166-1 alpha-2, blank for what has no code), country_name, office, person,
wikidata, start, end (days, months, years or blank), english_wikipedia. Importing twice changes nothing.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from chronicle.errors import GazetteerError
from chronicle.gazetteer.listed import LIST_COLUMNS, Listed
from chronicle.gazetteer.merging import Term, Terms, with_ends
from chronicle.gazetteer.people import People
from chronicle.gazetteer.references import known_codes
from chronicle.gazetteer.tables import COLUMNS, read_table, read_tables
from chronicle.gazetteer.titles import Title, Titles

Cells = dict[str, str]
TERM_START = COLUMNS["terms.csv"][:5]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A line of the list, whose term it is, and the term of the tables in whose way it stands.

    `namesake`: both are called alike, and have different Wikidata ids.
    """

    line: int
    listed: Listed
    holder: str
    term: Term
    namesake: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What came into the own tables, and how many of the list's terms stayed out and why.

    `people` counts the new ones with a term that came in; the others are not taken over.
    `ended` counts own terms whose blank end the list fills in. `known`: the tables have that person in that
    office. `contradicted`: where somebody else holds an exclusive office then. `undated`: the lines without a person,
    an office or a date that is one, or with an end before the start. `unknown`: the codes of countries that the
    tables lack, `odd` what stands for a Wikidata item and is none; what is listed with them came in without one.
    """

    people: int
    offices: int
    terms: int
    ended: int
    known: int
    contradicted: tuple[Contradiction, ...]
    undated: tuple[int, ...]
    unknown: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


def import_officeholders(csv_path: Path, own_folder: Path, shipped: Path) -> Imported:
    """Add a list's people, offices and terms to the tables of `own_folder`, which is made if need be."""
    listed = _read(csv_path)
    own_folder.mkdir(parents=True, exist_ok=True)
    tables = read_tables(shipped, own_folder)
    codes = known_codes(tables)
    sound = [_as_known(each, codes) for each in listed if each.makes_sense()]
    titles, people = Titles.of(tables, shipped), People.of(tables)
    terms = Terms.of(tables, shipped, titles.offices)
    contradicted = _bring(sound, titles, people, terms)
    used, holders = {term.office for term in terms.made}, {term.person for term in terms.made}
    offices = [row for office, row in titles.made.items() if office in used]
    new = [row for row in people.made if row["id"] in holders]
    made = [{column: getattr(term, column) for column in COLUMNS["terms.csv"]} for term in terms.made]
    _write(own_folder / "people.csv", new, {})
    _write(own_folder / "offices.csv", offices, {})
    _write(own_folder / "terms.csv", made, terms.ended)
    undated = tuple(each.line for each in listed if not each.makes_sense())
    unknown = tuple(sorted({each.country for each in listed if each.makes_sense()} - codes - {""}))
    odd = tuple(sorted({each.wikidata for each in listed if each.makes_sense() and each.has_no_item()}))
    return Imported(
        len(new), len(offices), len(made), len(terms.ended), terms.known, contradicted, undated, unknown, odd
    )


def _as_known(listed: Listed, codes: frozenset[str]) -> Listed:
    """Without a code or a Wikidata item that is none."""
    known = listed if listed.country in codes else listed.without_code()
    return known.without_item() if known.has_no_item() else known


def _read(path: Path) -> list[Listed]:
    table = read_table(path)
    if not table.columns:
        raise GazetteerError(f"{path}: no such list, or an empty one; give a CSV file of officeholders")
    lacking = [column for column in LIST_COLUMNS if column not in table.columns]
    if lacking:
        what = f"no column {', '.join(lacking)}"
        raise GazetteerError(f"{path}: {what}; the columns are {','.join(LIST_COLUMNS)}")
    return [Listed.of(row) for row in table.rows]


def _bring(listed: list[Listed], titles: Titles, people: People, terms: Terms) -> tuple[Contradiction, ...]:
    """What stays out for the terms of somebody else, in the order of the list."""
    people.learn_orders(listed)
    who = people.identify(listed)
    meant = [(each, titles.meaning(each.office, each.country, each.country_name)) for each in listed]
    found: list[Contradiction] = []
    for each, title in sorted(with_ends(meant, titles.offices), key=_trust):
        other = terms.bring(Term(who[each.line], title.office, each.country, title.to, each.start, each.end))
        if other:
            holder = other.person
            found.append(Contradiction(each.line, each, people.name(holder), other, people.is_namesake(holder, each)))
    return tuple(sorted(found, key=lambda one: one.line))


def _trust(meant: tuple[Listed, Title]) -> tuple[str, str, str, int, str, bool, int]:
    """By country and office; there the usual title first, then by time; of two that differ the one with an end."""
    each, title = meant
    return each.country, title.office, title.to, title.rank, each.start, not each.end, each.line


def _write(path: Path, made: list[Cells], ended: dict[tuple[str, ...], str]) -> None:
    """The rows as they stand, with ends filled in, and the made ones behind them: whole, or not at all."""
    if not made and not ended and path.is_file():
        return
    table = read_table(path)
    columns = tuple(dict.fromkeys((*table.columns, *COLUMNS[path.name])))
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        lines.writeheader()
        lines.writerows(_ended(row.cells, ended) for row in table.rows)
        lines.writerows(made)
    beside.replace(path)


def _ended(cells: Cells, ended: dict[tuple[str, ...], str]) -> Cells:
    key = tuple(cells.get(column, "") for column in TERM_START)
    return cells | {"end": ended[key]} if key in ended else cells
