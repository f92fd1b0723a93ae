"""Numbers in sentences."""


def counted(number: int, what: str) -> str:
    """`1 event`, `2 events`, `no events`."""
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
