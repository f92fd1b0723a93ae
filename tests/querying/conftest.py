"""One database of two documents that every test of querying asks."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from invented import (
    BEIJING,
    DIAOYUTAI,
    MOSCOW,
    NIKONOV,
    PUTIN,
    RUSSIA,
    SCO,
    US_TOLD_OF,
    WANG_QISHAN,
    WANG_YI,
    document,
    event,
)

from chronicle.model import EventType, Mode
from chronicle.storing import Database, connect
from chronicle.storing.facts import Facts, OfficeTerm, Place, venue_key
from chronicle.storing.registry import Registry
from chronicle.storing.store import store_document

FACTS = Facts(
    aliases={
        "sergey-lavrov": ("Lavrov", "Sergei Lavrov", "Лавров", "Сергей Лавров"),
        "wang-yi": ("Wang", "王毅"),
        "wang-qishan": ("Wang",),
        "sco": ("SCO", "Shanghai Co-operation Organisation"),
    },
    terms={"sergey-lavrov": (OfficeTerm("Foreign Minister", "RU", None, "2004-03-09", None),)},
    places={
        venue_key(DIAOYUTAI): Place(DIAOYUTAI, ("Diaoyutai",), venue_key(BEIJING)),
        venue_key(BEIJING): Place(BEIJING, ("Peking",), None),
    },
)

TALKS = event("2021-09-03", "Lavrov meets Wang Yi in Beijing. They discuss the H-6K bomber and the SCO’s plans.")
SUMMIT = event(
    "2021-09-16", "SCO summit is held in Dushanbe.", end="2021-09-17", actors=(SCO, PUTIN, WANG_YI),
    venues=(), mode=Mode.HYBRID,
)  # fmt: skip
GUESTS = event(
    "2021-12-30", "Wang Qishan receives Vyacheslav Nikonov at Diaoyutai.", end="2022-01-02",
    actors=(WANG_QISHAN, NIKONOV), venues=(DIAOYUTAI,), type=EventType.VISIT,
)  # fmt: skip
CRITIC = event(
    "2022-02-04", "Moscow criticizes the United States.", actors=(RUSSIA, US_TOLD_OF), venues=(MOSCOW,),
    type=EventType.STATEMENT, mode=None, flags=("venue_ambiguous",),
)  # fmt: skip
SLIP = event(None, "Wang Yi says nothing at all.", actors=(WANG_YI,), venues=(), type=EventType.STATEMENT,
             mode=None, flags=("date_invalid",))  # fmt: skip
QUAD = event("2021-09-24", "Wang Yi criticizes a joint statement in Washington.", actors=(WANG_YI, US_TOLD_OF),
             venues=(), type=EventType.STATEMENT, mode=Mode.WRITTEN)  # fmt: skip


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("querying") / "events.db"
    with closing(connect(str(path), create=True)) as db:
        registry = Registry(db, FACTS)
        store_document(db, *document(TALKS, SUMMIT, GUESTS, CRITIC, SLIP), registry=registry)
        its, coded = document(QUAD, file="uschina.md", relation="US - China", title="The Quad Meets")
        store_document(db, replace(its, sha256="2"), coded, registry=registry)
    return path


@pytest.fixture
def db(database: Path) -> Iterator[Database]:
    with closing(connect(str(database), readonly=True)) as opened:
        yield opened
