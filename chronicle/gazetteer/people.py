"""Who in a list is who in the tables, and rows for those who are new."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from chronicle.gazetteer.holders import full_names
from chronicle.gazetteer.listed import Listed
from chronicle.gazetteer.names import fold, slug
from chronicle.gazetteer.naming import Named, Order, named, orders
from chronicle.gazetteer.tables import Tables


@dataclass(slots=True)
class People:
    """Ids by Wikidata id, and by name and country; `wikidata` of each id, as far as it is known."""

    family_first: dict[str, bool]
    tables: Tables
    ids: set[str] = field(default_factory=set)
    by_wikidata: dict[str, str] = field(default_factory=dict)
    by_name: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    wikidata: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    order: dict[str, Order] = field(default_factory=dict)
    made: list[dict[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, tables: Tables) -> "People":
        people = cls({row["code"]: bool(row["family_first"]) for row in tables.rows("states.csv")}, tables)
        for row in tables.rows("people.csv"):
            people._know(row["id"], row["wikidata"], full_names(row), row["country"])
        return people

    def _know(self, person: str, wikidata: str, names: Sequence[str], country: str) -> None:
        self.ids.add(person)
        self.names[person] = next(iter(names), person)
        self.wikidata[person] = wikidata
        if wikidata:
            self.by_wikidata.setdefault(wikidata, person)
        for name in {fold(name) for name in names}:
            self.by_name[name, country].append(person)

    def name(self, person: str) -> str:
        return self.names.get(person, person)

    def is_namesake(self, person: str, listed: Listed) -> bool:
        """Whether the person is called like somebody of the list, and of the same country."""
        return person in self.by_name.get((fold(listed.person), listed.country), ())

    def learn_orders(self, listed: list[Listed]) -> None:
        """In which order the list prints the names of each country, from those whom the tables know."""
        rows = {row["wikidata"]: row for row in self.tables.rows("people.csv") if row["wikidata"]}
        names = {each.wikidata: each.person for each in listed if each.wikidata in rows}
        self.order = orders(((name, rows[wikidata]) for wikidata, name in names.items()), self.family_first)

    def identify(self, listed: list[Listed]) -> dict[int, str]:
        """The person of each line; one not known yet gets a row, with the country of most of the terms."""
        groups: dict[str | tuple[str, str], list[Listed]] = defaultdict(list)
        for each in listed:
            groups[each.wikidata or (each.person, each.country)].append(each)
        found: dict[int, str] = {}
        for group in groups.values():
            country = Counter(each.country for each in group).most_common(1)[0][0]
            name = self._named(group[0], country)
            person = self._known(group[0], name, country) or self._made(group[0], name, country)
            found |= {each.line: person for each in group}
        return found

    def _known(self, listed: Listed, name: Named, country: str) -> str | None:
        """By the Wikidata id; else by name and country, unless that person has another Wikidata id."""
        if listed.wikidata in self.by_wikidata:
            return self.by_wikidata[listed.wikidata]
        for form in (name.name, *name.aliases):
            for person in self.by_name.get((fold(form), country), ()):
                if not (self.wikidata[person] and listed.wikidata):
                    self._claim(person, listed.wikidata)
                    return person
        return None

    def _claim(self, person: str, wikidata: str) -> None:
        """A second namesake of the list is somebody else."""
        if wikidata:
            self.wikidata[person] = wikidata
            self.by_wikidata[wikidata] = person

    def _named(self, listed: Listed, country: str) -> Named:
        return named(listed.person, listed.article, self.order.get(country, Order(False, False)))

    def _made(self, listed: Listed, name: Named, country: str) -> str:
        person = self._new_id(name.name, country, listed.wikidata)
        cells = (person, name.name, name.family, country, ";".join(name.aliases), "", listed.wikidata)
        columns = ("id", "name", "family", "country", "aliases", "native", "wikidata")
        self.made.append(dict(zip(columns, cells, strict=True)))
        self._know(person, listed.wikidata, [name.name, *name.aliases], country)
        return person

    def _new_id(self, name: str, country: str, wikidata: str) -> str:
        """The name; with the country, and then with what nobody else has, where it is taken."""
        own = wikidata.lower() or sha256(f"{name}/{country}".encode()).hexdigest()[:8]
        short = slug(name) or own
        for candidate in (short, f"{short}-{country.lower()}".rstrip("-"), f"{short}-{own}"):
            if candidate not in self.ids:
                return candidate
        return f"{short}-{country.lower()}-{own}"
