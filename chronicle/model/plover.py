"""PLOVER codes of the event types (docs/codebook.md): the usual one, and those that the content decides."""

from chronicle.model.event import EventType

USUAL = {
    EventType.MEETING: "CONSULT",
    EventType.VISIT: "CONSULT",
    EventType.MESSAGE: "SUPPORT",
    EventType.AGREEMENT: "AGREE",
    EventType.EXERCISE: "COOPERATE",
    EventType.COOPERATION: "COOPERATE",
    EventType.AID: "AID",
    EventType.CEREMONY: "SUPPORT",
    EventType.MILITARY: "MOBILIZE",
    EventType.SANCTION: "SANCTION",
}
BY_CONTENT = {
    EventType.STATEMENT: frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}),
    EventType.MILITARY: frozenset({"MOBILIZE", "COERCE", "ASSAULT"}),
    EventType.SANCTION: frozenset({"SANCTION", "CONCEDE"}),
    EventType.INCIDENT: frozenset({"PROTEST", "ASSAULT"}),
}


def codes(kind: EventType) -> list[str]:
    """All codes that an event of this type can have."""
    usual = {USUAL[kind]} if kind in USUAL else set()
    return sorted(usual | BY_CONTENT.get(kind, frozenset()))
