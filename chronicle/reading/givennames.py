"""Given names of two syllables with a hyphen, `Yun Byung-se`, told by form from a word cut at a line's end.

Surname and syllables are spelt as names of Korea and Taiwan are in English. A name that pinyin can spell is written as
one word, so its hyphen only cuts it: `Wen Jia-` above `bao`.
"""

import re

_NAME = re.compile(r"(?<![\w-])(?P<surname>[A-Z][a-z]+)\s+(?P<head>[A-Z][a-z]+)[-‐]$")
_REST = re.compile(r"[a-z]+(?![\w-])")
_ONSET = r"(?:[bdgkmnprhl]y|[bgkhs]?w|wh|[bdgkmnprstjlhy]|ch|sh|ts|hs)?"
_VOWELS = r"(?:yeo|eui|oui|eou|you|a[ei]|e[eou]|i[aeou]|o[eiou]|u[aeio]|[aeiou])"
_SYLLABLE = re.compile(rf"{_ONSET}{_VOWELS}(?:ck|ng|hn|nn|[kgnlpbmth])?")
_SURNAME = re.compile(rf"park|{_ONSET}{_VOWELS}(?:ng|(?<!jo)hn|[knmhg])?")
# What syllables of these names often have and parts of European words rarely.
_TELLING = re.compile(r"eo|eu|ae|oo|ui|[^aeiou]y[aeou]|^y[aeou]|wo|wa|[aeou]ng$|^[ht]s")
_PINYIN = (
    r"(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:a(?:i|o|n|ng)?|e(?:i|n|ng|r)?|i(?:a|e|u|n|ng|an|ang|ao)?|(?<=[jqx])iong"
    r"|(?<=[bpmfwy])o|(?<![jqxbpmf])(?<!sh)ong|ou|u(?:a|o|i|n|e|an|ang|ai)?)"
)
_OF_PINYIN = re.compile(rf"{_PINYIN} {_PINYIN}{_PINYIN}")
_SMALL = frozenset("an he in on so to we".split())


def has_hyphen(before: str, after: str) -> bool:
    """Whether the hyphen that `before` ends with is a name's own: `minister Yun Byung-` before `se, on trade`."""
    name, rest = _NAME.search(before), _REST.match(after)
    if name is None or rest is None:
        return False
    surname, *syllables = name["surname"].lower(), name["head"].lower(), rest[0]
    if surname in _SMALL or _OF_PINYIN.fullmatch(f"{surname} {''.join(syllables)}"):
        return False
    spelt = _SURNAME.fullmatch(surname) and all(map(_SYLLABLE.fullmatch, syllables))
    return bool(spelt) and (surname.startswith(("ts", "hs")) or any(map(_TELLING.search, syllables)))
