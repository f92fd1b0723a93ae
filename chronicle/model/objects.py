"""Objects of JSON as they come from somebody else."""

from typing import Any


class StandsTwice(ValueError):
    """A key that is in one object twice: to take either value would be a guess."""


def each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """For `json.loads(..., object_pairs_hook=each_once)`, which otherwise takes the last of two."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise StandsTwice(f"{twice}: stands there twice")
    return made
