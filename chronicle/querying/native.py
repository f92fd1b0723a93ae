"""Names of states, places and bodies in other scripts, `Россия` or `北京`, as the tables name them."""

from functools import lru_cache
from pathlib import Path

from chronicle import config
from chronicle.storing.names import fold


def in_latin(typed: str) -> str:
    """What the name is called in Latin letters; itself if no table has it."""
    if typed.isascii():
        return typed
    return _by_native(tuple(config.data_folders())).get(fold(typed), typed)


@lru_cache(maxsize=8)
def _by_native(folders: tuple[Path, ...]) -> dict[str, str]:
    from chronicle.reference import table_rows
    from chronicle.storing.facts import items

    rows = table_rows(folders, "native_names.csv")
    return {fold(form): row["name"] for row in rows for form in items(row["native"])}
