"""From spans to mentions: names with their titles, offices without names, bodies, states and places."""

from collections.abc import Iterator
from itertools import pairwise

from chronicle.extracting.assembling import assembled
from chronicle.extracting.complements import state_of
from chronicle.extracting.frame import Frame
from chronicle.extracting.functionwords import ARTICLES
from chronicle.extracting.gazetteer import Gazetteer, Sort
from chronicle.extracting.mention import BODY, FORUM, OFFICE, PERSON, PLACE, STATE, UNKNOWN, Mention
from chronicle.extracting.names import Names
from chronicle.extracting.spans import Span
from chronicle.extracting.titles import Title, Titles
from chronicle.extracting.words import Words, is_numbered

_LONGEST_APPOSITION = 14
_LONGEST_NAME = 4
_LONGEST_OFFICE = 7
_LONGEST_BODY = 8
_SERVING = frozenset({"at", "with"})
_OF_A_STATE = frozenset({"agency", "commission", "court", "parliament", "service"})
_ORDINALS = frozenset({"first", "last", "second", "third"})


def find_mentions(words: Words, spans: list[Span], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions of a text, read from left to right."""
    frame = Frame(words, spans, gazetteer)
    joined = assembled(frame, spans)
    if len(joined) < len(spans) or joined != spans:
        frame = Frame(words, joined, gazetteer)
    return list(_Phrases(frame).mentions())


class _Phrases:
    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.names = Names(frame)
        self.titles = Titles(frame, self.names)

    def mentions(self) -> Iterator[Mention]:
        i, at, norms, openers = 0, self.frame.at, self.frame.norms, self.frame.openers
        while i < self.frame.count:
            if at[i] is None and norms[i] not in openers and norms[i + 1 : i + 2] != ["and"]:
                i += 1
                continue
            group = self._group(i)
            yield from group
            i = max(i + 1, *(m.last for m in group)) if group else i + 1

    def _group(self, i: int) -> list[Mention]:
        """The mentions that begin at word i as one phrase."""
        if self.titles.is_verb_here(i) or self.titles.is_verb_before_title(i):
            return []
        title = self.titles.read(i)
        if title is not None:
            named = self._named(i, title) or self._named_behind(i, title)
            if named:
                return named
            if (title.offices or title.counterpart) and not self._is_acronym_of_body(i, title):
                return [self._office(i, title)]
        span = self.frame.at[i]
        return [self._untitled(span)] if span is not None else []

    def _is_acronym_of_body(self, i: int, title: Title) -> bool:
        """`USTR opens`: an office whose acronym is that of its holder's agency, and nobody named behind."""
        span = self.frame.at[i]
        alone = span is not None and span.last == title.last and span.has(Sort.BODY)
        return alone and self.frame.forms[i].isupper() and len(self.frame.forms[i]) > 2

    def _untitled(self, span: Span) -> Mention:
        if span.readings and self._bears_name(span):
            return Mention(UNKNOWN, span.first, span.last, Span(span.first, span.last, ()))
        core = None if self.frame.rather_a_place(span) else self.names.name_at(span.first)
        if core is None or (core.readings and not core.has(Sort.PERSON, Sort.FAMILY)):
            return self._plain(span)
        personal = core.readings or self.names.looks_personal(core) or self.names.is_introduced(core)
        if personal or self._bears_office(core):
            return self._with_apposition(self._of_body(Mention(PERSON, span.first, core.last, core)))
        return Mention(UNKNOWN, span.first, core.last, core)

    def _of_body(self, person: Mention) -> Mention:
        """`the council's Wu`: a surname behind whose it is."""
        first, norms = person.first, self.frame.norms
        if norms[max(0, first - 1) : first] != ["'s"] or person.core.last - person.core.first > 1:
            return person
        bodies = tuple(s for s in self.frame.at[max(0, first - _LONGEST_BODY) : first] if s and s.last == first - 1)
        return person._replace(titled=True, bodies=bodies) if bodies and bodies[0].has(Sort.BODY) else person

    def _bears_office(self, core: Span) -> bool:
        """`Samvel Shahramanyan, the last president of the republic`: a name of no table with an office behind it."""
        k = self._apposition_at(core.last) if 2 <= core.last - core.first <= _LONGEST_NAME else None
        title = self._title_behind(k) if k is not None and self._is_small(k) else None
        return title is not None and not title.plural and self.names.could_be_name(core)

    def _is_small(self, k: int) -> bool:
        """Whether a title at word k is printed small, past a state's adjective: `Russian ambassador`."""
        state = self.frame.at[k]
        past = state.last if state is not None and state.has(Sort.DEMONYM) else k
        return past < self.frame.count and self.frame.forms[past].islower()

    def _plain(self, span: Span) -> Mention:
        kind = next((kind for kind, sorts in _KINDS if span.has(*sorts)), UNKNOWN)
        if kind == BODY and is_numbered(self.frame.words, span.last - 1):  # what a company makes: `Antonov-124`
            return Mention(UNKNOWN, span.first, span.last, Span(span.first, span.last, ()))
        if kind == BODY and self._names_something_else(span):
            return Mention(FORUM, span.first, span.last, span)
        if kind == BODY and (country := self._state_of_forces(span)):
            return Mention(STATE, span.first, span.last, span, countries=(country,))
        if kind == STATE:
            code = next(r.key for r in span.readings if r.sort <= Sort.METONYM)
            # `the two Koreas`: a name that several states share means all of them.
            codes = tuple(span.keys(Sort.STATE)) or (code,)
            if span.last - span.first > 1 and self._is_mutual(span.first):
                return Mention(STATE, span.first, span.last, span, countries=tuple(span.keys(Sort.DEMONYM)))
            adjective = span.has(Sort.DEMONYM) and not span.has(Sort.STATE, Sort.CAPITAL)
            return Mention(STATE, span.first, span.last, span, countries=codes, adjective=adjective)
        return Mention(kind, span.first, span.last, span)

    def _is_mutual(self, i: int) -> bool:
        """`inter-Korean`, which names both states as `North-South` does."""
        return self.frame.norms[i] in self.frame.gazetteer.lexicon.words("mutual")

    def _bears_name(self, span: Span) -> bool:
        """`USS John S. McCain`, `the drillship Saipem 12000`: a craft named after a person, or after whose it is."""
        before = self.frame.norms[span.first - 1] if span.first and self.frame.gaps[span.first] == " " else ""
        if self.frame.norms[span.last : span.last + 1] == ["class"] and self.frame.gaps[span.last] == "-":
            return True  # `a Hamilton-class cutter`
        numbered = span.last < self.frame.count and self.frame.forms[span.last][0].isdigit()
        borne = span.has(Sort.PERSON, Sort.FAMILY) or (span.has(Sort.BODY) and numbered)
        return before in self.names.craft and borne

    def _names_something_else(self, span: Span) -> bool:
        """`Coast Guard Law`, `Navy Day`: a body's name within that of something else."""
        nxt = self.frame.span_after(span.last)
        if nxt is None or self.frame.gaps[span.last] != " ":
            return False
        last = self.frame.norms[nxt.last - 1]
        if span.has(Sort.BODY):
            return last in self.names.laws and not self.frame.forms[span.last - 1].isupper()
        return last in self.names.not_body_words and (not nxt.readings or last in self.names.laws)

    def _state_of_forces(self, span: Span) -> str | None:
        """The state of `U.S. forces`, `China's military`: in lower case these are the state, not a body; a city is."""
        last = span.last - 1
        if not self.frame.gazetteer.lexicon.words("locallevel").isdisjoint(self.frame.norms[span.first : last]):
            return None
        norms = self.frame.norms[span.first : span.last]
        if not self.frame.forms[last][0].islower() or norms[-1] not in self.frame.agents:
            return None
        if norms[-2:] == ["coast", "guard"] or norms[-1] in self.frame.gazetteer.lexicon.words("apartfromstate"):
            return None
        bodies = [self.frame.gazetteer.bodies[key] for key in span.keys(Sort.BODY)]
        return next((b.country for b in bodies if b.country and b.kind in _OF_A_STATE), None)

    # --- persons with a title

    def _named(self, i: int, title: Title) -> list[Mention]:
        """The person or persons that a title stands before."""
        core = self._name_behind(i, title)
        if core is None:
            return []
        people = [self._with_apposition(_titled(i, core, title))]
        if title.plural or not self.names.plural_honorifics.isdisjoint(self.frame.norms[i : core.first]):
            self._add_list(people, title)
            return _one_each(people, title)
        return people

    def _name_behind(self, i: int, title: Title) -> Span | None:
        """The name right behind the title that begins at word i."""
        frame, j = self.frame, self._past_acronym(title.last)
        if not (frame.joined(j) or j > title.last) or (i > 0 and frame.norms[i - 1] in self.names.craft):
            return None
        return self._core(j)

    def _named_behind(self, i: int, title: Title) -> list[Mention]:
        """`the Israeli ambassador, Gabby Levy, leaves`: the name between two commas, known or not."""
        frame, j = self.frame, title.last
        if j >= frame.count or frame.gaps[j] != ",":
            return []
        if title.plural:
            return self._all_behind(title)
        span = frame.at[j]
        if span is not None and span.has(Sort.PERSON) and self._is_closed(span.last) and self._bears(span, title):
            return [_titled(i, span, title)]
        core = None if span is None or span.readings or frame.title_word(j) else self.names.name_at(j)
        if core is None or not 2 <= core.last - j <= _LONGEST_NAME or not self.names.could_be_name(core):
            return []
        if not self.names.fields.isdisjoint(self.names.norms_of(core)):
            return []  # `Assistant Secretary of State for Democracy, Human Rights, and Labor`
        if not self._is_closed(core.last):
            return []
        return [_titled(i, core, title)]

    def _bears(self, name: Span, title: Title) -> bool:
        """`Kenya's foreign minister, Kalonzo Musyoka,`: of the title's state, not the next of those who meet."""
        people = self.frame.gazetteer.people
        countries = {people[key].country for key in name.keys(Sort.PERSON)}
        return title.counterpart or not countries.isdisjoint(title.countries)

    def _all_behind(self, title: Title) -> list[Mention]:
        """`The chiefs of staff, Yuri Khachaturov and Najmaddin Sadigov, sign`: the names between two commas."""
        core = self._core(title.last)
        if core is None:
            return []
        people = [_titled(title.last, core, title)]
        self._add_list(people, title)
        return _one_each(people, title) if len(people) > 1 and self._is_closed(people[-1].last) else []

    def _is_closed(self, j: int) -> bool:
        """Whether what stands between two commas ends before word j."""
        return j >= self.frame.count or "," in self.frame.gaps[j] or not self.frame.joined(j)

    def _core(self, j: int) -> Span | None:
        """The name behind a title; None where a place or a body stands there."""
        span = self.frame.at[j]
        if span is None:
            return None
        elsewhere = span.has(Sort.STATE, Sort.CAPITAL, Sort.BODY, Sort.DEMONYM, Sort.PLACE)
        if elsewhere and not (span.has(Sort.FAMILY, Sort.PERSON) and self._honorific_before(j)):
            return None
        alone = span.has(Sort.FAMILY, Sort.PERSON) and not self.names.is_part_of_another(span)
        core = self.names.name_at(j) or (span if alone else None)
        if core is None or (not core.readings and not self.names.could_be_name(core)):
            return None
        return core

    def _honorific_before(self, j: int) -> bool:
        if j == 0 or self.frame.norms[j - 1] in self.frame.honorifics or self.frame.is_office(self.frame.at[j - 1]):
            return j > 0
        begun = (self.frame.at[i] for i in range(j - 2, max(-1, j - _LONGEST_OFFICE), -1))
        office = next((span for span in begun if span is not None), None)
        named, state = self.frame.at[j], (Sort.STATE, Sort.CAPITAL, Sort.DEMONYM)
        return (
            named is not None
            and office is not None
            and office.last == j
            and self.frame.is_office(office)
            and (
                not named.has(*state)  # `Deputy Foreign Minister Antonov`
            )
        )

    def _add_list(self, people: list[Mention], title: Title) -> None:
        """`Presidents Xi and Putin`, `Sens. Warner (R-VA) and Levin`: the further names under one plural title."""
        frame = self.frame
        people[-1] = self._of_state(people[-1])
        while (j := self._past_brackets(people[-1].last)) < frame.count:
            k = j + 1 if frame.norms[j] in ("and", "&") else j
            if (k == j and frame.gaps[j] not in (",", "),")) or k >= frame.count:
                return
            core = self.names.name_at(self._past_honorifics(k))
            if core is None or not (core.readings or self.names.could_be_name(core)):
                return
            people.append(self._of_state(_titled(k, core, title)))

    def _past_honorifics(self, k: int) -> int:
        """`Defense Ministers Tea Banh and Gen. Ng`, at `Gen.`: the word behind it."""
        frame = self.frame
        return next((i for i in range(k, frame.count) if frame.norms[i] not in frame.honorifics), k)

    def _of_state(self, person: Mention) -> Mention:
        """`Serzh Sargsyan of Armenia`, under a plural title: the person with the state behind it."""
        frame, j = self.frame, person.last
        state = frame.at[j + 1] if j + 1 < frame.count and frame.norms[j] == "of" and frame.joined(j) else None
        if state is None or not state.has(Sort.STATE):
            return person
        return person._replace(last=state.last, countries=(state.keys(Sort.STATE)[0],))

    # --- titles behind a name

    def _with_apposition(self, person: Mention) -> Mention:
        """A person, taken together with a title printed behind the name: `, head of the X holding,`."""
        k = self._apposition_at(person.last)
        title = self._title_behind(k) if k is not None else None
        end = self._apposition_end(title.last) if title is not None else None
        if k is None or title is None or end is None or self._is_next_speaker(person, title, k):
            return person
        if self._is_verb_instead(k, title):
            return person
        if self._is_of_kin(person.last, title.last):
            return person._replace(last=end, countries=person.countries or tuple(title.countries), titled=True)
        country, body = self._affiliation(title.last, end) if not title.bodies else (None, None)
        return person._replace(
            last=end,
            countries=person.countries or tuple(title.countries) or ((country,) if country else ()),
            offices=(*person.offices, *title.offices),
            titled=True,
            bodies=(*person.bodies, *title.bodies, *((body,) if body else ())),
            to=person.to or title.to,
            former=person.former or title.former,
        )

    def _is_next_speaker(self, person: Mention, title: Title, k: int) -> bool:
        """`led by bin Laden, China's spokesman states that`: a title of another state, and what its bearer says."""
        norms, known = self.frame.norms, person.core.has(Sort.PERSON)
        says = self.frame.verbs.get((norms[title.last],)) if title.last < self.frame.count else None
        if says is not None and says.third and norms[title.last + 1 : title.last + 2] == ["that"]:
            return True
        state = self.frame.at[k]
        owned = state is not None and state.has(Sort.STATE) and self.frame.past_possessive(state.last) > state.last
        return known and owned and not self._bears(person.core, title)

    def _is_verb_instead(self, k: int, title: Title) -> bool:
        """`Ono and Kim, joined by Lee, | co-chair the talks`: no office of Lee's."""
        norms = self.frame.norms
        form = self.frame.verbs.get(tuple(norms[k : title.last]))
        return form is not None and form.finite and norms[title.last : title.last + 1] in (["a"], ["an"], ["the"])

    def _is_of_kin(self, first: int, last: int) -> bool:
        """`, daughter of the US president,`: the office within words first..last-1 is that of somebody else."""
        attendants, norms = self.frame.gazetteer.lexicon.words("attendant"), self.frame.norms[first:last]
        return any(one in attendants and two == "of" for one, two in pairwise(norms))

    def _affiliation(self, first: int, end: int) -> tuple[str | None, Span | None]:
        """`, an expert with the International Crisis Group`, `, head of planning at Korea's Defense Ministry`.

        The state and the body where somebody serves.
        """
        frame = self.frame
        at = next((k for k in range(first, end) if frame.norms[k] in _SERVING), end)
        k = at + 2 if frame.norms[at + 1 : at + 2] == ["the"] else at + 1
        span = frame.at[k] if k < end else None
        if span is None:
            return None, None
        if span.has(Sort.BODY):
            return None, span
        behind = frame.past_possessive(span.last)
        body = frame.at[behind] if behind < end else None
        if not span.has(Sort.STATE, Sort.DEMONYM) or body is None or not body.has(Sort.GENERIC, Sort.BODY):
            return None, None
        return state_of(span), body

    def _apposition_at(self, j: int) -> int | None:
        """Where an apposition can begin behind a name that ends before word j."""
        j = self._past_brackets(j)
        if j >= self.frame.count or self.frame.gaps[j] not in (",", "),", ") ,"):
            return None
        for words in (ARTICLES, _ORDINALS):
            j += self.frame.norms[j] in words and j + 1 < self.frame.count
        return j

    def _title_behind(self, k: int) -> Title | None:
        """The title at word k, if it is not the title of another name."""
        title = self.titles.read(k)
        if title is None and (skipped := self.frame.skip_to_title(k)):
            title = self.titles.read(k + skipped)
        if title is None or not (title.offices or title.weight) or self._name_behind(k, title):
            return None
        return title

    def _past_acronym(self, j: int) -> int:
        """`US Trade Representative (USTR) | Ron Kirk`: past a title's acronym at word j, and a rank behind it."""
        frame = self.frame
        alone = j + 1 < frame.count and frame.gaps[j] == "(" and frame.gaps[j + 1] == ")"
        if not alone or not frame.forms[j].isupper():
            return j
        ranks = (k for k in range(j + 1, frame.count) if frame.norms[k] not in frame.honorifics)
        return next(ranks, j + 1)

    def _past_brackets(self, j: int) -> int:
        """Past a name in another script or an acronym in brackets behind a name."""
        frame = self.frame
        if j < frame.count and frame.gaps[j].startswith("("):
            for k in range(j + 1, min(j + 6, frame.count)):
                if ")" in frame.gaps[k]:
                    return k
        return j

    def _apposition_end(self, j: int) -> int | None:
        """Where the apposition ends whose title ended before word j."""
        frame = self.frame
        if self._is_somewhere(j):
            return j
        sentence = frame.words.sentence[j - 1]
        k = j
        while k < frame.count and frame.words.sentence[k] == sentence and k - j < _LONGEST_APPOSITION:
            if any(mark in frame.gaps[k] for mark in ",);"):
                if frame.norms[k] != "and" or not self._another_title(k + 1):
                    return k
            elif self._is_beside_somebody(k) or self._names_another(k):
                return k
            elif (self._verb_at(k) and not frame.within[k]) or frame.norms[k] == "who" or self._acts_at(k):
                return k - (k > j and frame.norms[k - 1] == "to")  # `, the first leader to come`
            k += 1
        return k if k == frame.count or frame.words.sentence[k] != sentence else j

    def _is_somewhere(self, j: int) -> bool:
        """`chairman of the CPPCC | in Beijing`: a town behind a body of one's own name, not where an office is."""
        frame = self.frame
        town = frame.at[j + 1] if j + 1 < frame.count and frame.norms[j] == "in" and frame.joined(j) else None
        if town is None or not town.has(Sort.CAPITAL, Sort.PLACE) or town.has(Sort.DEMONYM):
            return False
        before = next((frame.at[i] for i in range(j - 1, max(-1, j - 12), -1) if frame.at[i]), None)
        return before is not None and before.last == j and before.has(Sort.BODY)

    def _verb_at(self, k: int) -> bool:
        """A verb and nothing else; not `the army's conduct`."""
        return self.frame.finite_verb_at(k) and self.frame.norms[k - 1] != "'s"

    def _acts_at(self, k: int) -> bool:
        """`, the head of the Space Agency | visits Tokyo`: a verb that may be a noun, between two names."""
        frame = self.frame
        form = frame.verbs.get((frame.norms[k],))
        if form is None or not (form.finite and form.third) or frame.within[k] or not frame.forms[k][0].islower():
            return False
        before, behind = frame.at[k - 1] or frame.within[k - 1], frame.at[k + 1] if k + 1 < frame.count else None
        return bool(before) and behind is not None and frame.joined(k) and frame.joined(k + 1)

    def _is_beside_somebody(self, k: int) -> bool:
        """`, wife of PM Abe,`, at its `of`: another person is named behind."""
        attendants = self.frame.gazetteer.lexicon.words("attendant")
        if self.frame.norms[k] != "of" or self.frame.norms[k - 1] not in attendants or k + 1 >= self.frame.count:
            return False
        span, title = self.frame.at[k + 1], self.titles.read(k + 1)
        return (span is not None and span.has(Sort.PERSON)) or (
            title is not None and self._name_behind(k + 1, title) is not None
        )

    def _names_another(self, k: int) -> bool:
        """`, chief of the Committee for Trade with Foreign Countries | and PM Kasyanov`, at its `and`."""
        if self.frame.norms[k] != "and" or k + 1 >= self.frame.count or not self.frame.forms[k + 1][0].isupper():
            return False
        title = self.titles.read(k + 1)
        return title is not None and self._name_behind(k + 1, title) is not None

    def _another_title(self, k: int) -> bool:
        """`, member of the Politburo and Chairman of ...`: a further title of the same person."""
        title = self.titles.read(k) if k < self.frame.count else None
        return title is not None and self._name_behind(k, title) is None

    def _office(self, i: int, title: Title) -> Mention:
        core = Span(max(i, title.last - 1), title.last, ())
        return _titled(i, core, title)._replace(kind=OFFICE, last=title.last, plural=title.plural)


_KINDS = (
    (BODY, (Sort.BODY, Sort.GENERIC)),
    (STATE, (Sort.STATE, Sort.DEMONYM, Sort.PEOPLE, Sort.CAPITAL, Sort.METONYM)),
    (PLACE, (Sort.PLACE,)),
    (FORUM, (Sort.NOT_A_BODY,)),
)


def _one_each(people: list[Mention], title: Title) -> list[Mention]:
    """The states of a plural title given to as many persons, in their order."""
    if len(title.countries) != len(people) or len(people) < 2:
        return people
    return [m._replace(countries=(code,)) for m, code in zip(people, title.countries, strict=True)]


def _titled(first: int, core: Span, title: Title) -> Mention:
    return Mention(
        PERSON, first, core.last, core, tuple(title.countries), tuple(title.offices), False, True,
        tuple(title.bodies), title.to, title.counterpart, title.former,
    )  # fmt: skip
