"""Two chronologies that tell the same 115 events in other words: `same` finds the pairs, and no others."""

from contextlib import closing
from pathlib import Path

from test_seeds import ISSUES, ORIGINALS, SEEDS, needs_originals

from chronicle.ingest import ingest
from chronicle.querying import Query, events
from chronicle.querying.same import likely_same
from chronicle.storing import Database, connect


def told(db: Database) -> dict[str, tuple[str, int]]:
    """The file and the place in it of every event."""
    return {each.id or "": (each.source.file if each.source else "", each.ordinal) for each in events(db, Query())}


@needs_originals
def test_the_pairs_are_found(tmp_path: Path) -> None:
    twins = {seed.file: seed.original for seed in ISSUES}
    target = str(tmp_path / "twice.db")
    for report in ingest([str(SEEDS), *(str(ORIGINALS / seed.original) for seed in ISSUES)], target):
        assert report
    with closing(connect(target, readonly=True)) as db:
        places = told(db)
        pairs = {tuple(sorted(places[key] for key in pair.ids)) for pair in likely_same(db, Query())}
    right = {tuple(sorted([(file, at), (twins[file], at)])) for file, at in places.values() if file in twins}
    assert len(right) == sum(seed.entries for seed in ISSUES) == 115
    assert pairs - right == set()
    assert len(pairs & right) >= 112
