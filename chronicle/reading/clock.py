"""Hours as they are printed beside dates: `11:40`, `at 9.15 p.m.`, `21h30`; matched without regard to case."""

from chronicle.reading.dateparts import DASHES

HALF = r"[ap]\.?m\b\.?"
# No part of a date such as `18.10.2018`.
CLOCK = r"(?:[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?!\.?\d)"
HOUR = rf"(?:at\s)?{CLOCK}(?:\s?(?:{HALF}|h(?:rs|ours)?\b\.?))?"
TO_HOUR = rf"\s?(?:[{DASHES}]|to\s|until\s)\s?\d{{1,2}}(?:[:.h]\d\d|\s?{HALF})"
