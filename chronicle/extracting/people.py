"""Whom a name means: by the title before it, the date, the section's relation and what was named above."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import OSA

from chronicle.extracting.functionwords import COMMON_PREPOSITIONS, FUNCTION_WORDS
from chronicle.extracting.gazetteer import Body, Gazetteer, Person, Sort, Term
from chronicle.extracting.mention import Mention
from chronicle.extracting.skeletons import skeleton, skeleton_index, turned
from chronicle.extracting.spans import is_capital
from chronicle.extracting.words import DIGRAPHS, Words, is_initial, norms_of
from chronicle.model import Participation


@dataclass(frozen=True, slots=True)
class Known:
    """One person of the document: of the gazetteer, or (id None) only of the print.

    `slip`: the name was read as one spelled almost alike. `ambiguous`: another one fits as well.
    """

    name: str
    country: str | None
    id: str | None = None
    wikidata: str | None = None
    families: tuple[str, ...] = ()
    slip: bool = False
    ambiguous: bool = field(default=False, compare=False)
    rule: str = field(default="", compare=False)


@dataclass(slots=True)
class Memory:
    """The people named so far, by family name, the latest last; `ids` are those that a table has.

    Of bodies: those for which an acronym was given, and the last one named of each kind, by its word for it.
    """

    by_family: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[str, Known] = field(default_factory=dict)
    acronyms: dict[str, Participation] = field(default_factory=dict)
    latest: dict[str, Participation] = field(default_factory=dict)
    ids: set[str | None] = field(default_factory=set)

    def copy(self) -> "Memory":
        families = defaultdict(list, {family: list(named) for family, named in self.by_family.items()})
        return Memory(families, dict(self.by_name), dict(self.acronyms), dict(self.latest), set(self.ids))

    def remember(self, person: Known) -> None:
        self.ids.add(person.id)
        for family in person.families:
            named = self.by_family[family]
            if person in named:
                named.remove(person)
            named.append(person)
        self.by_name[" ".join(norms_of(person.name))] = person


@dataclass(frozen=True, slots=True)
class Day:
    first: date
    last: date


_ENOUGH = 4
_SENT_TO_SIDE = 2
_SURELY = 13  # enough to be meant beside somebody of the same name in no table
_BELOW = 2  # what it is worth that the full name stands further down
_OF_THE_BODY = 6  # what an office held that day in the body printed is worth
_OF_THAT_NAME = 16  # what it is worth to have held, or to get, the very office printed
_OF_SHORT_TITLE = 6  # what it is worth to hold that day an office that begins as the title does
_ELECT = 400  # days before a term in which its holder is called elect
_HELD = 2  # what an office held that day is worth
_LONGEST_ACRONYM = 4  # letters
_SHORTEST_ALONE = 5  # letters of a surname that stands for itself
_SOON = 4  # what it is worth to lead one of the sides soon
_TWO_YEARS = 730  # days
_HIGHEST = 5  # the weight of offices at the head of a state
_HIGH = 4  # the weight of an office whose holders the tables know in every state


@dataclass(frozen=True, slots=True)
class Sought:
    """What a mention says of its person: offices (ids and functions), states, its title's bodies and their state.

    Offices are those of another time if `former`, of one still to come if `coming` (`President-elect Roh`);
    `short` are those that begin as the title does (`Secretary Rice`).
    """

    offices: frozenset[str]
    countries: frozenset[str]
    body_country: str | None
    former: bool
    bodies: frozenset[str] = frozenset()
    coming: bool = False
    short: frozenset[str] = frozenset()

    def admits(self, person: Person) -> bool:
        return not self.countries or person.country is None or person.country in self.countries


class People:
    """Resolves names in one section.

    `relation` holds the country codes of its two sides, `acronyms` the bodies that it names often by theirs, `named`
    the ids of whom it names in full anywhere.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        relation: frozenset[str],
        acronyms: dict[str, Body] | None = None,
        named: frozenset[str] = frozenset(),
    ) -> None:
        self.acronyms = acronyms or {}
        self.named = named
        self.gazetteer = gazetteer
        self.relation = relation
        self.memory = Memory()
        self._common, self._not_yet = gazetteer.lexicon.words("agent"), gazetteer.lexicon.words("notyet")

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Whoever is named meanwhile is not remembered: words of a title can look like names."""
        kept = self.memory
        self.memory = kept.copy()
        yield
        self.memory = kept

    def resolve(self, words: Words, mention: Mention, day: Day | None, here: list[Known]) -> Known | None:
        """The person that a mention means; None for words that are no person's name."""
        core = mention.core
        full = core.keys(Sort.PERSON)
        if full:
            rule = "full name" if len(full) == 1 else f"full name, of {len(full)} who bear it by office, date and state"
            return self._best(full, self._sought(words, mention), day, here, base=8, rule=rule)
        if core.has(Sort.FAMILY):
            return self._surname(words, mention, day, here)
        return self._unknown(words, mention, day, here)

    # --- names that a table has

    def _best(
        self, ids: list[str], sought: Sought, day: Day | None, here: list[Known], base: int, rule: str
    ) -> Known | None:
        scored = [(self._score(self.gazetteer.people[i], sought, day, here), i) for i in ids]
        score, best = max(scored, key=lambda pair: pair[0])
        if base + score < _ENOUGH:
            return None
        tied = sum(each == score for each, _ in scored) > 1
        return self.known(self.gazetteer.people[best], rule, ambiguous=tied)

    def known(self, person: Person, rule: str, *, slip: bool = False, ambiguous: bool = False) -> Known:
        families = tuple(" ".join(norms_of(f)) for f in person.families)
        country = person.country if person.country in self.gazetteer.states else None
        return Known(person.name, country, person.id, person.wikidata, families, slip, ambiguous, rule)

    def _score(self, person: Person, sought: Sought, day: Day | None, here: list[Known]) -> int:
        """How well a person fits a title, a day, the section's states and what was named above."""
        terms = self.gazetteer.terms_of.get(person.id, ())
        active = [t for t in terms if _is_current(t, day)]
        held = self._office_score(terms, active, sought, day)
        if not sought.offices and day is not None and person.country in self.relation:
            held = max(held, _SOON if any(self._leads_soon(t, day) for t in terms) else 0)
        score = self._nearness(person.id, here) + held
        score += self._state_score(person, active, sought)
        past = [t for t in terms if t not in active and (day is None or _may_be_meant(t, day, sought.coming))]
        served = past if sought.former else active
        if sought.bodies and any(self._serves(t, sought.bodies) for t in served):
            score += _OF_THE_BODY
        if person.country in self.relation:
            score += 3
        # Between two states their ambassadors go by their surnames.
        return score + (_SENT_TO_SIDE if any({t.country, t.to} == self.relation for t in active) else 0)

    def _state_score(self, person: Person, active: list[Term], sought: Sought) -> int:
        """Whether somebody is of a state that the title names, or serves one that day."""
        if not (sought.countries or sought.body_country):
            return 0
        served = {person.country, *(t.country for t in active)}
        if sought.countries:
            return 6 if served & sought.countries else -7 if person.country else 0
        return 4 if sought.body_country in served else -3

    def _envoys_of_sides(self, candidates: list[Person], sought: Sought) -> list[Person]:
        """`Ambassador Hill`: of those who ever were envoys the ones of the sides, if there are any; else all."""
        sent = any(self.gazetteer.offices[o].sent for o in sought.offices if o in self.gazetteer.offices)
        if not sent or sought.countries or sought.body_country:
            return candidates
        own = [p for p in candidates if p.country in self.relation]
        return [p for p in own if self._is_any_sought(self.gazetteer.terms_of.get(p.id, ()), sought)] or candidates

    def _office_score(self, terms: Sequence[Term], active: list[Term], sought: Sought, day: Day | None) -> int:
        score = max([self.gazetteer.offices[t.office].weight for t in active], default=0)
        if not sought.offices:
            return score + (_OF_SHORT_TITLE if any(t.office in sought.short for t in active) else 0)
        if sought.former:
            other = [t for t in terms if t not in active and (day is None or _may_be_meant(t, day, sought.coming))]
            if self._is_any_sought(active, sought) or not self._is_any_sought(other, sought):
                return score
            return score + (_OF_THAT_NAME if any(t.office in sought.offices for t in other) else 10)
        if any(t.office in sought.offices for t in active):
            return score + 9
        if self._is_any_sought(active, sought):
            return score + 8
        if self._is_any_sought(terms, sought):
            return score + 2
        return score - 1 if active else score

    def _is_any_sought(self, terms: Iterable[Term], sought: Sought) -> bool:
        """Whether one of the terms is in an office that is sought, or in one of its function."""
        offices = self.gazetteer.offices
        return any(t.office in sought.offices or offices[t.office].function in sought.offices for t in terms)

    def _standing(self, person: Person, day: Day | None, here: list[Known]) -> tuple[int, bool, bool, int]:
        """What decides between people of one surname whose scores are equal, the more likely one greater.

        How near above somebody was named, whether the chronology is on his state, whether he leads it that day, how
        far up it stands in the table of states.
        """
        states = self.gazetteer.states
        led = (
            self.gazetteer.offices[t.office].function == states[t.country].leader
            for t in self.gazetteer.terms_of.get(person.id, ())
            if t.country in states and _is_current(t, day)
        )
        place = list(states).index(person.country) if person.country in states else len(states)
        return self._nearness(person.id, here), person.country in self.relation, any(led), -place

    def _leads_soon(self, term: Term, day: Day) -> bool:
        """Whether a term at the head of a state begins within two years: candidates go by their surnames."""
        ahead = (term.start - day.last).days
        return 0 < ahead <= _TWO_YEARS and self.gazetteer.offices[term.office].weight >= _HIGHEST

    def _sought(self, words: Words, mention: Mention) -> Sought:
        offices = {o for group in mention.offices for o in group}
        functions = {self.gazetteer.offices[o].function for o in offices}
        bodies = None if mention.countries else self._country_of_bodies(mention)
        of = frozenset(key for span in mention.bodies for key in span.keys(Sort.BODY))
        coming = not self._not_yet.isdisjoint(words.norms[mention.first : mention.last])
        wanted, countries = frozenset(offices | functions), frozenset(mention.countries)
        short = frozenset() if offices else self._called_short(words, mention)
        return Sought(wanted, countries, bodies, mention.former, of, coming, short)

    def _called_short(self, words: Words, mention: Mention) -> frozenset[str]:
        """`Secretary Rice`, `Director Tenet`: the offices of which a title tells no more than the first words."""
        title = " ".join(words.norms[mention.first : mention.core.first])
        offices = self.gazetteer.offices.values() if title else ()
        return frozenset(o.id for o in offices if o.name.lower().startswith(f"{title} of "))

    def _serves(self, term: Term, bodies: frozenset[str]) -> bool:
        """Whether a term is one in a body: the term says so, or the office's own name does."""
        if term.to and self._is_in(term.to, bodies):
            return True
        office = self.gazetteer.offices[term.office].name
        return any(self.gazetteer.bodies[key].name in office for key in bodies)

    def _is_in(self, called: str, bodies: frozenset[str]) -> bool:
        """Whether a term's office is one of these bodies', whichever of its names the term has."""
        return any(r.sort is Sort.BODY and r.key in bodies for r in self.gazetteer.readings(norms_of(called)))

    def _nearness(self, key: str, here: list[Known]) -> int:
        """How near above somebody was named; whoever is named `here`, in the entry, is remembered too."""
        if key not in self.memory.ids:
            return 0
        for k in here:
            if k.id == key:
                return 12
        named = self.memory.by_family
        for family in self.gazetteer.people[key].families:
            for rank, k in enumerate(reversed(named.get(family.lower(), ()))):
                if k.id == key:
                    return max(6 - rank, 3)
        return 0

    def _surname(self, words: Words, mention: Mention, day: Day | None, here: list[Known]) -> Known | None:
        if not mention.titled and self._is_acronym(words, mention):
            return None
        family = " ".join(words.norms[mention.core.first : mention.core.last])
        unknown = self._remembered_unknown(family, mention, here)
        sought = self._sought(words, mention)
        candidates = [
            p for i in dict.fromkeys(mention.core.keys(Sort.FAMILY)) if sought.admits(p := self.gazetteer.people[i])
        ]
        candidates = self._envoys_of_sides(candidates, sought)
        near = any(self._nearness(p.id, here) for p in candidates)
        scored = {p.id: self._score(p, sought, day, here) + self._named_below(p, near) for p in candidates}
        highest = max(scored.values(), default=0)
        if unknown is not None and (not scored or highest < _SURELY):
            return unknown
        if scored:
            likely = {p.id: (scored[p.id], self._standing(p, day, here)) for p in candidates}
            person = max(candidates, key=lambda p: (likely[p.id], p.id))
            tied = sum(each == likely[person.id] for each in likely.values()) > 1
            alone = sum(score >= highest - 2 for score in scored.values()) == 1
            rare = len(scored) == 1 and self._holds(person, day) and self._is_nothing_else(words, mention)
            if self._enough(highest, mention, person, here, alone) or rare:
                return self.known(person, self._surname_rule(mention, person, here), ambiguous=tied)
        if mention.titled:
            return self._by_print(words, mention, day)
        return None

    def _is_acronym(self, words: Words, mention: Mention) -> bool:
        """`new ODA loans`: a short word in capitals that describes a noun; not `WEN meets RICE`, `says WEN visits`."""
        first, behind = mention.core.first, mention.core.last
        form = words.forms[first]
        if behind - first > 1 or len(form) > _LONGEST_ACRONYM or not form.isupper() or not 0 < first < len(words) - 1:
            return False
        lexicon, before = self.gazetteer.lexicon, words.norms[first - 1]
        described = before in COMMON_PREPOSITIONS or not (before in FUNCTION_WORDS or (before,) in lexicon.verbs)
        describes = words.forms[behind].islower() and (words.norms[behind],) in lexicon.nouns
        return described and describes and words.gaps[behind] == " " and words.forms[first - 1].islower()

    def _holds(self, person: Person, day: Day | None) -> bool:
        """Whether somebody is in an office on a day."""
        terms = self.gazetteer.terms_of.get(person.id, ())
        return day is not None and any(_is_current(t, day) for t in terms)

    def _is_nothing_else(self, words: Words, mention: Mention) -> bool:
        """`Pompeo meets`: no everyday word, no shorter than most, and not the first of several names."""
        if mention.titled or mention.core.last - mention.core.first > 1 or not mention.core.only(Sort.FAMILY):
            return False
        norm, behind = words.norms[mention.core.first], mention.last
        lexicon = self.gazetteer.lexicon
        everyday = (norm,) in lexicon.nouns or (norm,) in lexicon.verbs or norm in self._common
        everyday = everyday or norm in self.gazetteer.given_names
        named = behind < len(words) and is_capital(words.forms[behind]) and "," not in words.gaps[behind]
        return len(norm) >= _SHORTEST_ALONE and not (everyday or named)

    def _named_below(self, person: Person, near: bool) -> int:
        """What speaks for a person whose full name the chronology prints further down, where none is named above."""
        return _BELOW if person.id in self.named and not near else 0

    def _surname_rule(self, mention: Mention, person: Person, here: list[Known]) -> str:
        if self._nearness(person.id, here):
            return "surname of a person named before"
        return (
            "surname, by the title before it and the date" if mention.titled else "surname, by the date and the states"
        )

    def _enough(self, score: int, mention: Mention, person: Person, here: list[Known], alone: bool) -> bool:
        if mention.titled and (mention.offices or mention.countries):
            return score >= 5
        if mention.titled:
            return score >= _ENOUGH or (alone and score >= _HELD)
        near = self._nearness(person.id, here) > 0
        if not near and not self._common.isdisjoint(norms_of(" ".join(person.families))):
            return False  # `a U.S. Marine`
        return (score >= 6 and (near or person.country in self.relation or score >= 8)) or (score >= 4 and alone)

    def _remembered_unknown(self, family: str, mention: Mention, here: list[Known]) -> Known | None:
        named = [k for k in self.memory.by_family.get(family, []) if k.id is None]
        if mention.countries:
            named = [k for k in named if k.country is None or k.country in mention.countries]
        in_entry = [k for k in here if k.id is None and family in k.families]
        if in_entry:
            return in_entry[-1]
        return named[-1] if named else None

    # --- names that no table has

    def _unknown(self, words: Words, mention: Mention, day: Day | None, here: list[Known]) -> Known | None:
        norms = words.norms[mention.core.first : mention.core.last]
        name = " ".join(norms)
        if name in self.memory.by_name:
            return self.memory.by_name[name]
        for known in reversed(self.memory.by_family.get(norms[-1], ())):
            if known.id is None and list(norms_of(known.name))[-len(norms) :] == norms:
                return known  # `Governor Lemos Pires`, `Mário Lemos Pires` before
        if len(norms) == 1:
            remembered = self._remembered_unknown(name, mention, here)
            if remembered is not None:
                return remembered
            return self._by_print(words, mention, day) if mention.titled else None
        found = self._by_initials(words, mention, day, here) or self._by_skeleton(words, mention, day, here)
        found = found or self._by_own_script(words, mention) or self._by_slip(norms, mention, day)
        return found or self._by_print(words, mention, day)

    def _by_initials(self, words: Words, mention: Mention, day: Day | None, here: list[Known]) -> Known | None:
        """`V. V. Putin`, `Ts. Elbegdorj`: a surname of the tables whose bearer's given name begins like that."""
        first, last = mention.core.first, mention.core.last
        behind = next((i for i in range(first, last) if not is_initial(words, i)), last)
        if not first < behind < last:
            return None
        family = words.norms[behind:last]
        ids = [r.key for r in self.gazetteer.readings(family) if r.sort is Sort.FAMILY]
        begins = [i for i in ids if self._begins_with(i, words.norms[first], family) and self._fits_country(i, mention)]
        if not begins:
            return None
        return self._best(begins, self._sought(words, mention), day, here, base=_ENOUGH, rule="surname with initials")

    def _begins_with(self, person: str, initials: str, family: list[str]) -> bool:
        given = [norm for norm in norms_of(self.gazetteer.people[person].name) if norm not in family]
        return bool(given) and given[0].startswith(initials if initials in DIGRAPHS else initials[0])

    def _by_skeleton(self, words: Words, mention: Mention, day: Day | None, here: list[Known]) -> Known | None:
        norms = words.norms[mention.core.first : mention.core.last]
        bones = [skeleton(n) for n in norms if len(n) > 1]
        keys = [turned(bones)]
        if len(bones) > 2:
            keys.append(turned(b for b in bones if not b.endswith(_PATRONYMICS)))
        for key in keys:
            ids = [i for i in skeleton_index(self.gazetteer).get(key, ()) if self._fits_country(i, mention)]
            if ids and " " in key:
                return self._best(
                    ids,
                    self._sought(words, mention),
                    day,
                    here,
                    base=6,
                    rule="full name in another transliteration or order",
                )
        return None

    def _fits_country(self, person: str, mention: Mention) -> bool:
        country = self.gazetteer.people[person].country
        return not mention.countries or country is None or country in mention.countries

    def _by_own_script(self, words: Words, mention: Mention) -> Known | None:
        """`Mao Zhaoxu (马朝旭)`: the name in brackets right behind tells who is meant by one with a letter wrong."""
        i, name = mention.last, "".join(words.norms[mention.core.first : mention.core.last])
        if i >= len(words) or "(" not in words.gaps[i] or words.forms[i].isascii():
            return None
        keys = (r.key for r in self.gazetteer.readings(words.norms[i : i + 1]) if r.sort is Sort.PERSON)
        meant = (self.gazetteer.people[key] for key in keys)
        near = (p for p in meant if OSA.distance(name, "".join(norms_of(p.name))) == 1)
        person = next(near, None)
        return (
            None if person is None else self.known(person, "name with one letter wrong, by its own script", slip=True)
        )

    def _by_slip(self, norms: list[str], mention: Mention, day: Day | None) -> Known | None:
        """One letter wrong in a name whose office and country fit: `Mao Zhaoxu`, vice foreign minister."""
        countries = mention.countries or sorted(self.gazetteer.states)
        if day is None or not mention.offices:
            return None
        wanted = {self.gazetteer.offices[o].function for group in mention.offices for o in group}
        name = "".join(norms)
        since = date.min if mention.former else day.first  # `Former President Lee Deng-hui`
        for function in wanted:
            for country in countries:
                for term in self.gazetteer.holders(function, country, since, day.last):
                    person = self.gazetteer.people[term.person]
                    if len(name) > 6 and OSA.distance(name, "".join(norms_of(person.name))) == 1:
                        return self.known(person, "name with one letter wrong, by office and date", slip=True)
        return None

    def _by_print(self, words: Words, mention: Mention, day: Day | None) -> Known | None:
        core = mention.core
        name = _tidy(words.span(core.first, core.last))
        norms = words.norms[core.first : core.last]
        country = self._country_of(mention) or self._only_side(norms, mention, day)
        families = tuple(dict.fromkeys(self._families(norms, country)))
        return Known(name, country, families=families, rule="name as printed, in no table")

    def _country_of(self, mention: Mention) -> str | None:
        if mention.countries:
            return mention.countries[0]
        if country := self._country_of_bodies(mention):
            return country
        for group in mention.offices:
            states = [self.gazetteer.offices[o].countries for o in group]
            only = set().union(*states)
            # `a provincial leader`: a title that others than one state's bear tells no state.
            if all(states) and len(only) == 1 and only <= self.gazetteer.states.keys():
                return next(iter(only))
        return None

    def _only_side(self, norms: list[str], mention: Mention, day: Day | None) -> str | None:
        """Between Washington and Seoul a Prime Minister Lee is Korean: one side has such an office and such a name.

        Of other offices, where only one side has such a name: `Senior Vice Minister Shiozaki`.
        """
        alike = self.relation & self._states_of_families(norms)
        shared = any(alike < sharing <= self.relation for sharing in self.gazetteer.relation_names.values())
        if mention.titled and len(alike) == 1 < len(self.relation) and not shared:
            return next(iter(alike))
        if day is None or len(mention.offices) != 1:
            return None
        high = [
            o for o in mention.offices[0] if (known := self.gazetteer.offices[o]).exclusive and known.weight >= _HIGH
        ]
        held = self.sides_with(high, day)
        return next(iter(held)) if len(held) == 1 and held <= alike else None

    def sides_with(self, offices: Iterable[str], day: Day) -> set[str]:
        """The sides in which somebody held one of the offices that day, under its own name."""
        return {
            country
            for country in self.relation
            for office in offices
            if any(t.office == office for t in self._holders(office, country, day))
        }

    def _holders(self, office: str, country: str, day: Day) -> Iterable[Term]:
        return self.gazetteer.holders(self.gazetteer.offices[office].function, country, day.first, day.last)

    def _states_of_families(self, norms: list[str]) -> set[str | None]:
        """The states in which somebody of the tables bears the first or the last word as a family name."""
        readings = (r for norm in (norms[0], norms[-1]) for r in self.gazetteer.readings([norm]))
        return {self.gazetteer.people[r.key].country for r in readings if r.sort is Sort.FAMILY}

    def _country_of_bodies(self, mention: Mention) -> str | None:
        bodies = (self.gazetteer.bodies[key] for span in mention.bodies for key in span.keys(Sort.BODY)[:1])
        return next((b.country for b in bodies if b.country), None)

    def _families(self, norms: list[str], country: str | None) -> Iterable[str]:
        """Under which names a printed person may come again: the family name, by the usage of the country."""
        if len(norms) == 1:
            return norms
        state = self.gazetteer.states.get(country or "")
        family_first = state is not None and state.family_first
        if norms[0] in self.gazetteer.family_names and norms[0] not in self.gazetteer.given_names:
            return (norms[0],) if family_first else (norms[0], norms[-1])
        return (norms[0], norms[-1]) if family_first else (norms[-1],)


_PATRONYMICS = ("vich", "vna")


def _may_be_meant(term: Term, day: Day, coming: bool) -> bool:
    """Whether a term may be that of a former holder, or begins soon where its holder is elect."""
    if term.start > day.last:
        return (term.start - day.last).days <= _ELECT
    return not coming


def _is_current(term: Term, day: Day | None) -> bool:
    """Whether a term runs on a day, of an entry without one always."""
    return day is None or term.covers(day.first, day.last)


def _tidy(name: str) -> str:
    return " ".join(name.replace("’", "'").split())
