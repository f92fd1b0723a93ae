"""One entry as its actors are looked for in it: words, mentions, sentences, day, and what part each takes."""

from dataclasses import dataclass, field, replace

from chronicle.extracting.clauses import Clause
from chronicle.extracting.eventtypes import FACE_TO_FACE, GATHERINGS
from chronicle.extracting.functionwords import ABOUT, PRONOUNS
from chronicle.extracting.gazetteer import Gazetteer, Sort, Term
from chronicle.extracting.mention import Mention
from chronicle.extracting.parts import Part
from chronicle.extracting.people import Day, Known, People
from chronicle.extracting.words import Words
from chronicle.model import ActorKind, EventType, Participation, Role

_LATER = frozenset({"later", "earlier", "before", "afterward", "afterwards"})
_WHOM = frozenset({"him", "her", "them"})
_THAT_FOLLOW = (["that", "follow"], ["that", "followed"], ["which", "follow"], ["which", "followed"])
_SAME_DAY = (["in", "the", "day"], ["that", "day"])


@dataclass(frozen=True, slots=True)
class Scene:
    """`day` is None for an entry whose date cannot exist; `kind` is its type; `people` remembers the entries above.

    `countries` are those of the states that it names, in whatever way.
    """

    words: Words
    mentions: list[Mention]
    clauses: list[Clause]
    day: Day | None
    kind: EventType
    people: People
    gazetteer: Gazetteer
    countries: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "countries", frozenset(code for m in self.mentions for code in m.countries))

    def clause_of(self, i: int) -> Clause:
        return self.clauses[self.words.sentence[i]]

    def part(self, i: int) -> Part:
        clause = self.clause_of(i)
        return clause.parts[i - clause.first]

    def role(self, i: int) -> Role:
        """Whether what is named at word i takes part in what the headline tells."""
        acts = self.part(i) is Part.ACTS
        if self.words.sentence[i] == 0:
            return Role.PARTICIPANT if acts else Role.MENTIONED
        return Role.PARTICIPANT if acts and self.same_event(self.clause_of(i)) else Role.MENTIONED

    def role_of_person(self, i: int) -> Role:
        """As `role`; but whoever a later sentence of a gathering names, and does not only report on, was there."""
        clause = self.clause_of(i)
        topic = i > 0 and self.words.norms[i - 1] in ABOUT
        there = self.part(i) is not Part.OTHER_TIME and i < clause.reported_at and not topic
        if self.words.sentence[i] > 0 and self.kind in FACE_TO_FACE and there and self.same_event(clause):
            return Role.PARTICIPANT
        return self.role(i)

    def state_at(self, mention: Mention) -> str | None:
        """The state that a mention names, or in which its place lies."""
        return next(iter(mention.countries), None) or self.gazetteer.country_of(mention.core.keys(Sort.PLACE))

    def terms_held(self, person: Known) -> list[Term]:
        """What a person of the tables holds on the day of the entry."""
        if person.id is None or self.day is None:
            return []
        terms = self.gazetteer.terms_of.get(person.id, [])
        return [t for t in terms if t.covers(self.day.first, self.day.last)]

    def serves_a_body(self, person: Known) -> bool:
        """Whether an office of a world body is theirs that day, or no office but that of a union of states."""
        held = [t.country for t in self.terms_held(person)]
        return bool(held) and (None in held or self.gazetteer.states.keys().isdisjoint(held))

    def country_served(self, person: Known) -> str | None:
        """The state that a person acts for that day: Shevardnadze for Russia in 1986, for Georgia in 2001."""
        if self.serves_a_body(person):
            return None
        served = [t.country for t in self.terms_held(person) if t.country in self.gazetteer.states]
        return served[0] if served and person.country not in served else person.country

    def same_event(self, clause: Clause) -> bool:
        """Whether a later sentence tells of the headline's event and not of another day's act."""
        norms = self.words.norms[clause.first : clause.last]
        if norms[0] in self.gazetteer.lexicon.words("apart") or norms[:2] in (["the", "next"], ["the", "previous"]):
            return norms[1:4] in _SAME_DAY or norms[1:3] in _SAME_DAY
        if self._begins_on_another_day(norms):
            return False
        if "not" in norms[: clause.verb_at - clause.first + 3]:
            return False
        if "separately" in norms and not (self.kind is EventType.VISIT and self._meets(clause)):
            return False
        if clause.verb is None or self._meets(clause):
            return True
        if clause.tells("statement") and (self._spokesperson(clause) or self._comments(clause)):
            return False
        if clause.marked("stays away"):
            return False
        if self.kind is EventType.STATEMENT and clause.does(self.gazetteer.lexicon.words("answering")):
            return True
        if self.kind is EventType.STATEMENT and "also" in norms[: clause.verb_at - clause.first]:
            return True
        if self.kind is EventType.STATEMENT and norms[0] in PRONOUNS and norms[1:2] == ["and"]:
            return True  # `He and Foreign Minister Besk note that`
        if clause.tells("sanction"):
            return False
        return not clause.tells("statement") or self.kind in GATHERINGS

    def _meets(self, clause: Clause) -> bool:
        """`President Zorva and his ministers see him`: whoever was named above."""
        seen = self.words.norms[clause.verb_at + 1 : clause.verb_at + 2]
        met = clause.does(self.gazetteer.lexicon.words("seeing")) and bool(seen) and seen[0] in _WHOM
        return clause.tells("meeting") or met

    def _begins_on_another_day(self, norms: list[str]) -> bool:
        """`Nine days later, Clinton telephones`, `A week earlier`, `In the years that follow`; not `Hours later`."""
        words = self.gazetteer.lexicon.words
        spans = words("timespan") - words("shortspan")
        if norms[:2] == ["in", "the"] and norms[2:3] and norms[2] in spans and norms[3:5] in _THAT_FOLLOW:
            return True
        told = next((i for i, norm in enumerate(norms[1:4], 1) if norm in _LATER), None)
        return told is not None and norms[told - 1] in spans

    def _comments(self, clause: Clause) -> bool:
        """`calls it a recognition`; what is said while an exercise goes on."""
        following = self.words.norms[clause.verb_at + 1 : clause.verb_at + 2]
        return self.kind is EventType.EXERCISE or following in (["it"], ["this"])

    def _spokesperson(self, clause: Clause) -> bool:
        """`A Foreign Ministry spokeswoman welcomes the vote`: who speaks for somebody comments on the event."""
        spoken = (m for m in self.mentions if clause.first <= m.first < clause.verb_at)
        return any("spokesperson" in office for m in spoken for group in m.offices for office in group)


@dataclass(slots=True)
class Found:
    """The actors of one entry as they are found, one for each name, and what a reviewer should look at.

    `offices_above` are those of the person or office named last, what `his counterpart` has; `offices_named`
    those of all persons so far, by the sentence that names them.
    """

    actors: dict[tuple[ActorKind, str], Participation] = field(default_factory=dict)
    people: list[Known] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    offices_above: tuple[tuple[str, ...], ...] = ()
    offices_named: dict[int, list[tuple[str, ...]]] = field(default_factory=dict)

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

    def name_offices(self, sentence: int, offices: tuple[tuple[str, ...], ...]) -> None:
        self.offices_named.setdefault(sentence, []).extend(offices)

    def meet(self, person: Known, people: People) -> None:
        """Remember a person for the rest of the entry and of the section."""
        if person not in self.people:
            self.people.append(person)
        people.memory.remember(person)
