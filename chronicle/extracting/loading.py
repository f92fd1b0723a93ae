"""The gazetteer out of the reference tables.

`load_gazetteer` reads the CSV tables of a folder (data/README.md describes them) and, over them,
the tables of the same names in a user's own folder.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from sys import intern

from rapidfuzz.distance import OSA

from chronicle.errors import GazetteerError
from chronicle.extracting.collecting import not_collecting
from chronicle.extracting.gazetteer import (
    Body,
    Gazetteer,
    Office,
    Person,
    Place,
    Printed,
    ShortName,
    Sort,
    State,
    Term,
)  # fmt: skip
from chronicle.extracting.lexicon import load_lexicon
from chronicle.extracting.romanising import as_printed, spellings
from chronicle.extracting.words import norms_of
from chronicle.model import VenueKind
from chronicle.reference import names_of_places, table_rows, without_qualifier


def load_gazetteer(folder: Path, own: Path | None = None) -> Gazetteer:
    """Read the tables of `folder` and, over them, those of `own`; GazetteerError where one is malformed."""
    folders = table_folders(folder, own)
    # A quarter of a million small values are made that all stay: the collector would look through them in vain.
    with not_collecting():
        return _Builder(folders).build()


def table_folders(folder: Path, own: Path | None) -> list[Path]:
    """The folders of the tables, the later over the earlier; GazetteerError where one is not there."""
    folders = [folder] if own is None else [folder, own]
    for each in folders:
        if not each.is_dir():
            raise GazetteerError(f"{each}: no such folder of reference tables; check CHRONICLE_DATA")
    return folders


def items(cell: str | None) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()] if cell else []


def _families_of_aliases(families: Sequence[str], aliases: Iterable[str]) -> list[str]:
    """The family name as other transliterations have it: `Zelensky` of `Volodymyr Zelensky`."""
    known = [family.casefold() for family in families]
    words = {word for alias in aliases for word in alias.split() if word[:1].isupper() and word.isalpha()}
    return sorted(word for word in words if any(_spells(word.casefold(), family) for family in known))


def _spells(word: str, family: str) -> bool:
    near = min(len(word), len(family)) >= _LONG_ENOUGH and word[0] == family[0]
    return near and 0 < OSA.distance(word, family) <= _FEW_LETTERS


_LONG_ENOUGH, _FEW_LETTERS = 6, 2


def _code(cell: str | None) -> str | None:
    """A word that many rows share, once for all of them; None for a blank."""
    return intern(cell) if cell else None


_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@cache
def first_day(cell: str) -> date:
    """The first day that `2005`, `2005-03` or `2005-03-04` covers; the earliest day for a blank."""
    match = _DATE.fullmatch(cell)
    if not match:
        return date.min
    year, month, day = (int(part or 1) for part in match.groups())
    return date(year, month, day)


@cache
def last_day(cell: str) -> date:
    """The last day that `2005`, `2005-03` or `2005-03-04` covers; the latest day for a blank."""
    match = _DATE.fullmatch(cell)
    if not match:
        return date.max
    year, month, day = match.groups()
    if day:
        return date(int(year), int(month), int(day))
    if month and int(month) < 12:
        return date(int(year), int(month) + 1, 1) - timedelta(days=1)
    return date(int(year), 12, 31)


class _Builder:
    """Collects printed forms while the tables are read, then sorts them into the gazetteer."""

    def __init__(self, folders: list[Path]) -> None:
        self.folders = folders
        self.gazetteer = Gazetteer()
        self.printed: dict[tuple[str, ...], list[Printed]] = defaultdict(list)
        self.given: set[str] = set()
        self.family: set[str] = set()

    def build(self) -> Gazetteer:
        for read in (
            self._states,
            self._short_names,
            self._people,
            self._offices,
            self._terms,
            self._bodies,
            self._places,
        ):
            try:
                read()
            except (KeyError, ValueError, AttributeError, TypeError) as error:
                table = read.__name__.lstrip("_")
                what = f"{self.folders[-1]}: malformed table of {table}: {error}"
                raise GazetteerError(f"{what}; `chronicle gazetteer check` names the row and what to do") from error
        self._index()
        return self.gazetteer

    def _add(self, printed: str, sort: Sort, key: str, *, lower: bool = False) -> tuple[str, ...]:
        norms = tuple(map(intern, norms_of(printed)))
        if norms:
            acronym = len(printed) < 12 and printed.isupper() and printed.isascii()
            self.printed[norms].append((sort, key, acronym, lower, "," in printed))
        return norms

    def _states(self) -> None:
        for row in table_rows(self.folders, "states.csv"):
            code = row["code"]
            self.gazetteer.states[code] = State(
                code, row["name"], row["leader"] or "head-of-government", bool(row["family_first"]),
                next(iter(items(row["capital"])), ""),
            )  # fmt: skip
            for printed in [row["name"], row["official"], *items(row["aliases"])]:
                self._add(printed, Sort.STATE, code)
            for sort, column in (
                (Sort.DEMONYM, "demonyms"),
                (Sort.PEOPLE, "people"),
                (Sort.CAPITAL, "capital"),
                (Sort.METONYM, "metonyms"),
            ):
                for printed in items(row[column]):
                    self._add(printed, sort, code)

    def _short_names(self) -> None:
        sorts = {"state": Sort.STATE, "demonym": Sort.DEMONYM, "people": Sort.PEOPLE}
        for row in table_rows(self.folders, "short_names.csv"):
            form = norms_of(row["form"])[0]
            if row["sort"] == "relation":
                known = self.gazetteer.relation_names.get(form, frozenset())
                self.gazetteer.relation_names[form] = known | {row["country"]}
                continue
            name = ShortName(row["country"], sorts[row["sort"]], frozenset(items(row["within"])))
            self.gazetteer.short_names.setdefault(form, []).append(name)
            self._add(row["form"], Sort.SHORT, form, lower=row["form"].islower())

    def _people(self) -> None:
        others = spellings(table_rows(self.folders, "spellings.csv"))
        for row in table_rows(self.folders, "people.csv"):
            families = tuple(items(row["family"]))
            person = Person(row["id"], row["name"], families, _code(row["country"]), row["wikidata"] or None)
            self.gazetteer.people[person.id] = person
            spelled = others.get(row["country"], as_printed)
            also = [spelling for printed in families for spelling in spelled(printed)]
            also += _families_of_aliases(families, items(row["aliases"]))
            own = {norm for printed in (*families, *also) for norm in self._add(printed, Sort.FAMILY, person.id)}
            self.family.update(own)
            for printed in [row["name"], *spelled(row["name"]), *items(row["aliases"]), *items(row["native"])]:
                norms = self._add(printed, Sort.PERSON, person.id)
                self.given.update(n for n in norms if n not in own and len(n) > 2)

    def _offices(self) -> None:
        for row in table_rows(self.folders, "offices.csv"):
            office = Office(
                row["id"], row["name"], row["function"] or row["id"], frozenset(items(row["country"])),
                int(row["weight"] or 2), bool(row["exclusive"]), bool(row.get("sent")),
            )  # fmt: skip
            self.gazetteer.offices[office.id] = office
            for printed in {row["name"].lower(), *items(row["forms"])}:
                self._add(printed, Sort.OFFICE, office.id, lower=True)
                for plural in plurals(printed):
                    self._add(plural, Sort.OFFICES, office.id, lower=True)

    def _terms(self) -> None:
        people, offices = self.gazetteer.people, self.gazetteer.offices
        terms_of, terms_in = defaultdict(list), defaultdict(list)
        for row in table_rows(self.folders, "terms.csv"):
            if row["person"] not in people or row["office"] not in offices:
                raise ValueError(f"a term of {row['person']!r} in {row['office']!r}, which no table has")
            term = Term(
                people[row["person"]].id, offices[row["office"]].id, _code(row["country"]), _code(row["to"]),
                first_day(row["start"]), last_day(row["end"]),
            )  # fmt: skip
            terms_of[term.person].append(term)
            terms_in[offices[term.office].function, term.country].append(term)
            if offices[term.office].function != term.office:
                terms_in[term.office, term.country].append(term)
        for terms in terms_in.values():
            terms.sort(key=lambda t: t.start)
        self.gazetteer.terms_of, self.gazetteer.terms_in = dict(terms_of), dict(terms_in)

    def _bodies(self) -> None:
        for row in table_rows(self.folders, "organizations.csv"):
            body = Body(
                row["id"], row["name"], intern(row["kind"]), _code(row["country"]),
                _code(row.get("function")), row["wikidata"] or None,
                frozenset(norms_of(f"{row['name']} {row['aliases']}")),
            )  # fmt: skip
            self.gazetteer.bodies[body.id] = body
            if body.function and body.country:
                self.gazetteer.bodies_by_function.setdefault((body.function, body.country), body)
            for printed in [row["name"], *items(row["aliases"])]:
                self._add(printed, Sort.BODY, body.id)
        for row in table_rows(self.folders, "generic_bodies.csv"):
            self._add(row["form"], Sort.GENERIC, row["function"], lower=True)
            if row["default"]:
                self.gazetteer.default_bodies[row["function"]] = row["default"]
        for row in table_rows(self.folders, "notbodies.csv"):
            for printed in [row["name"], *items(row["aliases"])]:
                self._add(printed, Sort.NOT_A_BODY, row["kind"])

    def _places(self) -> None:
        names = names_of_places(self.folders)
        for row in table_rows(self.folders, "venues.csv"):
            place = Place(
                row["id"], names[row["id"]], intern(row["kind"]), _code(row["country"]), _code(row["within"]),
                float(row["latitude"]) if row["latitude"] else None,
                float(row["longitude"]) if row["longitude"] else None,
                row["geonames"] or None,
            )  # fmt: skip
            self.gazetteer.places[place.id] = place
            for printed in [row["name"], *items(row["aliases"])]:
                self._add(printed, Sort.PLACE, place.id)
        self._shared_names()

    def _shared_names(self) -> None:
        """What cities of several countries share without what tells them apart, if nothing and nobody else has it.

        Of one country's the tables say which is meant by the bare name, if any: `Nice` and `Reading` are words.
        """
        cities: dict[str, list[Place]] = defaultdict(list)
        for row in table_rows(self.folders, "venues.csv"):
            if row["kind"] == VenueKind.CITY and (name := without_qualifier(row["name"])) != row["name"]:
                cities[name].append(self.gazetteer.places[row["id"]])
        for name, places in cities.items():
            norms = norms_of(name)
            taken = tuple(norms) in self.printed or not self.given.isdisjoint(norms)
            if not taken and len({place.country for place in places}) > 1:
                for place in places:
                    self._add(name, Sort.PLACE, place.id)

    def _index(self) -> None:
        lengths: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for norms in self.printed:
            if len(norms) > 1:
                lengths[norms[:2]].add(len(norms))
        self.gazetteer.printed = dict(self.printed)
        self.gazetteer.lengths = {two: tuple(sorted(sizes, reverse=True)) for two, sizes in lengths.items()}
        self.gazetteer.given_names = frozenset(self.given - self.family)
        self.gazetteer.family_names = frozenset(self.family)
        self.gazetteer.lexicon = load_lexicon(self.folders)


def plurals(form: str) -> list[str]:
    """`chief of staff` -> `chiefs of staff`; `secretary` -> `secretaries`; `gov.` -> `govs.`"""
    head, of, rest = form.partition(" of ")
    if not of:
        head, of, rest = form.partition(" to ")
    return [f"{_plural_word(head)}{of}{rest}"]


def _plural_word(phrase: str) -> str:
    if phrase.endswith("."):
        return f"{_plural_word(phrase[:-1])}."
    if phrase.endswith("man"):
        return phrase[:-2] + "en"
    if phrase.endswith("y") and phrase[-2:-1] not in "aeiou":
        return phrase[:-1] + "ies"
    if phrase.endswith(("s", "ch", "sh", "x")):
        return phrase + "es"
    return phrase + "s"
