"""What somebody has put right: one correction is one value, kept apart from what the program found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Given = str | float | None


class Act(StrEnum):
    """What a correction does. `MERGE` and `ALIAS` hold for all events, the others for one.

    `SAME` and `DIFFERENT` say of an event that another one is the same, told by another chronology, or is not.
    They change neither.
    """

    TYPE = "type"
    MODE = "mode"
    DATE = "date"
    ADD_ACTOR = "add-actor"
    CHANGE_ACTOR = "change-actor"
    REMOVE_ACTOR = "remove-actor"
    ADD_VENUE = "add-venue"
    CHANGE_VENUE = "change-venue"
    REMOVE_VENUE = "remove-venue"
    ACCEPT = "accept"
    MERGE = "merge"
    ALIAS = "alias"
    SAME = "same"
    DIFFERENT = "different"


EVERYWHERE = frozenset({Act.MERGE, Act.ALIAS})
PAIRS = frozenset({Act.SAME, Act.DIFFERENT})

# What the rule of a corrected value begins with; the correction's id follows.
RULE = "correction "


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of docs/corrections.md.

    `event` is an event's whole id, None for what holds everywhere. `subject` is the key of the actor or venue
    that is corrected and `name` what it is called: the name still finds it when another version of the tables
    gives it another key. Of `PAIRS` they are the id of the other event and how its entry begins. `given` are the
    values as they shall be, `was` what they were; `settles` the flags of the event that it answers. `entry` repeats
    the entry's beginning, for who reads the line. `made` is UTC, ISO 8601.
    """

    id: str
    act: Act
    author: str
    made: str
    event: str | None = None
    subject: str | None = None
    name: str | None = None
    given: Mapping[str, Given] = field(default_factory=dict)
    was: Mapping[str, Given] = field(default_factory=dict)
    settles: tuple[str, ...] = ()
    entry: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Misfit:
    """A correction that cannot be applied any more, and why."""

    correction: Correction
    why: str

    def __str__(self) -> str:
        one = self.correction
        about = f"{one.act} of {one.event}" if one.event else f"{one.act} of {one.name}"
        return f"correction {one.id} ({about}): {self.why}; `chronicle correct undo {one.id}` takes it back"
