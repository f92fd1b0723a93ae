"""What each correction makes of an event, and when it does not fit any more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from corrected import DESK, LATER, new, place, who
from invented import BEIJING, DIAOYUTAI, LAVROV, MOSCOW, NIKONOV, PUTIN, SCO, WANG_QISHAN, WANG_YI, event, mentioned

from chronicle.model import Event, EventType, Mode, Participation, Precision, Role
from chronicle.model.correction import Correction
from chronicle.storing.applying import Corrected, Corrections
from chronicle.storing.facts import actor_key

FOUND = replace(event(actors=(LAVROV, WANG_YI, NIKONOV), flags=("date_out_of_period", "actor_slip")), id="e1")


def put_right(found: Event, *corrections: Correction) -> Corrected:
    return Corrections(corrections).applied("e1", found)


def parts(event: Event) -> list[tuple[str, str, str | None]]:
    return [(actor.name, actor.role.value, actor.office) for actor in event.actors]


Change = Callable[[Event], Event]

CASES: dict[str, tuple[Correction, Change]] = {
    "type": (
        DESK.type(FOUND, EventType.STATEMENT, "REJECT"),
        lambda e: replace(e, type=EventType.STATEMENT, plover="REJECT"),
    ),
    "type with its usual code": (
        DESK.type(FOUND, EventType.EXERCISE),
        lambda e: replace(e, type=EventType.EXERCISE, plover="COOPERATE"),
    ),
    "type without a code": (DESK.type(FOUND, EventType.POLITICS), lambda e: replace(e, type=EventType.POLITICS)),
    "mode": (DESK.mode(FOUND, Mode.VIDEO), lambda e: replace(e, mode=Mode.VIDEO)),
    "no mode": (DESK.mode(FOUND, None), lambda e: replace(e, mode=None)),
    "role": (
        DESK.change_actor(FOUND, WANG_YI, None, {"role": "mentioned"}),
        lambda e: replace(e, actors=(LAVROV, mentioned(WANG_YI), NIKONOV)),
    ),
    "office": (
        DESK.change_actor(FOUND, NIKONOV, None, {"office": "Member of Parliament"}),
        lambda e: replace(e, actors=(LAVROV, WANG_YI, replace(NIKONOV, office="Member of Parliament"))),
    ),
    "another person": (
        DESK.change_actor(FOUND, WANG_YI, who(WANG_QISHAN), {"office": "Vice President"}),
        lambda e: replace(e, actors=(LAVROV, WANG_QISHAN, NIKONOV)),
    ),
    "one actor less": (
        DESK.remove_actor(FOUND, NIKONOV),
        lambda e: replace(e, actors=(LAVROV, WANG_YI)),
    ),
    "one actor more": (
        DESK.add_actor(FOUND, who(SCO), {}),
        lambda e: replace(e, actors=(*e.actors, replace(SCO, mention=None))),
    ),
    "a venue": (
        DESK.change_venue(FOUND, BEIJING, place(MOSCOW)),
        lambda e: replace(e, venues=(replace(MOSCOW, mention="Beijing"),)),
    ),
    "one venue more, the most specific first": (
        DESK.add_venue(FOUND, place(DIAOYUTAI)),
        lambda e: replace(e, venues=(replace(DIAOYUTAI, mention=None), BEIJING)),
    ),
    "one venue less": (DESK.remove_venue(FOUND, BEIJING), lambda e: replace(e, venues=())),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_correction(name: str) -> None:
    correction, change = CASES[name]
    done = put_right(FOUND, correction)
    assert done.misfits == ()
    assert replace(done.event, flags=()) == replace(change(FOUND), flags=())


def test_a_date_keeps_the_words_printed() -> None:
    never = replace(event(None, flags=("date_invalid", "actor_slip")), id="e1")
    done = put_right(never, DESK.date(never, "2021-09-30")).event
    assert (done.date.text, done.date.start, done.date.precision) == ("Sept. 31", date(2021, 9, 30), Precision.DAY)
    assert done.flags == ("actor_slip",)


def test_an_actor_who_is_there_is_not_added_but_changed() -> None:
    done = put_right(FOUND, DESK.add_actor(FOUND, who(WANG_YI), {"role": "mentioned"}))
    assert parts(done.event)[1] == ("Wang Yi", "mentioned", None)
    assert len(done.event.actors) == 3


def test_an_office_that_followed_from_the_name_goes_with_it() -> None:
    """`Wang` alone was printed: that he is Foreign Minister came from taking him for Wang Yi."""
    done = put_right(FOUND, DESK.change_actor(FOUND, WANG_YI, who(WANG_QISHAN), {}))
    assert parts(done.event)[1] == ("Wang Qishan", "participant", None)
    titled = replace(WANG_YI, mention="Foreign Minister Wang")
    kept = replace(FOUND, actors=(titled,))
    done = put_right(kept, DESK.change_actor(kept, titled, who(WANG_QISHAN), {}))
    assert parts(done.event) == [("Wang Qishan", "participant", "Foreign Minister")]


def test_the_later_correction_counts() -> None:
    both = DESK.type(FOUND, EventType.VISIT), LATER.type(FOUND, EventType.AGREEMENT)
    assert put_right(FOUND, *both).event.type is EventType.AGREEMENT


def test_what_concerns_nobody_changes_nothing() -> None:
    other = Corrections([DESK.type(replace(FOUND, id="e2"), EventType.VISIT)])
    assert other.applied("e1", FOUND).event is FOUND


class TestFlags:
    def test_a_correction_settles_those_about_its_value(self) -> None:
        assert put_right(FOUND, DESK.remove_actor(FOUND, NIKONOV)).event.flags == ("date_out_of_period",)
        assert put_right(FOUND, DESK.mode(FOUND, None)).event.flags == FOUND.flags

    def test_accepting_settles_all_that_there_are(self) -> None:
        accepted = DESK.accept(FOUND)
        assert put_right(FOUND, accepted).event.flags == ()
        assert put_right(replace(FOUND, flags=(*FOUND.flags, "holder_unknown")), accepted).event.flags == (
            "holder_unknown",
        )

    def test_one_alone_can_be_accepted(self) -> None:
        assert put_right(FOUND, DESK.accept(FOUND, ["actor_slip"])).event.flags == ("date_out_of_period",)

    def test_a_correction_that_does_not_fit_settles_none(self) -> None:
        gone = DESK.change_actor(FOUND, NIKONOV, None, {"role": "mentioned"})
        assert put_right(replace(FOUND, actors=(LAVROV,)), gone).event.flags == FOUND.flags


class TestWhatDoesNotFit:
    @pytest.mark.parametrize(
        ("correction", "why"),
        [
            (DESK.change_actor(FOUND, NIKONOV, None, {"role": "mentioned"}), "the event has no actor"),
            (DESK.change_venue(FOUND, BEIJING, place(MOSCOW)), "the event has no venue Beijing"),
        ],
    )
    def test_it_is_told(self, correction: Correction, why: str) -> None:
        done = put_right(replace(FOUND, actors=(LAVROV,), venues=(DIAOYUTAI,)), correction)
        assert [misfit.correction for misfit in done.misfits] == [correction]
        assert why in done.misfits[0].why

    def test_not_if_the_program_finds_it_itself_by_now(self) -> None:
        better = replace(FOUND, actors=(LAVROV, WANG_QISHAN), venues=(MOSCOW,))
        corrections = (
            DESK.change_actor(FOUND, WANG_YI, who(WANG_QISHAN), {}),
            DESK.change_venue(FOUND, BEIJING, place(MOSCOW)),
            DESK.remove_actor(FOUND, NIKONOV),
            DESK.remove_venue(FOUND, BEIJING),
        )
        done = put_right(better, *corrections)
        assert done.misfits == ()
        assert done.event.actors == better.actors

    def test_an_actor_whom_a_table_knows_by_now_is_still_meant(self) -> None:
        known = replace(FOUND, actors=(replace(NIKONOV, key="vyacheslav-nikonov"),))
        done = put_right(known, DESK.change_actor(FOUND, NIKONOV, None, {"role": "mentioned"}))
        assert [actor.role for actor in done.event.actors] == [Role.MENTIONED]

    def test_nor_if_the_same_words_are_taken_for_somebody_else_by_now(self) -> None:
        """`Wang` was Wang Yi and is Wang Qishan: what was said of him is said of whom `Wang` prints."""
        otherwise = replace(FOUND, actors=(LAVROV, WANG_QISHAN))
        role = DESK.change_actor(FOUND, WANG_YI, None, {"role": "mentioned"})
        assert parts(put_right(otherwise, role).event)[1][:2] == ("Wang Qishan", "mentioned")
        assert put_right(
            replace(FOUND, actors=(PUTIN, replace(PUTIN, key="x", mention="Wang"), WANG_QISHAN)), role
        ).misfits
        removed = DESK.remove_actor(FOUND, WANG_YI)
        assert put_right(otherwise, removed).event.actors == otherwise.actors

    def test_two_of_one_name_in_the_tables_are_not_mixed_up(self) -> None:
        namesake = replace(WANG_YI, key="wang-yi-scholar")
        both = replace(FOUND, actors=(WANG_YI, namesake))
        done = put_right(both, DESK.change_actor(both, namesake, None, {"role": "mentioned"}))
        assert [actor.role for actor in done.event.actors] == [Role.PARTICIPANT, Role.MENTIONED]


class TestMergedAndNamed:
    def test_a_merged_actor_is_the_other_one_with_its_own_office_and_words(self) -> None:
        merge = DESK.merge(actor_key(NIKONOV), NIKONOV.name, who(PUTIN))
        found = replace(FOUND, actors=(replace(NIKONOV, office="Envoy"),))
        [actor] = put_right(found, merge).event.actors
        assert (actor.name, actor.key, actor.office, actor.mention) == (
            "Vladimir Putin", "vladimir-putin", "Envoy", "Nikonov",
        )  # fmt: skip

    def test_two_who_are_one_stand_once_as_what_counts_for_more(self) -> None:
        merge = DESK.merge("wang-yi", "Wang Yi", who(WANG_QISHAN))
        found = replace(FOUND, actors=(WANG_YI, mentioned(WANG_QISHAN)))
        assert parts(put_right(found, merge).event) == [("Wang Qishan", "participant", "Foreign Minister")]

    @pytest.mark.parametrize("order", [1, -1])
    def test_merges_follow_each_other_whichever_was_first(self, order: int) -> None:
        first = DESK.merge("wang-yi", "Wang Yi", who(WANG_QISHAN))
        second = DESK.merge("wang-qishan", "Wang Qishan", who(LAVROV))
        found = replace(FOUND, actors=(WANG_YI,))
        assert [a.key for a in put_right(found, *(first, second)[::order]).event.actors] == ["sergey-lavrov"]

    def test_a_circle_ends(self) -> None:
        first = DESK.merge("wang-yi", "Wang Yi", who(WANG_QISHAN))
        second = DESK.merge("wang-qishan", "Wang Qishan", who(WANG_YI))
        assert len(put_right(replace(FOUND, actors=(WANG_YI,)), first, second).event.actors) == 1

    def test_a_correction_of_a_merged_actor_is_about_the_other_one(self) -> None:
        role = DESK.change_actor(FOUND, WANG_YI, None, {"role": "mentioned"})
        merge = LATER.merge("wang-yi", "Wang Yi", who(WANG_QISHAN))
        done = put_right(replace(FOUND, actors=(WANG_YI,)), role, merge)
        assert done.misfits == ()
        assert parts(done.event)[0][:2] == ("Wang Qishan", "mentioned")

    @pytest.mark.parametrize(
        ("actor", "is_meant"),
        [
            (NIKONOV, True),
            (replace(NIKONOV, name="V. Nikonov", mention="Nikonov"), True),
            (replace(NIKONOV, name="Somebody Else", mention="Else"), False),
            (replace(NIKONOV, key="vyacheslav-nikonov"), False),
        ],
    )
    def test_an_alias_is_for_whom_no_table_knows(self, actor: Participation, is_meant: bool) -> None:
        names = [DESK.alias("sergey-lavrov", who(LAVROV), form) for form in ("vyacheslav nikonov", "NIKONOV")]
        [done] = put_right(replace(FOUND, actors=(actor,)), *names).event.actors
        assert (done.key == "sergey-lavrov") is is_meant

    def test_somebody_new(self) -> None:
        done = put_right(FOUND, DESK.change_actor(FOUND, WANG_YI, new("Wang Yi II", "CN"), {})).event
        assert actor_key(done.actors[1]) == "person:wang yi ii:CN"
