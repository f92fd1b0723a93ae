"""`correct`, `review` and `recode` as a user types them."""

import json
import shlex
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import pytest
from samples import ANNA, OSLO, TALKS, coded, document
from typer.testing import Result

from chronicle.correcting.doubts import Doubt, doubts
from chronicle.model import Event
from chronicle.querying import Query
from chronicle.storing import connect
from chronicle.storing.store import store_document

Run = Callable[..., Result]

BERTA = replace(ANNA, name="Berta Southman", key="berta-southman", wikidata="Q2", mention="Berta Southman")

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_AUTHOR", "ada")


def ids(run: Run, *filters: str) -> list[str]:
    return str(run("events", "--columns", "id", *filters).stdout).split()


def record(run: Run, key: str) -> dict[str, Any]:
    return dict(json.loads(run("show", key, "--format", "jsonl").stdout))


def done(result: Result) -> Result:
    assert result.exit_code == 0, result.stderr
    return result


@pytest.fixture
def talks(run: Run) -> str:
    [key] = ids(run, "--text", "Oslo")
    return key


@pytest.fixture
def never(run: Run) -> str:
    [key] = ids(run, "--flag", "date_invalid")
    return key


class TestOneEvent:
    def test_it_says_what_it_did_and_prints_the_id_of_the_correction(self, run: Run, talks: str) -> None:
        result = done(run("correct", "type", talks[:4], "visit", "--note", "the journey is the news"))
        key = result.stdout.strip()
        assert result.stderr.splitlines() == [
            f"{talks}: type: meeting -> visit",
            "1 correction kept, 1 event changed",
        ]
        [row] = run("correct", "list").stdout.splitlines()
        assert [row.split("\t")[at] for at in (0, 2, 3, 4, 6)] == [
            key, "ada", talks, "type: meeting -> visit", "the journey is the news",
        ]  # fmt: skip
        assert record(run, talks)["type"] == "visit"

    @pytest.mark.parametrize(
        ("words", "field", "value"),
        [
            (["type", "{}", "sanction", "--plover", "CONCEDE"], "plover", "CONCEDE"),
            (["mode", "{}", "video"], "mode", "video"),
            (["mode", "{}", "none"], "mode", None),
            (["date", "{}", "2021-09"], "date", "2021-09"),
            (["actor", "{}", "northman", "--role", "mentioned"], "actors", "mentioned"),
            (["actor", "{}", "northman", "--office", "Envoy"], "actors", "Envoy"),
            (["actor", "{}", "northman", "--office", ""], "actors", "Foreign Minister"),
            (["actor", "{}", "northman", "--is", "lavrov"], "actors", "Sergey Lavrov"),
            (["add-actor", "{}", "wang yi", "--role", "mentioned"], "actors", "Wang Yi"),
            (["add-actor", "{}", "Jo Nowhere", "--new", "--country", "sweden"], "actors", "SE"),
            (["remove-actor", "{}", "union"], "actors", "Union of Seas; Rivers"),
            (["venue", "{}", "oslo", "--is", "beijing"], "venues", "Beijing"),
            (["add-venue", "{}", "Town Hall", "--new", "--kind", "facility", "--country", "no"], "venues", "facility"),
            (["remove-venue", "{}", "oslo"], "venues", "Oslo"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_every_value(self, run: Run, talks: str, words: list[str], field: str, value: object) -> None:
        before = record(run, talks)
        done(run("correct", *(word.format(talks) for word in words)))
        after = record(run, talks)
        assert before[field] != after[field]
        if field == "date":
            assert after["date"]["edtf"] == value
        elif isinstance(after[field], list):
            now, then = ([each for one in side[field] for each in one.values()] for side in (after, before))
            assert (value in now) != (value in then) or now.count(value) != then.count(value)
        else:
            assert after[field] == value
        unchanged = {"id", "text", "headline", "ordinal", "location", "source", "links"}
        assert {key: before[key] for key in unchanged} == {key: after[key] for key in unchanged}

    @pytest.mark.parametrize(("act", "value"), [("type", "meeting"), ("mode", "in_person"), ("date", "2021-09-03")])
    def test_what_it_is_already_changes_nothing(self, run: Run, talks: str, act: str, value: str) -> None:
        before = record(run, talks)
        told = done(run("correct", act, talks, value)).stderr.splitlines()
        assert told == [f"{talks}: {act}: {value}, as it is", "1 correction kept, no events changed"]
        assert record(run, talks) == before

    def test_the_type_it_has_already_keeps_its_code(self, run: Run, talks: str) -> None:
        run("correct", "type", talks, "sanction", "--plover", "CONCEDE")
        done(run("correct", "type", talks, "sanction"))
        assert record(run, talks)["plover"] == "CONCEDE"
        told = done(run("correct", "type", talks, "sanction", "--plover", "SANCTION")).stderr
        assert f"{talks}: type: sanction, plover CONCEDE -> SANCTION\n" in told

    def test_undone(self, run: Run, talks: str) -> None:
        before = record(run, talks)
        key = done(run("correct", "remove-actor", talks, "northman")).stdout.strip()
        result = done(run("correct", "undo", key[:5]))
        assert result.stderr.endswith("1 correction taken back, 1 event changed\n")
        assert record(run, talks) == before
        assert run("correct", "list").exit_code == 3

    @pytest.mark.parametrize("words", [["accept", "{}", "{}"], ["split", "northman", "Jo", "{}", "{}", "--new"]])
    def test_an_event_named_twice_is_one(self, run: Run, talks: str, words: list[str]) -> None:
        result = done(run("correct", *(word.format(talks) for word in words)))
        assert result.stderr.endswith("1 correction kept, 1 event changed\n")

    def test_another_author(self, run: Run, talks: str) -> None:
        done(run("correct", "mode", talks, "none", "--author", "Ben Sample"))
        assert "\tBen Sample\t" in run("correct", "list").stdout

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            (["type", "zzzz", "visit"], "event 'zzzz': there is none"),
            (["mode", "{}", "telepathy"], "telepathy: no such mode; one of"),
            (["mode", "{}", ""], "'': no such mode; one of"),
            (["mode", "{}", "vidéo"], "vidéo: no such mode; did you mean video?"),
            (["date", "{}", "yesterday"], "date 'yesterday': is none; write it as 2021-09-03"),
            (
                ["date", "{}", "2023-03-05/2023-03-01"],
                "date '2023-03-05/2023-03-01': ends before it starts; write the ",
            ),
            (["date", "{}", "2023/2021"], "date '2023/2021': ends before it starts; write the first day first"),
            (["type", "{}", "visit", "--plover", "AID"], "PLOVER code AID: not for visit; it takes CONSULT"),
            (["actor", "{}", "lavrov", "--role", "mentioned"], "actor 'lavrov': not in event"),
            (["actor", "{}", "northman"], "actor northman: nothing to change; say who it is"),
            (["add-actor", "{}", "Jo Nowhere"], "actor 'Jo Nowhere': not known here"),
            (
                ["actor", "{}", "northman", "--country", "china or russia"],
                "country 'china or russia': is several: CN, RU",
            ),
            (["add-venue", "{}", "X", "--new", "--latitude", "nan", "--longitude", "1"], "latitude of X: nan is none"),
            (["add-actor", "{}", "wang yi", "--country", "atlantis"], "country 'atlantis': not known here"),
            (["add-actor", "{}", "", "--new"], "actor '': is no name; write one with letters or digits"),
            (["add-venue", "{}", "...", "--new"], "venue '...': is no name; write one with letters or digits"),
            (["actor", "{}", "northman", "--is", "  ", "--new"], "actor '  ': is no name; write one with"),
            (["venue", "{}", "oslo", "--is", "", "--new"], "venue '': is no name; write one with"),
            (
                ["accept", "{}", "--flag", "nosuch"],
                "flag 'nosuch': not known here; one of date_invalid, date_year_unknown, ",
            ),
            (["accept", "{}", "--flag", "date_invalit"], "flag 'date_invalit': not known here; did you mean date_inv"),
            (["add-venue", "{}", "X", "--new", "--latitude", "1"], "latitude of X: needs a longitude; give both"),
            (["add-venue", "{}", "X", "--new", "--longitude", "1"], "longitude of X: needs a latitude; give both"),
            (["venue", "{}", "paris", "--is", "oslo"], "venue 'paris': not in event"),
            (["type", "{}", "politics", "--plover", "none"], "PLOVER code none: not for politics; it has none"),
            (["type", "{}", "visit", "--plover", ""], "PLOVER code '': not for visit; it takes CONSULT"),
            (["actor", "{}", "northman", "--country", ""], "country '': names none; write one, or leave it out"),
            (["--accept", "{}", "list"], "--accept: takes no command; leave out list, or --accept"),
            (["undo", "zzzz"], "correction 'zzzz': there is none"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_what_cannot_be(self, run: Run, talks: str, words: list[str], message: str) -> None:
        before = record(run, talks)
        result = run("correct", *(word.format(talks) for word in words))
        assert result.exit_code == 2
        assert result.stderr.startswith(f"error: {message}")
        assert record(run, talks) == before
        assert run("correct", "list").stdout == ""


class TestActorsEverywhere:
    def test_two_are_one(self, run: Run) -> None:
        both = ids(run, "--actor", "south africa")
        result = done(run("correct", "merge", "south africa", "japan"))
        assert result.stderr.startswith("everywhere: merge: South Africa is Japan\n")
        assert both == ids(run, "--actor", "japan")
        again = run("correct", "merge", "japan", "za")
        undo = f"undo that first, `chronicle correct undo {result.stdout.strip()}`"
        assert (again.exit_code, again.stderr) == (2, f"error: za: was merged into japan before; {undo}\n")

    @pytest.mark.parametrize(
        ("name", "into", "kinds"),
        [
            ("northman", "south africa", "Anna Northman is a person, South Africa is a state"),
            ("south africa", "northman", "South Africa is a state, Anna Northman is a person"),
            ("lavrov", "sco", "Sergey Lavrov is a person, Shanghai Cooperation Organization is an organization"),
        ],
    )
    def test_two_of_two_kinds_are_not_one(self, run: Run, name: str, into: str, kinds: str) -> None:
        result = run("correct", "merge", name, into)
        told = f"error: {name} and {into}: cannot be one, as {kinds}; name two of one kind\n"
        assert (result.exit_code, result.stderr) == (2, told)
        assert run("correct", "list").exit_code == 3

    def test_what_a_name_was_read_as_may_be_wrong(self, run: Run, talks: str) -> None:
        done(run("correct", "add-actor", talks, "Joint Fisheries", "--new"))
        result = done(run("correct", "merge", "joint fisheries", "union"))
        undo = f"`chronicle correct undo {result.stdout.strip()}` takes it back"
        assert f"actor 'Joint Fisheries': was a person and is an organization now; {undo}\n" in result.stderr

    def test_nobody_known(self, run: Run) -> None:
        """Nobody new is made here, so that no message speaks of it."""
        told = "error: actor 'nobody at all': not known here; `chronicle gazetteer find` helps\n"
        assert run("correct", "merge", "nobody at all", "northman").stderr == told
        assert run("correct", "alias", "nobody at all", "Nobody").stderr == told

    def test_one_is_itself(self, run: Run) -> None:
        assert run("correct", "merge", "northman", "anna northman").stderr == (
            "error: northman and anna northman: are one already\n"
        )

    def test_one_is_two(self, run: Run, talks: str) -> None:
        others = set(ids(run, "--actor", "anna northman")) - {talks}
        done(run("correct", "split", "northman", "Anna Northman the Younger", talks, "--new", "--country", "norway"))
        assert ids(run, "--actor", "younger") == [talks]
        assert set(ids(run, "--actor", "anna-northman")) == others

    @pytest.mark.parametrize(
        "words", [["split", "northman", "lavrov", "{}"], ["actor", "{}", "northman", "--is", "lavrov"]]
    )
    @pytest.mark.parametrize("before", [["merge", "lavrov", "northman"], ["alias", "northman", "Lavrov the Elder"]])
    def test_one_is_not_two_while_a_correction_makes_them_one(
        self, run: Run, talks: str, words: list[str], before: list[str]
    ) -> None:
        id = done(run("correct", *before)).stdout.strip()
        new = ["--new"] if before[0] == "alias" else []
        other = "Sergey Lavrov" if before[0] == "merge" else "Lavrov the Elder"
        split = [word.format(talks).replace("lavrov", other) for word in words]
        result = run("correct", *split, *new)
        undo = f"undo that first, `chronicle correct undo {id}`"
        assert (result.exit_code, result.stderr) == (
            2,
            f"error: {other}: is Anna Northman by a correction; {undo}\n",
        )
        assert len(run("correct", "list").stdout.splitlines()) == 1
        done(run("correct", "undo", id))
        done(run("correct", *split, *new))
        assert talks in ids(run, "--actor", other)

    def test_another_name(self, run: Run) -> None:
        expected = ids(run, "--actor", "northman")
        result = done(run("correct", "alias", "northman", "The Iron Lady"))
        assert "`chronicle recode` looks for that name" in result.stderr
        assert ids(run, "--actor", "iron lady") == expected

    @pytest.mark.parametrize("form", ["", "  ", "...", " - "])
    def test_another_name_that_is_none(self, run: Run, form: str) -> None:
        result = run("correct", "alias", "northman", form)
        assert result.exit_code == 2
        assert result.stderr == f"error: alias {form!r}: is no name; write one with letters or digits\n"
        assert run("correct", "list").stdout == ""

    @pytest.mark.parametrize(
        ("name", "form", "other", "command"),
        [
            ("northman", "Wang Yi", "Wang Yi (wang-yi)", "wang-yi anna-northman"),
            ("northman", "Владимир Путин", "Vladimir Putin (vladimir-putin)", "vladimir-putin anna-northman"),
            ("wang yi", "Northman", "Anna Northman (anna-northman)", "anna-northman wang-yi"),
        ],
    )
    def test_another_name_that_is_somebody_elses(
        self, run: Run, name: str, form: str, other: str, command: str
    ) -> None:
        result = run("correct", "alias", name, form)
        assert (result.exit_code, result.stderr) == (
            2,
            f"error: alias {form!r}: is what {other} is called; if both are one, `chronicle correct merge {command}`\n",
        )
        assert run("correct", "list").stdout == ""

    def test_another_name_that_is_its_own_or_of_whom_was_merged_into_it(self, run: Run) -> None:
        done(run("correct", "alias", "northman", "Northman"))
        done(run("correct", "merge", "wang yi", "northman"))
        done(run("correct", "alias", "northman", "Wang Yi"))

    def test_another_name_that_is_of_whom_no_table_knows(self, run: Run, never: str) -> None:
        done(run("correct", "add-actor", never, "Jo Nowhere", "--new"))
        done(run("correct", "alias", "northman", "Jo Nowhere"))

    @pytest.mark.parametrize("name", ["northman", "Mary Elsewhere"])
    def test_another_name_that_is_of_somebody_beside(self, run: Run, talks: str, never: str, name: str) -> None:
        """Of two whom no table knows either may be anybody, and two of one event are two."""
        done(run("correct", "add-actor", never, "Mary Elsewhere", "--new"))
        done(run("correct", "add-actor", talks, "Jo Nowhere", "--new"))
        result = run("correct", "alias", name, "Jo Nowhere")
        merge = "`chronicle correct merge 'person:jo nowhere:' "
        told = f"error: alias 'Jo Nowhere': is what Jo Nowhere (person:jo nowhere:) is called; if both are one, {merge}"
        assert result.exit_code == 2
        assert result.stderr.startswith(told)

    @pytest.mark.parametrize(
        ("form", "meaning"),
        [
            ("Foreign Minister", "an office, which others have too"),
            ("secretaries of state", "an office, which others have too"),
            ("the Prime Minister", "an office, which others have too"),
            ("Foreign Ministry", "what many bodies are called"),
            ("Norwegian", "a word for Norway"),
            ("Oslo", "a word for Norway"),
        ],
    )
    def test_another_name_that_means_something_else(self, run: Run, form: str, meaning: str) -> None:
        result = run("correct", "alias", "northman", form)
        told = f"error: alias {form!r}: is {meaning}; give a name that is only Anna Northman's\n"
        assert (result.exit_code, result.stderr) == (2, told)
        done(run("correct", "alias", "northman", f"{form} Northman"))

    def test_another_name_of_a_state_is_a_word_for_it(self, run: Run) -> None:
        done(run("correct", "alias", "japan", "Tokyo"))


class TestSomebodyNew:
    """Whoever was new once is the same one when the name comes again."""

    @pytest.fixture
    def both(self, run: Run, talks: str, never: str) -> tuple[str, str]:
        """The ids of two corrections."""
        first = done(run("correct", "add-actor", talks, "Jo Nowhere", "--new", "--country", "sweden"))
        second = done(run("correct", "add-actor", never, "jo nowhere", "--new"))
        assert second.stderr.splitlines() == [
            f"{never}: add-actor: Jo Nowhere, SE, participant, person",
            "1 correction kept, 1 event changed",
        ]
        return first.stdout.strip(), second.stdout.strip()

    @staticmethod
    def named(run: Run) -> list[list[str]]:
        rows = [line.split("\t") for line in run("actors").stdout.splitlines()]
        return [row[:4] for row in rows if row[0].casefold() == "jo nowhere"]

    ONE: ClassVar = [["Jo Nowhere", "person", "SE", "2"]]

    def test_is_one_actor(self, run: Run, both: tuple[str, str], talks: str, never: str) -> None:
        assert self.named(run) == self.ONE
        assert set(ids(run, "--actor", "jo nowhere")) == {talks, never}

    def test_stays_when_the_first_correction_is_taken_back(
        self, run: Run, both: tuple[str, str], talks: str, never: str
    ) -> None:
        done(run("correct", "undo", both[0]))
        assert ids(run, "--actor", "jo nowhere") == [never]
        done(run("correct", "undo", both[1]))
        done(run("correct", "add-actor", talks, "Jo Nowhere", "--new"))
        assert self.named(run) == [["Jo Nowhere", "person", "", "1"]]

    def test_is_one_in_a_database_that_takes_the_corrections_over(
        self, run: Run, both: tuple[str, str], tmp_path: Path
    ) -> None:
        file = tmp_path / "c.jsonl"
        done(run("correct", "export", "-o", str(file)))
        done(run("correct", "undo", *both))
        assert self.named(run) == []
        done(run("correct", "import", str(file)))
        assert self.named(run) == self.ONE

    def test_is_one_when_the_documents_are_read_again(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "issue.txt"
        file.write_text(
            "Chronology of China - Russia Relations\n\nJan. 5, 2016: Wang Yi visits Moscow.\n\n"
            "Jan. 9, 2016: Wang Yi visits Minsk.\n",
            encoding="utf-8",
        )
        done(run("ingest", str(file)))
        for key, country in zip(ids(run, "--document", "issue.txt"), (["--country", "se"], []), strict=True):
            done(run("correct", "add-actor", key, "Jo Nowhere", "--new", *country))
        file.write_text(file.read_text(encoding="utf-8").replace("Minsk", "Kyiv"), encoding="utf-8")
        done(run("ingest", "--force", str(file)))
        assert self.named(run) == self.ONE

    @pytest.mark.parametrize(
        ("words", "other", "merge"),
        [
            (["--country", "no"], "person:jo nowhere:SE", "'person:jo nowhere:NO' 'person:jo nowhere:SE'"),
            (["--kind", "organization"], "person:jo nowhere:SE", "'organization:jo nowhere:' 'person:jo nowhere:SE'"),
        ],
    )
    def test_another_one_of_that_name_is_told(
        self, run: Run, talks: str, never: str, words: list[str], other: str, merge: str
    ) -> None:
        done(run("correct", "add-actor", talks, "Jo Nowhere", "--new", "--country", "sweden"))
        told = done(run("correct", "add-actor", never, "Jo Nowhere", "--new", *words)).stderr
        assert (
            f"warning: actor 'Jo Nowhere': another one is called so too ({other});"
            f" if both are one, `chronicle correct merge {merge}`\n"
        ) in told
        assert len(self.named(run)) == 2
        done(run("correct", "merge", *shlex.split(merge)))
        assert self.named(run) == self.ONE

    def test_one_whom_a_table_knows_is_told(self, run: Run, talks: str) -> None:
        told = done(run("correct", "add-actor", talks, "Wang Yi", "--new")).stderr
        assert "another one is called so too (wang-yi); if both are one, `chronicle correct merge 'person:wan" in told


class TestReview:
    def test_the_doubtful_first_with_what_to_do(self, run: Run, talks: str, never: str) -> None:
        rows = [line.split("\t") for line in done(run("review")).stdout.splitlines()]
        assert rows[0] == [
            never,
            "Sept. 31, 2021",
            "date_invalid; actor_unknown",
            "Ноты переданы 南方.",
            f"chronicle correct date {never} YYYY-MM-DD",
        ]
        assert [row[0] for row in rows[1:]] == [talks]

    @pytest.mark.parametrize(
        ("flag", "to_do"), [("actor_unknown", "Cole --is NAME"), ("actor_ambiguous", "'Anna Northman' --is NAME")]
    )
    def test_of_several_in_no_table_the_first_surname_is_meant(self, tmp_path: Path, flag: str, to_do: str) -> None:
        actors = (ANNA, *(replace(ANNA, name=name, key=None, wikidata=None) for name in ("Ada Birk", "Cole", "Dorn")))
        event = replace(TALKS, actors=actors, flags=(flag,))
        one = document(event)
        with closing(connect(str(tmp_path / "few.db"), create=True)) as db:
            store_document(db, one, coded(one, event))
            [doubt] = doubts(db, Query())
        assert doubt.to_do == f"chronicle correct actor {doubt.id} {to_do}"

    @pytest.mark.parametrize(
        ("flag", "changed", "to_do"),
        [
            ("actor_ambiguous", {"actors": (ANNA, BERTA)}, "actor ID 'Anna Northman' --is NAME"),
            ("actor_ambiguous", {"actors": (BERTA,)}, "actor ID 'Berta Southman' --is NAME"),
            ("actor_ambiguous", {"actors": (ANNA, replace(BERTA, mention="Southman"))}, "actor ID PRINTED --is NAME"),
            ("venue_ambiguous", {"venues": (OSLO,)}, "venue ID Oslo --is PLACE"),
            ("venue_ambiguous", {"venues": (OSLO, replace(OSLO, name="Bergen"))}, "venue ID PRINTED --is PLACE"),
            ("venue_ambiguous", {"venues": ()}, "venue ID PRINTED --is PLACE"),
        ],
    )
    def test_the_name_in_doubt_is_filled_in_where_only_one_can_be_meant(
        self, tmp_path: Path, flag: str, changed: dict[str, Any], to_do: str
    ) -> None:
        [doubt] = self.doubts_of(tmp_path, replace(TALKS, flags=(flag,), **changed))
        assert doubt.to_do == f"chronicle correct {to_do.replace('ID', str(doubt.id))}"

    def test_which_number_is_the_month_is_said_of_the_whole_document(self, tmp_path: Path) -> None:
        [doubt] = self.doubts_of(tmp_path, replace(TALKS, flags=("date_order_unknown",)))
        assert doubt.to_do == "chronicle ingest north-south.txt --date-order ORDER"

    @staticmethod
    def doubts_of(folder: Path, event: Event) -> list[Doubt]:
        one = document(event)
        with closing(connect(str(folder / "few.db"), create=True)) as db:
            store_document(db, one, coded(one, event))
            return list(doubts(db, Query()))

    def test_what_is_left_to_fill_in_is_told(self, run: Run, never: str, talks: str) -> None:
        told = "fill in what stands in capitals before you run a command: YYYY-MM-DD, PRINTED, NAME\n"
        for format in ("tsv", "json"):
            assert done(run("review", "--format", format)).stderr == told
        done(run("correct", "accept", never, talks))
        assert "capitals" not in run("review").stderr

    def test_for_scripts(self, run: Run, never: str) -> None:
        [first, *_] = json.loads(done(run("review", "--format", "json")).stdout)
        assert (first["id"], first["file"], first["page"]) == (never, "north-south.txt", None)
        assert first["flags"][0] == {
            "flag": "date_invalid",
            "meaning": "no calendar has the day that is printed",
            "to_do": f"chronicle correct date {never} YYYY-MM-DD",
        }

    def test_what_is_not_known_is_told_before_anything_is_printed(self, run: Run) -> None:
        result = run("review", "--format", "csv", "--actor", "nobody at all")
        assert (result.exit_code, result.stdout) == (2, "")

    def test_filters_and_limit(self, run: Run, never: str, talks: str) -> None:
        assert done(run("review", "--limit", "1")).stdout.split("\t")[0] == never
        assert done(run("review", "--since", "2021")).stdout.split("\t")[0] == talks
        assert run("review", "--flag", "holder_unknown").exit_code == 3
        assert run("review", "--during", "1999").exit_code == 3

    @pytest.mark.parametrize("words", [["correct", "accept"], ["correct", "--accept"]], ids=" ".join)
    def test_accepted_it_is_off_the_list(self, run: Run, talks: str, never: str, words: list[str]) -> None:
        done(run(*words, talks))
        assert [line.split("\t")[0] for line in run("review").stdout.splitlines()] == [never]

    def test_corrected_it_is_off_the_list(self, run: Run, talks: str, never: str) -> None:
        done(run("correct", "remove-actor", talks, "northman"))
        done(run("correct", "date", never, "2021-09-30"))
        assert [line.split("\t")[2] for line in run("review").stdout.splitlines()] == ["actor_unknown"]

    def test_a_correction_that_does_not_fit_comes_before_all(self, run: Run, talks: str, database: Path) -> None:
        key = done(run("correct", "mode", talks, "none")).stdout.strip()
        db = connect(str(database))
        db.write("DELETE FROM events WHERE key = :key", {"key": talks})
        db.close()
        first = run("review").stdout.splitlines()[0].split("\t")
        assert first[2:] == [
            "correction_misfit", "mode: in_person -> none: no such event here", f"chronicle correct undo {key}",
        ]  # fmt: skip
        assert "no such event here" in run("correct", "list", "--misfits").stdout


class TestFile:
    def test_without_a_correction_a_file_is_left_as_it_is(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "corrections.jsonl"
        file.write_text("kept before\n")
        result = run("correct", "export", "-o", str(file))
        assert (result.exit_code, result.stderr) == (3, "nothing found\n")
        assert file.read_text() == "kept before\n"

    def test_out_and_in(self, run: Run, talks: str, never: str, tmp_path: Path) -> None:
        done(run("correct", "mode", talks, "none"))
        done(run("correct", "date", never, "2021-09-30"))
        done(run("correct", "merge", "south africa", "japan"))
        file = tmp_path / "corrections.jsonl"
        assert done(run("correct", "export", "-o", str(file))).stderr == f"3 corrections written to {file}\n"
        corrected = run("export", "jsonl").stdout
        for row in run("correct", "list").stdout.splitlines():
            done(run("correct", "undo", row.split("\t")[0]))
        assert run("export", "jsonl").stdout != corrected
        assert done(run("correct", "import", str(file))).stderr.endswith("3 corrections new, 4 events changed\n")
        assert run("export", "jsonl").stdout == corrected
        assert done(run("correct", "import", str(file))).stderr == "no corrections new, no events changed\n"
        assert run("correct", "export").stdout == file.read_text(encoding="utf-8")

    def test_from_standard_input(self, run: Run, talks: str) -> None:
        key = done(run("correct", "mode", talks, "none")).stdout.strip()
        lines = run("correct", "export").stdout
        done(run("correct", "undo", key))
        assert done(run("correct", "import", "-", input=lines.encode())).stdout.strip() == key

    def test_a_line_changed_by_hand(self, run: Run, talks: str, tmp_path: Path) -> None:
        key = done(run("correct", "mode", talks, "none")).stdout.strip()
        line = run("correct", "export").stdout.replace('"given": {"mode": null}', '"given": {"mode": "hybrid"}')
        file = tmp_path / "c.jsonl"
        file.write_text(line, encoding="utf-8")
        refused = run("correct", "import", str(file))
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert refused.stderr.startswith(f"error: {file}:1: is no correction: id {key!r} is not made")
        assert record(run, talks)["mode"] is None

    def test_a_note_more_is_a_correction_more(self, run: Run, talks: str) -> None:
        for note in "12":
            done(run("correct", "type", talks, "visit", "--note", note))
        assert [json.loads(line)["note"] for line in run("correct", "export").stdout.splitlines()] == ["1", "2"]

    def test_before_the_documents_come(self, run: Run, talks: str, tmp_path: Path) -> None:
        done(run("correct", "mode", talks, "none"))
        file, other = tmp_path / "c.jsonl", str(tmp_path / "new.db")
        run("correct", "export", "-o", str(file))
        result = done(run("correct", "import", str(file), "--db", other))
        assert "no such event here" in result.stderr
        assert len(run("correct", "list", "--db", other).stdout.splitlines()) == 1

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (b"{}\n", "c.jsonl:1: is no correction: lacks 'act'; see `chronicle docs corrections`"),
            (b"\n\nnothing\n", "c.jsonl:3: is no correction: "),
            (b"\xff\xfe\n", "c.jsonl: not UTF-8 at byte 0; save it as UTF-8"),
        ],
    )
    def test_a_file_that_is_none(self, run: Run, tmp_path: Path, text: bytes, message: str) -> None:
        file = tmp_path / "c.jsonl"
        file.write_bytes(text)
        result = run("correct", "import", str(file))
        assert result.exit_code == 2
        assert result.stderr.startswith(f"error: {tmp_path}/{message}")

    def test_a_file_that_is_not_there(self, run: Run) -> None:
        result = run("correct", "import", "nowhere.jsonl")
        assert (result.exit_code, result.stderr) == (1, "error: nowhere.jsonl: no such file or directory\n")


class TestListing:
    def test_for_scripts(self, run: Run, talks: str) -> None:
        done(run("correct", "mode", talks, "none"))
        [line] = json.loads(run("correct", "list", "--format", "json").stdout)
        assert (line["act"], line["was"], line["author"], line["misfit"]) == (
            "mode",
            {"mode": "in_person"},
            "ada",
            None,
        )

    def test_help_for_no_word_at_all(self, run: Run) -> None:
        result = run("correct")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Put events right" in result.stderr


class TestRecode:
    @pytest.fixture
    def ingested(self, database: Path, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "issue.txt"
        file.write_text(
            "Chronology of China - Russia Relations\n\nJan. 5, 2016: Minister Wang Yi meets Quentin Quagmire.\n",
            encoding="utf-8",
        )
        done(run("ingest", str(file)))

    @pytest.fixture
    def learnt(self, ingested: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        people = "id,name,family,country,aliases,native,wikidata\nquag,Q. Quagmire,Quagmire,AU,Quentin Quagmire,,Q1\n"
        (tmp_path / "people.csv").write_text(people, encoding="utf-8")
        monkeypatch.setenv("CHRONICLE_DATA", str(tmp_path))

    @pytest.mark.usefixtures("learnt")
    def test_what_changed_per_field(self, run: Run) -> None:
        told = done(run("recode", "--document", "issue.txt", "--dry-run"))
        [row] = told.stdout.splitlines()
        assert row.split("\t")[1:] == [
            "actors",
            "Quentin Quagmire, participant, “Quentin Quagmire”",
            "Q. Quagmire, AU, participant, “Quentin Quagmire”, Q1",
        ]
        assert told.stderr == "1 document, 1 event, 1 changed: actors of 1; nothing was written\n"
        assert done(run("recode", "--document", "issue.txt")).stdout == told.stdout
        assert done(run("recode", "--document", "issue.txt")).stderr == "1 document, 1 event, 0 changed\n"
        assert run("events", "--actor", "quagmire", "--columns", "participants").stdout == "Wang Yi; Q. Quagmire\n"

    @pytest.mark.usefixtures("learnt")
    def test_for_scripts(self, run: Run) -> None:
        [change] = json.loads(done(run("recode", "--document", "issue", "--format", "json")).stdout)
        assert (change["file"], change["field"]) == ("issue.txt", "actors")
        assert change["after"] == ["Q. Quagmire, AU, participant, “Quentin Quagmire”, Q1"]

    def test_a_document_that_is_none(self, run: Run) -> None:
        result = run("recode", "--document", "nowhere")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("error: document 'nowhere': not known here")


class TestWhy:
    def test_words_rules_and_rows(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "issue.txt"
        file.write_text("Chronology of China - Russia Relations\n\nJan. 5, 2016: Wang Yi visits Moscow.\n")
        done(run("ingest", str(file)))
        [key] = ids(run, "--document", "issue.txt")
        shown = done(run("show", key, "--why")).stdout
        assert "type       visit\n             “visits”\n" in shown
        assert "people.csv: wang-yi" in shown
        [found] = json.loads(run("show", key, "--why", "--format", "json").stdout)
        assert (found["id"], found["stale"]) == (key, [])
        assert {"field", "value", "of", "words", "rule", "row"} == set(found["reasons"][0])
        assert run("show", key, "--why", "--format", "csv").exit_code == 2
        refused = run("show", key, "--why", "--context", "30")
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert refused.stderr.startswith("error: --context: not with --why")
