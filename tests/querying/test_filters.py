"""Which events a question brings, and in what order."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import invented
import pytest

from chronicle.errors import BadFilter, UnknownName
from chronicle.model import ActorKind, Participation, Role, Venue, VenueKind
from chronicle.querying import Query, event, events, passage, total
from chronicle.storing import Database, connect
from chronicle.storing.facts import Facts, Place, venue_key
from chronicle.storing.registry import Registry
from chronicle.storing.store import store_document

# Each event by a word of its headline, in the order of dates.
ALL = ["nothing", "Lavrov", "summit", "Washington", "Nikonov", "Moscow"]


def names(db: Database, query: Query) -> list[str]:
    found = [next(name for name in ALL if name in each.headline) for each in events(db, query)]
    if query.limit is None and query.after is None:
        assert total(db, query) == len(found)
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), ALL),
        (Query(actors=("lavrov",)), ["Lavrov"]),
        (Query(actors=("Sergei Lavrov",)), ["Lavrov"]),
        (Query(actors=("ЛАВРОВ",)), ["Lavrov"]),
        (Query(actors=("王毅",)), ["nothing", "Lavrov", "summit", "Washington"]),
        (Query(actors=("wang-yi",)), ["nothing", "Lavrov", "summit", "Washington"]),
        (Query(actors=("sco",)), ["summit"]),
        (Query(actors=("the SCO",)), ["summit"]),
        (Query(actors=("The Shanghai Cooperation",)), ["summit"]),
        (Query(actors=("shanghai cooperation",)), ["summit"]),
        (Query(actors=("nikonov",)), ["Nikonov"]),
        (Query(actors=("lavrov or nikonov",)), ["Lavrov", "Nikonov"]),
        (Query(actors=("Lavrov OR Putin", "wang yi")), ["Lavrov", "summit"]),
        (Query(actors=("russia",)), ["Lavrov", "summit", "Nikonov", "Moscow"]),
        (Query(actors=("russian", "chinese")), ["Lavrov", "summit", "Nikonov"]),
        (Query(actors=("US",)), ["Washington", "Moscow"]),
        (Query(actors=("American",)), ["Washington", "Moscow"]),
        (Query(actors=("american",), role="participant"), []),
        (Query(actors=("american",), role="mentioned"), ["Washington", "Moscow"]),
        (Query(actors=("Moscow",)), ["Lavrov", "summit", "Nikonov", "Moscow"]),
        (Query(participants=("russia", "china")), ["Lavrov", "summit", "Nikonov"]),
        (Query(participants=("lavrov", "chinese")), ["Lavrov"]),
        (Query(participants=("lavrov or putin", "wang yi")), ["Lavrov", "summit"]),
        (Query(participants=("russia", "united states")), []),
        (Query(actors=("Россия", "中国")), ["Lavrov", "summit", "Nikonov"]),
        (Query(countries=("러시아 or 日本",)), ["Lavrov", "summit", "Nikonov", "Moscow"]),
        (Query(venues=("北京",)), ["Lavrov", "Nikonov"]),
        (Query(venues=("москва",)), ["Moscow"]),
        (Query(actors=("上海合作组织",)), ["summit"]),
        (Query(relations=("США-Китай",)), ["Washington"]),
        (Query(relations=("United States and PRC",)), ["Washington"]),
        (Query(not_actors=("russia",)), ["nothing", "Washington"]),
        (Query(not_actors=("lavrov or putin",), actors=("wang yi",)), ["nothing", "Washington"]),
        (Query(countries=("RU",)), ["Lavrov", "summit", "Nikonov", "Moscow"]),
        (Query(countries=("ru", "china")), ["Lavrov", "summit", "Nikonov"]),
        (Query(countries=("us",)), []),
        (Query(countries=("japan or russia",)), ["Lavrov", "summit", "Nikonov", "Moscow"]),
        (Query(venues=("beijing",)), ["Lavrov", "Nikonov"]),
        (Query(venues=("Peking",)), ["Lavrov", "Nikonov"]),
        (Query(venues=("diaoyutai",)), ["Nikonov"]),
        (Query(venues=("the Diaoyutai State Guesthouse",)), ["Nikonov"]),
        (Query(venues=("guesthouse",)), ["Nikonov"]),
        (Query(venues=("china",)), ["Lavrov", "Nikonov"]),
        (Query(venues=("diaoyutai", "moscow")), ["Nikonov", "Moscow"]),
        (Query(venues=("japan",)), []),
        (Query(types=("statement",)), ["nothing", "Washington", "Moscow"]),
        (Query(types=("visit", "Meeting")), ["Lavrov", "summit", "Nikonov"]),
        (Query(modes=("hybrid",)), ["summit"]),
        (Query(modes=("in person", "in-person")), ["Lavrov", "Nikonov"]),
        (Query(since="2022"), ["Nikonov", "Moscow"]),
        (Query(since="2021-12-31"), ["Nikonov", "Moscow"]),
        (Query(until="2021"), ["Lavrov", "summit", "Washington", "Nikonov"]),
        (Query(on="2021-09-17"), ["summit"]),
        (Query(on="2021-09-18"), []),
        (Query(during="sept 2021"), ["Lavrov", "summit", "Washington"]),
        (Query(during="2022"), ["Nikonov", "Moscow"]),
        (Query(during="2022-01"), ["Nikonov"]),
        (Query(actors=("russia",), since="2022"), ["Nikonov", "Moscow"]),
        (Query(text="bomber"), ["Lavrov"]),
        (Query(text="BOMB*"), ["Lavrov"]),
        (Query(text='"joint statement" OR bomber'), ["Lavrov", "Washington"]),
        (Query(text="criticizes NOT moscow"), ["Washington"]),
        (Query(text="wang", since="2021-12"), ["Nikonov"]),
        (Query(text="wang", actors=("putin",)), []),
        (Query(documents=("issue.txt",)), ["nothing", "Lavrov", "summit", "Nikonov", "Moscow"]),
        (Query(documents=("*.md",)), ["Washington"]),
        (Query(documents=("uschina",)), ["Washington"]),
        (Query(documents=("quad meets",)), ["Washington"]),
        (Query(documents=("*",)), ALL),
        (Query(relations=("china us",)), ["Washington"]),
        (Query(relations=("china",)), ALL),
        (Query(flags=("date_invalid",)), ["nothing"]),
        (Query(flags=("date_invalid", "venue_ambiguous")), ["nothing", "Moscow"]),
        (Query(since_last_ingest=True), ["Washington"]),
        (Query(since_last_ingest=True, actors=("putin",)), []),
        (Query(sort="-date"), ALL[::-1]),
        (Query(sort="type"), ["Lavrov", "summit", "nothing", "Washington", "Moscow", "Nikonov"]),
        (Query(sort="type,-date"), ["summit", "Lavrov", "Moscow", "Washington", "nothing", "Nikonov"]),
        (Query(sort="-type, mode"), ["Nikonov", "nothing", "Moscow", "Washington", "summit", "Lavrov"]),
        (Query(sort="-source,-date"), ["Washington", "Moscow", "Nikonov", "summit", "Lavrov", "nothing"]),
        (Query(sort="-added"), ["Washington", "nothing", "Lavrov", "summit", "Nikonov", "Moscow"]),
        (Query(sort="-relation,document"), ["Washington", "Lavrov", "summit", "Nikonov", "Moscow", "nothing"]),
        (Query(sort="-date", actors=("putin",), limit=1), ["summit"]),
        (Query(sort="-date", since="2022"), ["Moscow", "Nikonov"]),
        (Query(sort="document"), ["Lavrov", "summit", "Nikonov", "Moscow", "nothing", "Washington"]),
        (Query(sort="document", actors=("wang yi",)), ["Lavrov", "summit", "nothing", "Washington"]),
        (Query(limit=2), ["nothing", "Lavrov"]),
        (Query(limit=0), []),
        (Query(since="2022", limit=1), ["Nikonov"]),
        (Query(since="2022", limit=1, sort="-date"), ["Moscow"]),
        (
            Query(
                actors=("russia", "wang yi"), venues=("beijing",), types=("meeting",), modes=("in_person",),
                during="2021", text="talk* OR discuss", documents=("issue*",), relations=("russia",),
            ),
            ["Lavrov"],
        ),
    ],
    ids=repr,
)  # fmt: skip
def test_filters(db: Database, query: Query, expected: list[str]) -> None:
    assert names(db, query) == expected


@pytest.mark.parametrize(
    "sort",
    ["date", "-date", "document", "-document", "type,-date", "-type,-date", "source,mode", "relation,-type,date",
     "-added", "date,type"],
)  # fmt: skip
@pytest.mark.parametrize("query", [Query(), Query(since="2021-09-17"), Query(actors=("china",))], ids=repr)
def test_pages_put_together_are_the_whole(db: Database, query: Query, sort: str) -> None:
    from dataclasses import replace

    whole = [each.id for each in events(db, replace(query, sort=sort))]
    pages: list[str | None] = []
    while True:
        after = pages[-1] if pages else None
        page = [each.id for each in events(db, replace(query, sort=sort, after=after, limit=2))]
        if not page:
            break
        pages += page
    assert pages == whole


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (Query(types=("party",)), "type 'party': is none; one of meeting, visit"),
        (Query(modes=("telepathy",)), "mode 'telepathy': is none; one of in_person"),
        (Query(role="bystander"), "role 'bystander': is none; one of participant, mentioned"),
        (Query(role="mentioned"), "role 'mentioned': is of which actor? name one, or leave the role out"),
        (Query(sort="size"), "sort 'size': is none; write one or more of date, document, source"),
        (Query(sort="type,"), "sort '': is none"),
        (Query(sort="date,-date"), "sort 'date,-date': has a key twice; leave one out"),
        (Query(limit=-1), "limit -1: is below nothing"),
        (Query(since="2022", until="2021"), "is after until"),
        (Query(since="someday"), "since 'someday': is no time"),
        (Query(during="2021-09-16.."), "during '2021-09-16..': needs both ends; write them, or use since or until for"),
        (Query(during="..2021"), "during '..2021': needs both ends"),
        (Query(since=""), "since '': is no time"),
    ],
    ids=repr,
)
def test_values_that_mean_nothing(db: Database, query: Query, message: str) -> None:
    with pytest.raises(BadFilter) as caught:
        events(db, query)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (Query(actors=("lavrof",)), "actor 'lavrof': not known here; did you mean Sergey Lavrov?"),
        (
            Query(actors=("wang",)),
            "actor 'wang': fits several: Wang Qishan (CN), Wang Yi (CN); write one in full",
        ),
        (Query(actors=("lavrov or wang",)), "actor 'wang': fits several"),
        (Query(actors=("lavrov or",)), "actor 'lavrov or': OR has no name behind it; write one, or leave OR out"),
        (Query(participants=("or Lavrov",)), "actor 'or Lavrov': OR has no name before it; write one, or leave"),
        (Query(actors=("lavrov or or wang yi",)), "actor 'or wang yi': OR has no name before it"),
        (Query(countries=("china OR",)), "country 'china OR': OR has no name behind it"),
        (Query(venues=("beijing or ",)), "venue 'beijing or': OR has no name behind it"),
        (Query(actors=("zzzzzz",)), "actor 'zzzzzz': not known here; `chronicle actors` lists those that are"),
        (Query(actors=("",)), "actor '': names nobody"),
        (Query(actors=("?",)), "actor '?': not known here"),
        (Query(not_actors=("lavrof",)), "did you mean Sergey Lavrov?"),
        (Query(countries=("Rusia",)), "country 'Rusia': not known here; did you mean Russia"),
        (
            Query(countries=("XX",)),
            "country 'XX': not known here; `chronicle count --by country` lists those that take",
        ),
        (Query(countries=("oneil",)), "country 'oneil': not known here; `chronicle count --by country` lists those"),
        (Query(relations=("qqq",)), "relation 'qqq': not known here; `chronicle count --by relation` lists those"),
        (
            Query(flags=("foo",)),
            "flag 'foo': not known here; one of date_invalid, date_year_unknown, date_order_unknown",
        ),
        (Query(venues=("bejing",)), "venue 'bejing': not known here; did you mean Beijing?"),
        (Query(documents=("isue.txt",)), "document 'isue.txt': not known here; did you mean issue.txt?"),
        (Query(relations=("china japan",)), "relation 'china japan': not known here; did you mean"),
        (Query(flags=("date_invalit",)), "flag 'date_invalit': not known here; did you mean date_invalid?"),
        (Query(after="zzzz"), "event 'zzzz': there is none"),
        (Query(venues=("",)), "venue '': names none; write one, or leave it out"),
        (Query(countries=(" ",)), "country ' ': names none"),
        (Query(documents=("",)), "document '': names none"),
    ],
    ids=repr,
)
def test_unknown_names_suggest_the_nearest(db: Database, query: Query, message: str) -> None:
    with pytest.raises(UnknownName) as caught:
        events(db, query)
    assert message in str(caught.value)


@pytest.fixture
def koreas(tmp_path: Path) -> Iterator[Database]:
    """Events in both Koreas, on their peninsula and in a province whose alias has the word as well."""
    gangwon = Venue("Gangwon Province", VenueKind.REGION, country="KR")
    places = [
        Venue("Seoul", VenueKind.CITY, country="KR"), Venue("Kaesong", VenueKind.CITY, country="KP"), gangwon,
        Venue("Cape Town", VenueKind.CITY, country="ZA"), Venue("South China Sea", VenueKind.WATER),
    ]  # fmt: skip
    facts = Facts(places={venue_key(gangwon): Place(gangwon, ("Kangwon Province (South Korea)",), None)})
    with closing(connect(str(tmp_path / "koreas.db"), create=True)) as db:
        told = [invented.event("2021-09-03", f"Talks are held at {place.name}.", venues=(place,)) for place in places]
        store_document(db, *invented.document(*told), registry=Registry(db, facts))
        yield db


@pytest.mark.parametrize("typed", ["korea", "Korea"])
def test_a_word_of_several_states_is_no_venue(koreas: Database, typed: str) -> None:
    with pytest.raises(UnknownName) as caught:
        events(koreas, Query(venues=(typed,)))
    assert str(caught.value) == (
        f"venue '{typed}': fits several: North Korea (KP), South Korea (KR); write one in full"
    )


@pytest.mark.parametrize("kind", ["actors", "participants", "countries", "not_actors"])
@pytest.mark.parametrize("typed", ["korea", "Korea"])
def test_a_word_of_several_states_is_none(koreas: Database, kind: str, typed: str) -> None:
    named = "country" if kind == "countries" else "actor"
    with pytest.raises(UnknownName) as caught:
        events(koreas, Query(**{kind: (typed,)}))
    assert str(caught.value) == (
        f"{named} '{typed}': fits several: North Korea (KP), South Korea (KR); write one in full"
    )


def test_a_word_of_several_states_may_be_a_name(tmp_path: Path) -> None:
    paper = Participation("Korea", ActorKind.ORGANIZATION, Role.PARTICIPANT)
    with closing(connect(str(tmp_path / "paper.db"), create=True)) as db:
        store_document(db, *invented.document(replace(invented.event(), actors=(paper,))))
        assert len(list(events(db, Query(actors=("korea",))))) == 1


def test_a_state_is_not_named_by_a_word_of_what_stands_for_it(tmp_path: Path) -> None:
    state = Participation("United States", ActorKind.STATE, Role.PARTICIPANT, "US", mention="Bush House", key="US")
    facts = Facts(printed={"US": ("Bush House",)})
    with closing(connect(str(tmp_path / "us.db"), create=True)) as db:
        told = invented.document(replace(invented.event(), actors=(state,)))
        store_document(db, *told, registry=Registry(db, facts))
        assert len(list(events(db, Query(actors=("bush house",))))) == 1
        with pytest.raises(UnknownName, match="actor 'bush': not known here"):
            events(db, Query(actors=("bush",)))


@pytest.mark.parametrize(
    ("typed", "found"),
    [("south korea", ["Gangwon", "Seoul"]), ("south korea or north korea", ["Gangwon", "Kaesong", "Seoul"]),
     ("kangwon province", ["Gangwon"]), ("africa", ["Cape"]), ("china sea", ["South"])],
)  # fmt: skip
def test_venues_by_the_words_of_one(koreas: Database, typed: str, found: list[str]) -> None:
    assert sorted(each.venues[0].name.split()[0] for each in events(koreas, Query(venues=(typed,)))) == found


def test_a_word_of_a_state_and_of_places_elsewhere_is_no_venue(koreas: Database) -> None:
    with pytest.raises(UnknownName, match=r"fits several: South Africa \(ZA\), South China Sea, South Korea \(KR\);"):
        events(koreas, Query(venues=("south",)))


def test_an_event_by_any_unambiguous_beginning_of_its_id(db: Database) -> None:
    ids = [each.id or "" for each in events(db, Query())]
    for key in ids:
        short = next(key[:n] for n in range(1, 11) if sum(other.startswith(key[:n]) for other in ids) == 1)
        assert event(db, short).id == event(db, short.upper()).id == event(db, key).id == key


@pytest.mark.parametrize("typed", ["", " ", "zzzzzzzzzzz", "%", "_", "'"])
def test_no_such_event(db: Database, typed: str) -> None:
    with pytest.raises(UnknownName, match="there is none"):
        event(db, typed)


def test_where_an_event_stands_in_its_document(db: Database) -> None:
    summit = next(each for each in events(db, Query(actors=("sco",))))
    assert passage(db, summit) == "2021-09-16 - 2021-09-17: SCO summit is held in Dushanbe."
    assert passage(db, summit, around=7) == f"plans.\n{passage(db, summit)}\n2021-1"


@pytest.mark.parametrize(
    ("before", "printed"),
    [
        ("— ", "**1855:** Envoys sign."), ("- ", "_May 1855_ Envoys sign."), ("", "***1855*** Envoys *sign*."),
        ("* ", "1855: Envoys sign."), ("**", "1855: Envoys sign."), ("", "1855: Envoys sign."),
    ],
)  # fmt: skip
def test_a_passage_begins_with_the_signs_that_set_its_date_apart(tmp_path: Path, before: str, printed: str) -> None:
    start = len(before) + printed.index(printed.strip("*_")[0])
    its, [[told]] = invented.document(invented.event("1855-05-01", "Envoys sign."))
    told = replace(told, location=replace(told.location, start=start, end=len(before + printed)))
    its = replace(its, text=f"{before}{printed}\n")
    with closing(connect(str(tmp_path / "a.db"), create=True)) as db:
        store_document(db, its, ((told,),))
        [found] = events(db, Query())
        assert passage(db, found) == printed
        assert passage(db, found, 100) == its.text


def test_events_are_read_as_they_are_taken(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronicle.querying.stream._BATCH", 2)
    asked: list[str] = []
    rows = type(db).rows
    monkeypatch.setattr(type(db), "rows", lambda self, sql, *args: asked.append(sql) or rows(self, sql, *args))
    found = events(db, Query())
    next(found)
    before = len(asked)
    assert len(list(found)) == 5
    assert len(asked) > before
