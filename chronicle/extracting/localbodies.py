"""Bodies of a town or a province, in small letters: `Okinawa Prefectural police`, `the city assembly of Naha`."""

from chronicle.extracting.mention import Mention
from chronicle.extracting.scene import Found, Scene
from chronicle.model import ActorKind, Participation

_EDUCATION = ["board", "of", "education"]


def add_local_body(scene: Scene, found: Found, place: Mention) -> bool:
    """The body that a place of the tables is named with, called by the place; False where there is none."""
    norms, first, last = scene.words.norms, place.core.first, place.core.last
    country = scene.state_at(place)
    behind, before = _behind(scene, last), _before(scene, first)
    if country is None or place.adjective or not (behind or before):
        return False
    begin, end = (first, last + behind) if behind else (first - 1 - before, last)
    called = norms[last:end] if behind else norms[begin : first - 1]
    name = [scene.words.span(first, last), *(norm if norm == "of" else norm.capitalize() for norm in called)]
    printed = scene.words.span(begin, end)
    rule = "body of a place, in no table"
    found.add(
        Participation(" ".join(name), ActorKind.ORGANIZATION, scene.role(begin), country, mention=printed, rule=rule)
    )
    return True


def _behind(scene: Scene, i: int) -> int:
    """How many words from word i on name a body: `Prefectural police`, `city assembly`; 0 if they name none."""
    size = _size(scene, i)
    small = size > 0 and scene.words.forms[i + size - 1].islower()
    return size if small and all(gap == " " for gap in scene.words.gaps[i : i + size]) else 0


def _before(scene: Scene, i: int) -> int:
    """How many words before the `of` before word i name one: `city assembly of`, `board of education of`."""
    if i < 3 or scene.words.norms[i - 1] != "of":
        return 0
    return next((size for size in (4, 3, 2) if i - 1 - size >= 0 and _size(scene, i - 1 - size) == size), 0)


def _size(scene: Scene, i: int) -> int:
    """The words of a level and its organ from word i on; a board of education needs no level."""
    norms, words = scene.words.norms, scene.gazetteer.lexicon.words
    at = i + (norms[i : i + 1] != [] and norms[i] in words("locallevel"))
    if norms[at : at + 3] == _EDUCATION:
        return at + 3 - i
    organ = norms[at : at + 1]
    return at + 1 - i if at > i and organ and organ[0] in words("localorgan") else 0
