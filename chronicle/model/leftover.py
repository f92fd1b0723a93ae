"""What a document holds besides its entries, for who looks into how it was read."""

from dataclasses import dataclass

from chronicle.model.document import Location


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text that opens no entry: why, how many lines, the text itself, and where it stands."""

    why: str
    lines: int
    text: str
    location: Location
