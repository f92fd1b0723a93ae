"""The shipped tables, loaded once."""

from pathlib import Path

import pytest

from chronicle.extracting import Gazetteer, load_gazetteer


@pytest.fixture(scope="session")
def shipped() -> Gazetteer:
    return load_gazetteer(Path(__file__).parents[2] / "data")
