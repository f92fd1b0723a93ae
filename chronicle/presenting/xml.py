"""Text in XML: escaped, and without the signs that XML cannot hold."""

import re
from xml.sax.saxutils import escape

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(value: object) -> str:
    """For the text of an element and for an attribute in double quotes."""
    return escape(_FORBIDDEN.sub("\ufffd", str(value)), {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def attributes(**values: object) -> str:
    """` name="value"` of those that are not None."""
    return "".join(f' {name}="{escaped(value)}"' for name, value in values.items() if value is not None)
