"""A list's titles of office as offices of the tables: `ambassador to Japan`, `Minister for Foreign Affairs`."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from chronicle.gazetteer.names import fold, slug
from chronicle.gazetteer.tables import Tables, items

# What differs between `Minister for Foreign Affairs of the Republic` and `Minister of Foreign Affairs`.
_LINKING = frozenset({"of", "for", "the"})


@dataclass(frozen=True, slots=True)
class Title:
    """What a title means: an office and to whom; `rank` is the form's place among the office's forms."""

    office: str
    to: str
    rank: int


@dataclass(frozen=True, slots=True)
class Office:
    id: str
    function: str
    countries: frozenset[str]
    exclusive: bool


def essence(title: str) -> str:
    return " ".join(word for word in fold(title).split() if word not in _LINKING)


@dataclass(slots=True)
class Titles:
    """The offices of the tables; a title that none of them prints becomes an office of its own in `made`."""

    shipped: set[str] = field(default_factory=set)
    offices: dict[str, Office] = field(default_factory=dict)
    forms: dict[str, list[tuple[int, Office]]] = field(default_factory=lambda: defaultdict(list))
    addressees: dict[str, str] = field(default_factory=dict)
    made: dict[str, dict[str, str]] = field(default_factory=dict)
    known: dict[tuple[str, str, str], Title] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Tables, shipped: Path) -> "Titles":
        titles = cls(addressees=_addressees(tables))
        for row in tables.rows("offices.csv"):
            titles._add(row.cells)
            if row.path.parent == shipped:
                titles.shipped.add(row["id"])
        return titles

    def _add(self, cells: dict[str, str]) -> None:
        function, countries = cells["function"] or cells["id"], frozenset(items(cells["country"]))
        office = Office(cells["id"], function, countries, bool(cells["exclusive"]))
        self.offices[office.id] = office
        for rank, form in enumerate([cells["name"], *items(cells["forms"])]):
            self.forms[essence(form)].append((rank, office))

    def meaning(self, printed: str, country: str, country_name: str) -> Title:
        """The office of a title in a country. What has no code is named in `to`, as a body is."""
        key = (printed, country, country_name)
        if key not in self.known:
            found = self._found(printed, country) or self._made(printed, country, country_name)
            self.known[key] = found if country else replace(found, to=country_name)
        return self.known[key]

    def _found(self, printed: str, country: str) -> Title | None:
        """A shipped office whole, or one to somebody, or else whatever office prints the title."""
        whole = self._office(printed, country)
        if whole is None or whole.office not in self.shipped:
            return self._sent(printed, country) or whole
        return whole

    def _sent(self, printed: str, country: str) -> Title | None:
        head, to, addressee = printed.partition(" to ")
        code = self.addressees.get(essence(addressee))
        office = self._office(head, country) if to and code else None
        return replace(office, to=code) if office and code else None

    def _office(self, form: str, country: str) -> Title | None:
        """An office of that country before one of all; one of other countries only is none.

        The shipped offices are those of states: what has no code has none of them.
        """
        found = self.forms.get(essence(form), [])
        fitting = [each for each in found if country in each[1].countries or not each[1].countries]
        if not country:
            fitting = [each for each in fitting if each[1].id not in self.shipped]
        ranked = ((not office.countries, rank, office.id) for rank, office in fitting)
        best = min(ranked, default=None)
        return Title(best[2], "", best[1]) if best else None

    def _made(self, printed: str, country: str, country_name: str) -> Title:
        """An office that no plural covers and nobody is inferred for.

        Where a shipped office prints the title, the new one names its country: what the shipped table says
        of a form stays as it is.
        """
        taken = any(office.id in self.shipped for _, office in self.forms.get(essence(printed), ()))
        name = f"{printed} ({country_name})" if taken else printed
        known = self.forms.get(essence(name))
        if known:
            return Title(known[0][1].id, "", 0)
        office = slug(name) or slug(f"{country_name} office")
        if office in self.offices:
            office = f"{office}-{country.lower() or slug(country_name)}"
        self.made[office] = _office_row(office, name, country if taken else "")
        self._add(self.made[office])
        return Title(office, "", 0)


def _office_row(office: str, name: str, country: str) -> dict[str, str]:
    row = dict.fromkeys(("id", "name", "function", "country", "forms", "weight", "exclusive"), "")
    return row | {"id": office, "name": name, "country": country, "weight": "1"}


def _addressees(tables: Tables) -> dict[str, str]:
    """Names of states to their codes, names of bodies to their shortest acronym."""
    found: dict[str, str] = {}
    for row in tables.rows("organizations.csv"):
        if row["kind"] == "intergovernmental":
            names = [row["name"], *row.items("aliases")]
            acronyms = [name for name in names if name.isupper()]
            for name in names:
                found.setdefault(essence(name), min(acronyms or names, key=len))
    for row in tables.rows("states.csv"):
        for name in (row["name"], row["official"], *row.items("aliases")):
            found[essence(name)] = row["code"]
    return found
