"""A stored document comes back as it was read, so that its entries can be coded again."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from corrected import DESK
from invented import document, event

from chronicle.model import Link, Problem
from chronicle.querying import Query, events
from chronicle.storing import Database, connect
from chronicle.storing.corrections import keep
from chronicle.storing.entries import documents, stored_document, stored_section
from chronicle.storing.facts import Facts
from chronicle.storing.store import store_document

TALKS = event("2021-09-03", "Lavrov meets Wang in Beijing. They talk for two hours.", flags=("actor_slip",))
SLIP = event(None, "Nothing can happen on this day.", actors=(), flags=("date_invalid", "holder_unknown"))
PERIOD = (date(2021, 9, 1), date(2021, 12, 31))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(connect(str(tmp_path / "entries.db"), create=True)) as opened:
        yield opened


def test_as_it_was_read(db: Database) -> None:
    read, coded = document(TALKS, SLIP, problems=(Problem("period", "lies outside its period", 3),))
    [section] = read.sections
    talks, slip = section.entries
    linked = replace(talks, links=(Link("talks", "#"),))
    whole = replace(
        section, period_text="Autumn 2021", period=PERIOD, entries=(linked, replace(slip, flags=("date_invalid",)))
    )
    second = replace(section, heading="Another", relation=None, entries=())
    read = replace(read, sections=(whole, second))
    events_found = tuple(replace(each, links=entry.links) for each, entry in zip(coded[0], whole.entries, strict=True))
    store_document(db, read, (events_found, ()))
    assert [stored_document(db, number) for number in documents(db)] == [read]


def test_corrections_do_not_touch_what_was_read(db: Database) -> None:
    store_document(db, *document(TALKS, SLIP))
    [before] = [stored_document(db, number) for number in documents(db)]
    slip, talks = events(db, Query())
    keep(db, [DESK.date(slip, "2021-09-30"), DESK.accept(talks)], Facts())
    assert [stored_document(db, number) for number in documents(db)] == [before]


def test_the_section_of_an_event(db: Database) -> None:
    read, coded = document(TALKS, SLIP)
    [section] = read.sections
    both = replace(read, sections=(section, replace(section, heading="Another")))
    store_document(db, both, (coded[0], coded[0]))
    keys = [each.id or "" for each in events(db, Query(sort="document"))]
    assert [stored_section(db, key).sections[0].heading for key in keys] == [section.heading] * 2 + ["Another"] * 2
