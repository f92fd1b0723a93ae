"""Who an entry names: persons, holders of offices, bodies and states, each with the part it takes."""

from dataclasses import dataclass, replace

from chronicle.extracting.clauses import Clause, Part
from chronicle.extracting.gazetteer import Body, Gazetteer, Sort, Term
from chronicle.extracting.people import Day, Known, People
from chronicle.extracting.phrases import BODY, FORUM, OFFICE, PERSON, STATE, UNKNOWN, Mention
from chronicle.extracting.spans import Span
from chronicle.extracting.words import Words
from chronicle.model import ActorKind, EventType, Participation, Role

_GATHERINGS = frozenset(
    {EventType.MEETING, EventType.VISIT, EventType.CEREMONY, EventType.AGREEMENT, EventType.EXERCISE}
)
_MEETINGS = frozenset({EventType.MEETING, EventType.VISIT, EventType.CEREMONY})
_STAYING_AWAY = frozenset("pull leave withdraw boycott decline skip object protest reject refuse".split())
_JOINING = frozenset("attend attended join joined participate participated part include included represented".split())
_NOT_JOINING = frozenset("earlier previously later separately meanwhile elsewhere".split())


@dataclass(slots=True)
class Found:
    """The actors of one entry as they are found, one for each name, and what a reviewer should look at."""

    actors: dict[tuple[ActorKind, str], Participation]
    people: list[Known]
    flags: list[str]

    def add(self, actor: Participation) -> None:
        """Keep an actor; one named twice takes part if it does so anywhere, and is inferred only if always."""
        key = (actor.kind, actor.name)
        old = self.actors.get(key)
        if old is None:
            self.actors[key] = actor
            return
        role = Role.PARTICIPANT if Role.PARTICIPANT in (old.role, actor.role) else Role.MENTIONED
        first = old if not old.inferred or actor.inferred else actor
        self.actors[key] = replace(
            first, role=role, office=old.office or actor.office, inferred=old.inferred and actor.inferred
        )


class Actors:
    """Collects the actors of one entry."""

    def __init__(
        self,
        words: Words,
        mentions: list[Mention],
        clauses: list[Clause],
        day: Day | None,
        people: People,
        gazetteer: Gazetteer,
        kind: EventType,
    ) -> None:
        self.kind = kind
        self.words, self.mentions, self.clauses = words, mentions, clauses
        self.day, self.people, self.gazetteer = day, people, gazetteer
        self.found = Found({}, [], [])
        self.offices_above: tuple[tuple[str, ...], ...] = ()
        lexicon = gazetteer.lexicon
        self.agents = lexicon.words("agent")
        self.body_words = lexicon.words("body")
        self.not_body_words = lexicon.words("notbody")

    def collect(self) -> Found:
        for k, mention in enumerate(self.mentions):
            self._one(k, mention)
        return self.found

    def _bodies_of(self, span: Span) -> list[Body]:
        return [self.gazetteer.bodies[key] for key in span.keys(Sort.BODY)]

    def _one(self, k: int, mention: Mention) -> None:
        for span in mention.bodies:
            self._body_in_title(mention, span)
        if mention.kind == PERSON:
            self._person(mention)
        elif mention.kind == OFFICE:
            self._office(mention)
        elif mention.kind == BODY:
            self._body(k, mention)
        elif mention.kind == STATE:
            self._state(k, mention)
        elif mention.kind == FORUM:
            self._forum(mention)
        elif mention.kind == UNKNOWN:
            self._unknown(k, mention)

    # --- what part a word takes

    def role(self, i: int) -> Role:
        clause = self.clauses[self.words.sentence[i]]
        acts = clause.parts[i - clause.first] is Part.ACTS
        if self.words.sentence[i] == 0:
            return Role.PARTICIPANT if acts else Role.MENTIONED
        return Role.PARTICIPANT if acts and self._same_event(clause) else Role.MENTIONED

    def _person_role(self, i: int) -> Role:
        """As `role`; but whoever a later sentence of a gathering names, and does not only report on, was there."""
        clause = self.clauses[self.words.sentence[i]]
        there = clause.parts[i - clause.first] is not Part.OTHER_TIME and i < clause.reported_at
        if self.words.sentence[i] > 0 and self.kind in _MEETINGS and there and self._same_event(clause):
            return Role.PARTICIPANT
        return self.role(i)

    def _same_event(self, clause: Clause) -> bool:
        """Whether a later sentence tells of the headline's event and not of another day's act."""
        norms = self.words.norms[clause.first : clause.last]
        if norms and (norms[0] in _NOT_JOINING or norms[:2] in (["the", "next"], ["the", "previous"])):
            return norms[1:4] in (["in", "the", "day"], ["that", "day"])
        if "not" in norms[: clause.verb_at - clause.first + 3]:
            return False
        if clause.verb is not None and clause.verb.lemma.split(" ")[0] in _STAYING_AWAY:
            return False
        if any(n in _OTHER_DAYS for n in norms[:3]):
            return False
        reacts = clause.verb is not None and clause.verb.type in ("statement", "sanction")
        return not reacts or self.kind in _GATHERINGS

    # --- persons

    def _person(self, mention: Mention) -> None:
        if mention.counterpart and not mention.offices and self.offices_above:
            mention = replace(mention, offices=self.offices_above)
        if self._slip_of_acronym(mention):
            return
        person = self.people.resolve(self.words, mention, self.day, self.found.people)
        if person is None:
            self._states_of(mention)
            return
        if mention.offices:
            self.offices_above = mention.offices
        elif not mention.titled:
            self.offices_above = self._current_offices(person) or self.offices_above
        self._meet(person)
        if person.slip:
            self.found.flags.append("actor_slip")
        if person.id is None and len(person.name.split()) == 1:
            self.found.flags.append("actor_unknown")
        if person.country is None and mention.countries:
            person = replace(person, country=mention.countries[0])
        self.found.add(
            Participation(
                person.name, ActorKind.PERSON, self._person_role(mention.first), person.country,
                self._office_name(mention, person), False, self.words.span(mention.first, mention.last),
                person.wikidata, person.id, person.rule,
            )
        )  # fmt: skip

    def _slip_of_acronym(self, mention: Mention) -> bool:
        """`SEO` where the chronology speaks of the SCO throughout: one letter wrong in an acronym."""
        core = mention.core
        form = self.words.forms[core.first]
        if core.last - core.first > 1 or mention.titled or not form.isupper() or len(form) < 3:
            return False
        near = [body for known, body in self.people.acronyms.items() if _one_letter_apart(form, known)]
        if len(near) != 1:
            return False
        self._add_body(near[0], core.first, core.last, self.role(mention.first))
        self.found.flags.append("actor_slip")
        return True

    def _meet(self, person: Known) -> None:
        if person not in self.found.people:
            self.found.people.append(person)
        self.people.memory.remember(person)

    def _current_offices(self, person: Known) -> tuple[tuple[str, ...], ...]:
        if person.id is None or self.day is None:
            return ()
        terms = self.gazetteer.terms_of.get(person.id, [])
        return tuple((t.office,) for t in terms if t.covers(self.day.first, self.day.last))

    def _office_name(self, mention: Mention, person: Known) -> str | None:
        """The office as the entry states it, by its canonical name, or that held on the day."""
        for group in mention.offices:
            return self.gazetteer.offices[self._office_in(group, person.country)].name
        held = self._current_offices(person) if not mention.titled else ()
        return self.gazetteer.offices[held[0][0]].name if held else None

    def _office_in(self, group: tuple[str, ...], country: str | None) -> str:
        offices = self.gazetteer.offices
        fitting = [o for o in group if country in offices[o].countries]
        general = [o for o in group if not offices[o].countries]
        return (fitting or general or list(group))[0]

    # --- offices without a name

    def _office(self, mention: Mention) -> None:
        countries = mention.countries or self._countries_meant(mention)
        offices = mention.offices or (self.offices_above if mention.counterpart else ())
        role = self.role(mention.first)
        if not mention.counterpart and mention.offices:
            self.offices_above = mention.offices
        for country in countries:
            holders = self._holders(mention, offices, country, len(countries))
            for person, office in holders:
                self._meet(person)
                self.found.add(
                    Participation(
                        person.name, ActorKind.PERSON, role, person.country, office, True,
                        self.words.span(mention.first, mention.last), person.wikidata, person.id, person.rule,
                    )
                )  # fmt: skip
            if not holders:
                self._add_state(country, role, mention)
                if self._owes_a_holder(mention, offices, country, len(countries)):
                    self.found.flags.append("holder_unknown")

    def _countries_meant(self, mention: Mention) -> tuple[str, ...]:
        """`the two foreign ministers`: both sides of the relation. Otherwise an office alone says nothing."""
        before = self.words.norms[max(0, mention.first - 2) : mention.first]
        if mention.plural and ("two" in before or "both" in before) and len(self.people.relation) == 2:
            return tuple(sorted(self.people.relation))
        if mention.plural:
            return ()
        for group in mention.offices:
            own = {c for office in group for c in self.gazetteer.offices[office].countries}
            if len(own) == 1 and all(self.gazetteer.offices[office].countries for office in group):
                return tuple(own)
        return ()

    def _holders(
        self, mention: Mention, offices: tuple[tuple[str, ...], ...], country: str, count: int
    ) -> list[tuple[Known, str]]:
        if self.day is None or mention.former or (mention.plural and count == 1 and not mention.counterpart):
            return []
        if any(self._bodies_of(span)[0].kind == "intergovernmental" for span in mention.bodies if span.has(Sort.BODY)):
            return []
        found = []
        for group in offices:
            term = self._holder(group, country, mention.to, mention.counterpart)
            if term is not None:
                rule = f"holder of the office {term.office} since {term.start}"
                person = self.people.known(self.gazetteer.people[term.person], rule)
                found.append((person, self.gazetteer.offices[term.office].name))
        return found

    def _owes_a_holder(self, mention: Mention, offices: tuple[tuple[str, ...], ...], country: str, count: int) -> bool:
        """Whether one person held the office that day, whom the tables do not know."""
        if self.day is None or mention.former or mention.bodies or country not in self.gazetteer.states:
            return False
        if mention.plural and count == 1 and not mention.counterpart:
            return False
        return any(self.gazetteer.offices[o].weight > 2 and o not in _WITH_A_TARGET for g in offices for o in g)

    def _holder(self, group: tuple[str, ...], country: str, to: str | None, counterpart: bool) -> Term | None:
        assert self.day is not None
        for office in group:
            entry = self.gazetteer.offices[office]
            function = self._leader(country) if entry.function == "leader" else entry.function
            if entry.countries and country not in entry.countries and not counterpart:
                continue
            terms = self.gazetteer.holders(function, country, self.day.first, self.day.last)
            if function == "ambassador":
                terms = [t for t in terms if t.to == to and to is not None]
            elif not (entry.exclusive or entry.function == "leader"):
                continue
            if terms:
                return terms[0]
        return None

    def _leader(self, country: str) -> str:
        state = self.gazetteer.states.get(country)
        return state.leader if state else "head-of-government"

    # --- bodies

    def _body_in_title(self, mention: Mention, span: Span) -> None:
        """A body that a title names: `SCO foreign ministers`, `head of the Russian Helicopters holding`."""
        if span.has(Sort.BODY):
            bodies = self._bodies_of(span)
            body: Body | None = next((b for b in bodies if b.country in mention.countries), bodies[0])
        else:
            function = span.keys(Sort.GENERIC)[0]
            country = next(iter(mention.countries), None)
            body = self.gazetteer.bodies_by_function.get((function, country)) if country else None
        if body is not None:
            self._add_body(body, span.first, span.last, self.role(mention.first))

    def _add_body(self, body: Body, first: int, last: int, role: Role) -> None:
        self.found.add(
            Participation(
                body.name, ActorKind.ORGANIZATION, role, body.country, None, False,
                self.words.span(first, last), body.wikidata, body.id or None,
                "name or acronym of a body" if body.id else "state and kind of body, in no table",
            )
        )  # fmt: skip

    def _body(self, k: int, mention: Mention) -> None:
        if mention.core.has(Sort.PLACE) and self._is_place(mention):
            return
        if self._repeats_in_brackets(k, mention):
            return
        acronym = self.people.memory.acronyms.get(self.words.norms[mention.core.first])
        if acronym is not None and mention.core.last - mention.core.first == 1:
            self.found.add(replace(acronym, role=self.role(mention.first)))
            return
        body = self._which_body(k, mention)
        if body is None:
            self._states_of(mention)
            return
        role = self.role(mention.first)
        self._add_body(body, mention.core.first, mention.core.last, role)
        if body.country is None:
            self._states_within(mention, role)

    def _states_within(self, mention: Mention, role: Role) -> None:
        """The two states of a body of theirs: `Sino-Russian Commission of Friendship`."""
        codes: list[str] = []
        for i in range(mention.core.first, mention.core.last):
            readings = self.gazetteer.readings(self.words.norms[i : i + 1])
            codes += [r.key for r in readings if r.sort in (Sort.STATE, Sort.DEMONYM)]
        if len(set(codes)) > 1:
            for code in dict.fromkeys(codes):
                self._add_state(code, role, mention)

    def _is_place(self, mention: Mention) -> bool:
        """`at the White House`: the building, not the institution."""
        clause = self.clauses[self.words.sentence[mention.first]]
        return clause.parts[mention.first - clause.first] is Part.PLACE

    def _forum(self, mention: Mention) -> None:
        """`G20 summit`: the meeting is no body, but the body in its name is the setting."""
        first, last = mention.core.first, mention.core.last
        for end in range(last - 1, first, -1):
            readings = self.gazetteer.readings(self.words.norms[first:end])
            keys = [r.key for r in readings if r.sort is Sort.BODY]
            if keys and self.words.span(first, end).isupper():
                self._add_body(self.gazetteer.bodies[keys[0]], first, end, self.role(first))
                return

    def _which_body(self, k: int, mention: Mention) -> Body | None:
        keys = mention.core.keys(Sort.BODY)
        country = self._country_beside(k, mention)
        if keys:
            bodies = [self.gazetteer.bodies[key] for key in keys]
            wanted = {country} if country else set(self.people.relation)
            return next((b for b in bodies if b.country in wanted), bodies[0])
        functions = mention.core.keys(Sort.GENERIC)
        if not functions:
            return None
        if country is None:
            return self._bare_body(mention, functions[0])
        known = self._of_function(mention, functions[0], country)
        if known is not None:
            return known
        printed = self.words.span(mention.core.first, mention.core.last)
        if printed[0].islower():
            return None
        return Body("", f"{self.gazetteer.states[country].name} {printed}", functions[0], country, None, None)

    def _of_function(self, mention: Mention, function: str, country: str | None) -> Body | None:
        """The state's body of a function, if it may be called so: Japan has no `National Assembly`."""
        body = self.gazetteer.bodies_by_function.get((function, country or ""))
        norms = self.words.norms[mention.core.first : mention.core.last]
        if body is None or "-".join(norms) == function or set(norms) <= body.words | {"of", "the"}:
            return body
        return None

    def _bare_body(self, mention: Mention, function: str) -> Body | None:
        """`Foreign Ministry`, `Congress` without a state: that of the entry's actors so far, or the usual one."""
        if not self.words.forms[mention.core.first][0].isupper():
            return None
        for actor in reversed(self.found.actors.values()):
            known = self._of_function(mention, function, actor.country)
            if known is not None:
                return known
        default = self.gazetteer.bodies.get(self.gazetteer.default_bodies.get(function, ""))
        if default is not None and (not default.country or default.country in self.people.relation):
            return default
        own = [b for c in sorted(self.people.relation) if (b := self.gazetteer.bodies_by_function.get((function, c)))]
        return own[0] if len(own) == 1 else None

    def _country_beside(self, k: int, mention: Mention) -> str | None:
        """The state named as adjective or possessive right before, or with `of` right behind."""
        if k > 0:
            before = self.mentions[k - 1]
            gap = range(before.last, mention.first)
            if before.kind == STATE and all(self.words.norms[i] == "'s" for i in gap):
                return before.countries[0]
        if k + 1 < len(self.mentions):
            behind = self.mentions[k + 1]
            gap = range(mention.last, behind.first)
            if behind.kind == STATE and [self.words.norms[i] for i in gap] in (["of"], ["of", "the"]):
                return behind.countries[0]
        return None

    # --- states

    def _state(self, k: int, mention: Mention) -> None:
        code = mention.countries[0]
        role = self.role(mention.first)
        clause = self.clauses[self.words.sentence[mention.first]]
        later = clause is not self.clauses[0]
        object_of_another = mention.first > clause.verb_at and not self._joins(clause)
        later_object = later and (object_of_another or self.kind not in _GATHERINGS)
        if role is Role.PARTICIPANT and (
            later_object or self._is_topic(mention, clause) or not self._stands_for_state(k, mention)
        ):
            role = Role.MENTIONED
        self._add_state(code, role, mention)

    def _joins(self, clause: Clause) -> bool:
        """Whether a later sentence tells who else was there."""
        return any(n in _JOINING for n in self.words.norms[clause.first : clause.last])

    def _is_topic(self, mention: Mention, clause: Clause) -> bool:
        """`the nuclear issue of Iran`, behind the verb: a state that only tells which issue."""
        i = mention.first - 1
        if mention.adjective or i < clause.verb_at + 2 or self.words.norms[i] not in ("of", "the"):
            return False
        i -= self.words.norms[i] == "the"
        if self.words.norms[i] != "of":
            return False
        before = self.words.norms[i - 1]
        return before not in self.agents and before not in ("and", "members", "heads") and not before.endswith("ers")

    def _stands_for_state(self, k: int, mention: Mention) -> bool:
        """An adjective stands for the state before those who act for it, or as a member of a list of such."""
        if not mention.adjective:
            return True
        j = mention.last
        for i in range(j, min(j + 6, len(self.words))):
            norm = self.words.norms[i]
            if norm in self.agents:
                return True
            nxt = self.mentions[k + 1] if k + 1 < len(self.mentions) else None
            if nxt is not None and nxt.first == i:
                if nxt.kind == BODY:
                    return True
                if nxt.kind == STATE and i - j <= 1:
                    return self._stands_for_state(k + 1, nxt)
            if i > j and self.words.gaps[i] not in (" ", "-"):
                break
        clause = self.clauses[self.words.sentence[mention.first]]
        return mention.first < clause.verb_at and not clause.passive

    def _states_of(self, mention: Mention) -> None:
        for code in mention.countries:
            self._add_state(code, self.role(mention.first), mention)

    def _add_state(self, code: str, role: Role, mention: Mention) -> None:
        state = self.gazetteer.states.get(code)
        if state is None:
            return
        self.found.add(
            Participation(
                state.name, ActorKind.STATE, role, code, None, False,
                self.words.span(mention.first, mention.last), None, code, "state, its adjective or capital",
            )
        )  # fmt: skip

    # --- names that no table has

    def _unknown(self, k: int, mention: Mention) -> None:
        norms = self.words.norms[mention.core.first : mention.core.last]
        if self._repeats_in_brackets(k, mention):
            return
        if len(norms) > 1 and (norms[-1] in self.body_words or self._has_tail(norms)):
            self._printed_body(k, mention)
        elif self._slip_of_acronym(mention):
            return
        elif len(norms) == 1 and norms[0] in self.people.memory.acronyms:
            self.found.add(replace(self.people.memory.acronyms[norms[0]], role=self.role(mention.first)))
        elif self._acts_like_person(mention, norms):
            self._person(replace(mention, kind=PERSON))

    def _has_tail(self, norms: list[str]) -> bool:
        """`World Organization for Animal Health`: a body's word, then what it is for."""
        return any(
            a in self.body_words and b in ("of", "for", "on", "to") for a, b in zip(norms, norms[1:], strict=False)
        )

    def _repeats_in_brackets(self, k: int, mention: Mention) -> bool:
        """An acronym in brackets right behind the body it stands for; remembered for the entries below."""
        if k == 0 or "(" not in self.words.gaps[mention.first]:
            return False
        before = self.mentions[k - 1]
        if before.last != mention.first or before.kind not in (BODY, UNKNOWN):
            return False
        last = next(reversed(self.found.actors.values()), None)
        if last is None or last.kind is not ActorKind.ORGANIZATION:
            return False
        self.people.memory.acronyms[self.words.norms[mention.first]] = last
        return True

    def _printed_body(self, k: int, mention: Mention) -> None:
        first, last = mention.core.first, mention.core.last
        country = self._country_beside(k, mention) or self._country_within(first, last)
        name = self.words.span(first, last)
        role = self.role(mention.first)
        rule = "name as printed, by its word for a body"
        self.found.add(Participation(name, ActorKind.ORGANIZATION, role, country, None, False, name, rule=rule))

    def _country_within(self, first: int, last: int) -> str | None:
        """The state that a printed name begins with, or in which its place lies."""
        for i in range(first, last):
            for size in self.gazetteer.lengths.get(self.words.norms[i], ()):
                for r in self.gazetteer.readings(self.words.norms[i : min(i + size, last)]):
                    if r.sort in (Sort.STATE, Sort.DEMONYM, Sort.CAPITAL):
                        return r.key
                    if r.sort is Sort.PLACE and (country := self.gazetteer.places[r.key].country):
                        return country
        return None

    def _acts_like_person(self, mention: Mention, norms: list[str]) -> bool:
        if not 2 <= len(norms) <= 4 or self.words.quoted[mention.first]:
            return False
        if any(n in self.not_body_words or n in self.body_words for n in norms):
            return False
        craft = self.gazetteer.lexicon.words("craft")
        if norms[0] in craft or (mention.first > 0 and self.words.norms[mention.first - 1] in craft):
            return False
        given, family = self.gazetteer.given_names, self.gazetteer.family_names
        if norms[0] not in given and norms[0] not in family and norms[-1] not in family:
            return False
        clause = self.clauses[self.words.sentence[mention.first]]
        verb = clause.verb
        follows = mention.last == clause.verb_at
        return bool(follows and verb and verb.type in ("statement", "meeting", "visit", "politics"))


def _one_letter_apart(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


_WITH_A_TARGET = frozenset({"ambassador", "special-envoy", "nuclear-negotiator"})
_OTHER_DAYS = frozenset("yesterday tomorrow".split())
