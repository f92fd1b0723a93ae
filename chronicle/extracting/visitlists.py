"""Lists of visits, whose heading tells what their rows leave out: `From Japan to Kenya`, `VIP visits`."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from chronicle.extracting.gazetteer import Gazetteer
from chronicle.extracting.headline import Headline
from chronicle.extracting.mention import OFFICE, PERSON
from chronicle.extracting.relations import relation_codes
from chronicle.extracting.words import split_words
from chronicle.model import BAR, ActorKind, EventType, Participation

_LONGEST_ADDRESS = 4  # letters of `Mr.`, `Hon.`, `H.E.`


@dataclass(frozen=True, slots=True)
class Visits:
    """What a heading says of those below it: that they travelled, and from which state if it names that."""

    home: str | None


def visits_under(heading: str, gazetteer: Gazetteer) -> Visits | None:
    """`VIP Visits (after 1997)`, `From Japan to Kenya`; None if a heading is of something else."""
    words = split_words(heading)
    norms = words.norms
    if norms[:1] == ["from"] and "to" in norms[2:]:
        home = relation_codes(words.span(1, norms.index("to")), gazetteer)
        return Visits(next(iter(home))) if len(home) == 1 else None
    told = any(gazetteer.lexicon.nouns.get((norm,)) == EventType.VISIT and norm.endswith("s") for norm in norms)
    return Visits(None) if told else None


def is_row_of_traveller(headline: Headline, kind: EventType) -> bool:
    """`Mr. Shinzo Abe, Prime Minister`, `H.E. Sumaye (TICAD II)`: somebody, and at most a bracket that tells more."""
    first, words = next(iter(headline.mentions), None), headline.words
    if first is None or first.kind not in (PERSON, OFFICE) or first.adjective or headline.clause.verb is not None:
        return False
    owns = words.norms[first.last : first.last + 1] == ["'s"]
    addressed = all(len(norm) <= _LONGEST_ADDRESS for norm in words.norms[: first.first])
    in_bracket = BAR not in words.text and kind is EventType.MEETING and "(" in words.text
    return addressed and not owns and (kind is EventType.OTHER or in_bracket)


def from_home(actors: Iterable[Participation], visits: Visits | None) -> tuple[Participation, ...]:
    """The actors; whom no table knows comes from where the list says its travellers come from."""
    if visits is None or visits.home is None:
        return tuple(actors)
    return tuple(replace(actor, country=visits.home) if _is_unknown(actor) else actor for actor in actors)


def _is_unknown(actor: Participation) -> bool:
    return actor.kind is ActorKind.PERSON and actor.key is None
