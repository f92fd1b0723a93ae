"""Names by what their transliterations have in common."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from chronicle.extracting.gazetteer import Gazetteer, Sort


@lru_cache(maxsize=65536)
def skeleton(norm: str) -> str:
    """A word with the spellings folded in which transliterations differ: `sergey`, `sergei` -> `sergei`."""
    for old, new in _SPELT_ALIKE:
        norm = norm.replace(old, new)
    return _REPEATED.sub(r"\1", norm)


_REPEATED = re.compile(r"(.)\1+")
_SPELT_ALIKE = (
    ("iyev", "iev"), ("eyev", "eev"), ("yy", "i"), ("iy", "i"), ("ii", "i"), ("ey", "ei"), ("y", "i"), ("kh", "h"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ks", "x"), ("ph", "f"), ("mohammad", "muhamad"), ("mohammed", "muhamad"),
    ("mohamed", "muhamad"), ("muhammad", "muhamad"), ("w", "v"), ("tz", "ts"), ("j", "i"),
)  # fmt: skip


def skeletons_of(norms: Iterable[str]) -> str:
    """The skeletons of a name's words in one order, without initials: one for a name however it is turned."""
    return turned(skeleton(norm) for norm in norms if len(norm) > 1)


def turned(bones: Iterable[str]) -> str:
    """One order for a name, whichever word it begins with: `Lee Jung Jae`, `Jung Jae Lee`; not `Lee Jae Jung`."""
    words = list(dict.fromkeys(bones))
    return " ".join(min(words[i:] + words[:i] for i in range(len(words)))) if words else ""


def skeleton_index(gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Person ids by their names' skeletons; built when the first unknown name asks for it."""
    if gazetteer.skeletons is None:
        found: dict[str, list[str]] = defaultdict(list)
        for norms, printed in gazetteer.printed.items():
            ids = [key for sort, key, *_ in printed if sort is Sort.PERSON] if len(norms) > 1 else []
            if ids:
                bones = skeletons_of(norms)
                found[bones].extend(i for i in dict.fromkeys(ids) if i not in found[bones])
        gazetteer.skeletons = {bones: tuple(ids) for bones, ids in found.items()}
    return gazetteer.skeletons
