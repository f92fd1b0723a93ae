"""requirements/dev.txt locks what pyproject.toml asks for: names, versions and hashes, from nowhere in particular."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
PINS = re.findall(r"^([\w.-]+)==([^ \\]+)", LOCK, re.MULTILINE)
LOCKED = {canonicalize_name(name): version for name, version in PINS}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
ASKED = [
    asked
    for lines in (PROJECT["project"]["dependencies"], PROJECT["dependency-groups"]["dev"], *EXTRAS.values())
    for asked in map(Requirement, lines)
    if asked.name != PROJECT["project"]["name"]
]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.name)
def test_the_lock_fits_what_is_asked_for(asked: Requirement) -> None:
    assert LOCKED[canonicalize_name(asked.name)] in asked.specifier, "run `make lock`"


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.name)
def test_versions_are_bounded_or_builders(asked: Requirement) -> None:
    """A library is kept below its next major version; the build backend is followed."""
    assert any(bound.operator == "<" for bound in asked.specifier) or asked.name == "hatchling"


def test_every_locked_version_has_hashes() -> None:
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(PINS)
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_lock_names_no_place_to_fetch_from() -> None:
    assert "://" not in LOCK
    assert "index-url" not in LOCK


def test_all_means_every_extra() -> None:
    [everything] = map(Requirement, EXTRAS["all"])
    assert everything.extras == set(EXTRAS) - {"all"}
