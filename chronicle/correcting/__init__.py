"""What a person types to put events right, as corrections; and corrections as lines of a text file."""

from chronicle.correcting.lines import to_lines, to_record
from chronicle.correcting.making import Desk
from chronicle.correcting.parsing import from_lines

__all__ = ["Desk", "from_lines", "to_lines", "to_record"]
