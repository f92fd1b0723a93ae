"""Numbers in sentences, and what is said wherever a list is cut."""

MORE = "more with --limit N, all with --limit 0"


def counted(number: int, what: str) -> str:
    """`1 event`, `2 events`, `no events`."""
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
