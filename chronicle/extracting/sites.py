"""What a mention is as a place: a city, a building, an unknown site."""

from bisect import bisect_left
from operator import attrgetter

from chronicle.extracting.eventtypes import HELD
from chronicle.extracting.folding import fold
from chronicle.extracting.functionwords import BE, PREPOSITIONS
from chronicle.extracting.gazetteer import Gazetteer, Sort
from chronicle.extracting.mention import BODY, PERSON, PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.names import introduces_body
from chronicle.extracting.sentence import aside_at, is_for_or_against
from chronicle.extracting.whichbody import employee_of, is_mission
from chronicle.extracting.words import Words

_SITED = frozenset("at near off outside inside above below beneath".split())
_BUILT = frozenset("at outside inside near to".split())
_LONGEST_NAME = 5  # words behind a place within another name
_LONGEST_VERB = 3  # words of `lay siege to`
_LONGEST_LIST = 8  # names joined by `and`
_SEATED = frozenset("ministry parliament agency government".split())
_HOUSED = frozenset({"university", "court"})


class Sites:
    """The places of one text."""

    def __init__(self, words: Words, mentions: list[Mention], gazetteer: Gazetteer) -> None:
        self.words, self.mentions, self.gazetteer = words, mentions, gazetteer
        self.starting, self.ending = {m.first: m for m in mentions}, {m.last: m for m in mentions}
        self.covering = {i: m for m in mentions for i in range(m.first, m.last)}
        self.lexicon = lexicon = gazetteer.lexicon
        self.facilities, self.regions = lexicon.words("facility"), lexicon.words("region")
        self.not_bodies, self.body_words = lexicon.words("notbody"), lexicon.words("body")

    def may_be_venue(self, mention: Mention) -> bool:
        """A place or a state; a name of no table or a body only where it is a building or a site here."""
        if mention.kind not in (PLACE, STATE, UNKNOWN, BODY) or self._names_something_else(mention):
            return False
        if self.words.quoted[mention.first] or self._is_of_title(mention) or self._is_in_aside(mention):
            return False
        before = self.words.norms[max(0, mention.first - 1) : mention.first]
        if is_for_or_against(self.words, mention.first) or self._ends_adjective(mention):
            return False
        if mention.kind == BODY and employee_of(self.words, mention, self.lexicon) is not None:
            return False
        if mention.kind == UNKNOWN and not self.lexicon.words("craft").isdisjoint(before):
            return False
        return mention.kind in (PLACE, STATE) or (
            self.is_facility(mention)
            or self._beside_place(mention)
            or is_mission(mention)
            or self._is_site(mention)
            or self.with_its_kind(mention) > mention.last
            or self.is_seat(mention)
        )

    def _ends_adjective(self, mention: Mention) -> bool:
        """`the Russia-India-China (RIC) format`, `the ASEAN-China summit`: joined to a name, before a plain noun."""
        last = mention.last
        if self.words.gaps[mention.first] != "-" or last >= len(self.words):
            return False
        if self.words.gaps[last] == "(" and self.words.gaps[last + 1 : last + 2] == [")"]:
            last += 1
        elif self.words.gaps[last] != " ":
            return False
        before, norm = self.ending.get(mention.first), self.words.norms[last]
        named = before is not None and before.kind in (PLACE, STATE, BODY)
        return named and self.words.forms[last].islower() and norm not in PREPOSITIONS and norm != "and"

    def _names_something_else(self, mention: Mention) -> bool:
        """`Tokyo Declaration`, `Shanghai-based`, `Beijing's`, `Operation Litani`, `Ehime Maru`: in another name."""
        if self._is_behind_operation(mention.first):
            return True
        if mention.last >= len(self.words):
            return False
        gap, norm = self.words.gaps[mention.last], self.words.norms[mention.last]
        if gap in ("-", "–"):
            return True
        if norm == "'s":
            return mention.kind == STATE and not self._has_site_behind(mention)
        if gap != " ":
            return False
        if self._is_part_of_noun(mention, norm) or self._is_of_members(mention, norm):
            return True
        if norm == "of" and self.words.norms[mention.last - 1] in self.lexicon.words("several"):
            return True  # `the Baltic states of Estonia and Latvia`
        describes = self.lexicon.words("quarrel") | self.lexicon.words("kin")
        if norm in describes or norm in self.lexicon.words("shipsuffix") or self._is_of_people_round_it(mention, norm):
            return True
        return self._begins_name(mention.last) or self.describes_town(mention)

    def _is_part_of_noun(self, mention: Mention, norm: str) -> bool:
        """`at press conference`, `outside the customs union`: an institution in small letters before another noun."""
        small = self.words.forms[mention.core.first].islower() and mention.core.has(Sort.GENERIC)
        return small and ((norm,) in self.lexicon.nouns or norm in self.body_words)

    def _is_of_members(self, mention: Mention, norm: str) -> bool:
        """`at an Asia-Pacific summit`: of the states of a region."""
        article = self.words.norms[mention.first - 1 : mention.first] in (["a"], ["an"])
        wide = mention.kind == PLACE and self._kinds(mention) == {"region"}
        return article and wide and self.lexicon.nouns.get((norm,)) in HELD

    def describes_town(self, mention: Mention) -> bool:
        """`the Siberian city of Krasnoyarsk`: a region before the word for a town."""
        ahead = self.words.norms[mention.last : mention.last + 2]
        settled = not (self.lexicon.words("settlement") | self.lexicon.words("town")).isdisjoint(ahead[:1])
        return settled and ahead[1:] == ["of"] and (mention.kind == UNKNOWN or not self.pinpoints(mention))

    def _is_behind_operation(self, i: int) -> bool:
        names = self.lexicon.words("operationname")
        return (
            i > 0
            and self.words.norms[i - 1] in names
            and self.words.forms[i - 1].istitle()
            and self.words.gaps[i] == " "
        )

    def _begins_name(self, i: int) -> bool:
        """`Declaration` behind `Tokyo`, `Armies Management Seminar` behind `the Pacific`: what else bears the name."""
        forms, gaps, norms = self.words.forms, self.words.gaps, self.words.norms
        for k in range(i, min(i + _LONGEST_NAME, len(norms))):
            if gaps[k] != " " or not forms[k][0].isupper():
                return False
            if norms[k] in self.not_bodies or norms[k] in self.body_words:
                return True
            named = self.starting.get(k)
            if named is not None and named.core.has(Sort.BODY, Sort.NOT_A_BODY):
                return False  # `the Bali ASEAN Summit`
        return False

    def _is_in_aside(self, mention: Mention) -> bool:
        """`(the others are in Irkutsk)`: within brackets that make a sentence."""
        opens = aside_at(self.words, mention.first, 0)
        return opens is not None and not BE.isdisjoint(self.words.norms[opens : mention.first])

    def _is_of_title(self, mention: Mention) -> bool:
        """`Massachusetts Gov. Mitt Romney`: where somebody governs."""
        if mention.last >= len(self.words) or self.words.gaps[mention.last] != " ":
            return False
        if self.words.norms[mention.first - 1 : mention.first] in (["in"], ["at"]):
            return False
        named = self.starting.get(mention.last)
        return named is not None and named.kind == PERSON and mention.last < named.core.first

    def _is_of_people_round_it(self, mention: Mention, norm: str) -> bool:
        """`Pacific allies`."""
        return norm in self.lexicon.words("oceanic") and "water" in self._kinds(mention)

    def _kinds(self, mention: Mention) -> set[str]:
        """The kinds of the places that a mention may mean."""
        return {self.gazetteer.places[key].kind for key in mention.core.keys(Sort.PLACE)}

    def countries_of(self, mention: Mention) -> set[str]:
        """The states in which the places lie that a mention may mean, or that it names."""
        lying = {self.gazetteer.places[key].country for key in mention.core.keys(Sort.PLACE)}
        return {country for country in lying if country} | set(mention.countries)

    def _has_site_behind(self, mention: Mention) -> bool:
        """`Manila's international airport`: the city where a site lies, not the state it stands for."""
        if not mention.core.has(Sort.CAPITAL):
            return False
        ahead = self.words.norms[mention.last + 1 : mention.last + 4]
        return not self.lexicon.words("publicsite").isdisjoint(ahead)

    def describes_site(self, mention: Mention) -> bool:
        """`a Beijing expressway`, `a New York hotel`: a city before the word for a place in it."""
        city = mention.core.has(Sort.CAPITAL, Sort.PLACE) and not mention.core.has(Sort.DEMONYM)
        behind = self.words.norms[mention.last : mention.last + 1]
        return city and bool(behind) and behind[0] in self.lexicon.words("publicsite")

    def describes_audience(self, mention: Mention) -> bool:
        """`tells a Washington audience`: a city before the word for who listens there."""
        behind = self.words.norms[mention.last : mention.last + 1]
        return self.pinpoints(mention) and bool(behind) and behind[0] in self.lexicon.words("townevent")

    def is_facility(self, mention: Mention) -> bool:
        last = self.words.norms[mention.core.last - 1]
        if mention.core.has(Sort.GENERIC) and not mention.core.has(Sort.PLACE):
            return False
        if self._is_no_place(mention):
            return False  # `at Sea`
        return last in self.facilities or last in self.regions or mention.core.has(Sort.PLACE)

    def _is_no_place(self, mention: Mention) -> bool:
        alone = mention.core.last - mention.core.first == 1
        return alone and self.words.norms[mention.core.first] in self.lexicon.words("notplace")

    def _beside_place(self, mention: Mention) -> bool:
        """`in Sondok, South Hamgyong Province`: an unknown name right before a known place."""
        if mention.kind != UNKNOWN or mention.last >= len(self.words) or self.words.quoted[mention.first]:
            return False
        if self.words.forms[mention.core.last - 1].isupper():
            return False
        if self._is_no_place(mention):
            return False  # `Trade in Goods in Taipei`
        if self.words.norms[mention.core.last - 1] in self.lexicon.words("town"):
            return mention.core.last - mention.core.first > 1  # not the `City` of `Nagato City`
        if self.words.norms[mention.last] in self.lexicon.words("settlement") and self.words.gaps[mention.last] == " ":
            return True
        following = bisect_left(self.mentions, mention.last, key=attrgetter("first"))
        behind = self.mentions[following] if following < len(self.mentions) else None
        if behind is None or behind.kind not in (PLACE, STATE) or behind.adjective:
            return False
        between = self.words.norms[mention.last : behind.first]
        near = (
            self.words.gaps[mention.last] == "," if not between else between in (["in"], ["in", "the"], ["of", "the"])
        )
        return near and self.words.norms[mention.core.last - 1] not in self.not_bodies

    def with_its_kind(self, mention: Mention) -> int:
        """Where a name of no table ends together with what it is of, or a body with its seat.

        `the Rafah crossing`, `Patrol Point 14`, `NASA headquarters`.
        """
        last = mention.last
        if mention.kind == BODY:
            return last + (self.words.norms[last : last + 1] == ["headquarters"] and self.words.gaps[last] == " ")
        if mention.kind != UNKNOWN or last >= len(self.words) or self.words.gaps[last] != " ":
            return last
        if self._ends_as_something_else(mention):
            return last
        if self.words.norms[last - 1] in self.lexicon.words("numberedsite") and self.words.forms[last].isdigit():
            return last + 1
        ahead, forms = self.words.norms[last : last + 2], self.words.forms[last : last + 2]
        if ahead[0] in self.lexicon.words("sitework") and "".join(forms).islower():
            return last + 2 * (ahead[-1] in self.facilities or ahead[-1] in self.lexicon.words("worksite"))
        kinds = self.facilities | self.lexicon.words("landform")
        return last + (forms[0].islower() and ahead[0] in kinds)

    def _is_site(self, mention: Mention) -> bool:
        """`at Lingshui`, `at Abqaiq and Khurais`: a name in no table, governed by a word that asks for a place."""
        if mention.kind != UNKNOWN or self.words.quoted[mention.first] or self._ends_as_something_else(mention):
            return False
        if self.words.norms[mention.first : mention.last] == ["sea"]:
            return False  # `the Code for Encounters at Sea (CUES)`
        if introduces_body(self.words, mention.last, self.lexicon) or self._is_company(mention):
            return False
        return self._is_governed_site(mention) or self._is_listed(mention)

    def _is_company(self, mention: Mention) -> bool:
        """`at Zorvatal Motors Corp.`: not a building."""
        return self.words.norms[mention.core.last - 1] in self.lexicon.words("companyform")

    def _is_governed_site(self, mention: Mention) -> bool:
        i = mention.first
        i -= i > 0 and self.words.norms[i - 1] == "the"
        return i > 0 and (
            self.words.norms[i - 1] in _SITED or self._is_in_town(mention, i - 1) or self._is_of_settlement(i - 1)
        )

    def _ends_as_something_else(self, mention: Mention) -> bool:
        """`in Talisman Exercise`, `in the Commonwealth of Independent States`: a thing, or how a longer name begins."""
        behind = self.words.norms[mention.last : mention.last + 1]
        return behind == ["of"] or self.words.norms[mention.core.last - 1] in self.not_bodies

    def _is_in_town(self, mention: Mention, i: int) -> bool:
        """`in Zvečan`: a plain name right behind `in`; not `in Mandarin`, `in Cooperation 2009`, `a stake in Grab`."""
        words, lexicon, last = self.words, self.lexicon, mention.last
        particles = lexicon.words("particle")
        named = (form for form in words.forms[i + 1 : last] if form not in particles)
        if words.norms[i] != "in" or i != mention.first - 1 or not all(map(_is_plain, named)):
            return False
        numbered = last < len(words) and words.forms[last][0].isdigit()
        plain = lexicon.words("modifier") | lexicon.words("beforeplace") | lexicon.words("notplace")
        plain |= lexicon.words("field")
        common = any((norm,) in lexicon.nouns or norm in plain for norm in words.norms[i + 1 : last])
        worn = last < len(words) and words.gaps[last] == " " and words.norms[last] in lexicon.words("worn")
        return not (numbered or common or worn) and words.norms[i - 1] not in lexicon.words("notwhere")

    def _is_of_settlement(self, i: int) -> bool:
        """`the village of Kunming-dong`, at its `of`."""
        kinds = self.lexicon.words("settlement") | self.lexicon.words("town")
        return self.words.norms[i] == "of" and i > 0 and self.words.norms[i - 1] in kinds

    def _is_listed(self, mention: Mention) -> bool:
        """`Abqaiq and Khurais`: behind a place of the tables or a site, in one list with it."""
        for _ in range(_LONGEST_LIST):
            at = mention.first - 1
            before = self.ending.get(at) if at > 0 and self.words.norms[at] == "and" else None
            if before is None or before.adjective:
                return False
            if before.kind == PLACE or (before.kind == UNKNOWN and self._is_governed_site(before)):
                return True
            mention = before
        return False

    def is_seat(self, mention: Mention) -> bool:
        """`at the State Department`, `outside LY`, `at the Lind Institution`: an institution's building."""
        if mention.kind != BODY:
            return False
        kinds = {self.gazetteer.bodies[key].kind for key in mention.core.keys(Sort.BODY)}
        called = self.words.norms[mention.core.first : mention.core.last]
        if kinds & _HOUSED or called[-1] in self.lexicon.words("hall") or "mission" in called:
            return mention.first > 1 and "at" in self.words.norms[mention.first - 2 : mention.first]
        if not (kinds & _SEATED or mention.core.has(Sort.GENERIC)):
            return False
        return self._is_at_seat(mention, kinds) or self.is_stormed(mention)

    def _is_at_seat(self, mention: Mention, kinds: set[str]) -> bool:
        """Behind `at the`, `outside`, `in front of`; an acronym only behind what means a building alone."""
        i = mention.first - (self.words.norms[mention.first - 1 : mention.first] == ["the"])
        before = self.words.norms[max(0, i - 2) : i]
        around = before[-1:] in (["outside"], ["inside"]) or before == ["front", "of"]
        if self.words.forms[mention.core.first].isupper():
            return around and bool(kinds & _SEATED)
        if i == mention.first:
            return around or before[-1:] == ["at"]
        part_of = before[-1:] == ["of"] and not self.lexicon.words("placepart").isdisjoint(before)
        return bool(before) and (before[-1] in _BUILT or around or part_of)

    def is_stormed(self, mention: Mention) -> bool:
        """`storm Executive Yuan`, `take over the LY`: right behind a verb of taking a building; not `try to storm`."""
        norms = self.words.norms
        end = mention.first - (norms[mention.first - 1 : mention.first] == ["the"])
        verbs = ((self.lexicon.verbs.get(tuple(norms[i:end])), i) for i in range(max(0, end - _LONGEST_VERB), end))
        form, at = next(((form, i) for form, i in verbs if form is not None), (None, 0))
        if mention.kind != BODY or form is None or norms[at - 1 : at] == ["to"]:
            return False
        return form.verb.lemma in self.lexicon.words("storming")

    def pinpoints(self, mention: Mention) -> bool:
        """A city or a building, which is seldom what talks are about."""
        if mention.core.has(Sort.CAPITAL) or (mention.core.has(Sort.METONYM) and mention.core.has(Sort.PLACE)):
            return True
        kinds = self._kinds(mention)
        built = self.words.norms[mention.core.last - 1] in self.facilities
        return "city" in kinds or ("facility" in kinds and built) or mention.kind in (UNKNOWN, BODY)

    def is_built(self, mention: Mention) -> bool:
        """A building, a base, a village of truce: a point on the map."""
        return "facility" in self._kinds(mention)

    def is_water(self, mention: Mention) -> bool:
        return "water" in self._kinds(mention)

    def is_ground(self, mention: Mention) -> bool:
        """An island, a reef, a mountain, a border: what one stands on."""
        kinds = self._kinds(mention)
        return bool(kinds) and not kinds & {"city", "country"}

    def is_named_ground(self, mention: Mention) -> bool:
        """`the Zarumilla River`: a name of no table that ends in what it is."""
        return mention.kind == UNKNOWN and self.words.norms[mention.core.last - 1] in self.regions

    def is_court(self, mention: Mention) -> bool:
        called = self.words.norms[mention.core.first : mention.core.last]
        return mention.kind == BODY and not self.lexicon.words("court").isdisjoint(called)

    def sits(self, body: Mention) -> bool:
        """A court or an assembly, which decides where it comes together."""
        keys = body.core.keys(Sort.BODY)
        name = fold(self.gazetteer.bodies[keys[0]].name).split() if keys else self.words.norms[: body.core.last]
        return not set(name[-3:]).isdisjoint(self.gazetteer.lexicon.words("sitting"))


def _is_plain(form: str) -> bool:
    """Whether a word is capitalised and no acronym."""
    return len(form) > 2 and form[0].isupper() and form[1:].islower()
