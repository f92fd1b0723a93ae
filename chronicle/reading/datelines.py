"""The datelines that agencies print over their reports: `LIND, Norland, Dec. 27, 2019 (Wire) —`."""

import re

from chronicle.reading.dateparts import DASHES

_PLACE = r"[A-Z][A-Z .’'-]{2,40}"
_STATE = r"(?:, [A-Z][A-Za-z .]{2,20})?"
_AGENCY = r"\([A-Z][\w /&.]{1,40}\)"
# What stands behind the date of `June 29 (Wire) - ...`, which heads a report and no entry.
BEHIND_DATE = re.compile(rf"\s?{_AGENCY}\s?[{DASHES}]")
# What stands before the first entry in `LIND, 22 January (Wire) - 11 January - ...`.
BEFORE_ENTRY = re.compile(rf"{_PLACE},\s[^()\n]{{3,20}}{_AGENCY}\s[{DASHES}]{{1,2}}\s")
# `LIND (Wire) - ...`, without a date.
UNDATED = re.compile(rf"{_PLACE}{_STATE}\s?(?:{_AGENCY}\s?)?[{DASHES}]{{1,2}}\s")
# What stands before the date of `LIND, December 27, 2019 (Wire) —`, `LIND, Norland, Dec 27, 2019 -`.
BEFORE_DATE = re.compile(rf"{_PLACE}{_STATE}, (?=\S)")
