"""Which words are a person's name."""

from chronicle.extracting.frame import Frame
from chronicle.extracting.gazetteer import Sort
from chronicle.extracting.lexicon import Lexicon
from chronicle.extracting.spans import Span, past_particles
from chronicle.extracting.words import Words, is_initial

_WHERE = frozenset("near outside inside into off".split())
_WITHIN = frozenset({"in", "at"})


class Names:
    """Reads names in one frame."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        lexicon = frame.gazetteer.lexicon
        self.body_words, self.not_body_words = lexicon.words("body"), lexicon.words("notbody")
        self.craft, self.facilities = lexicon.words("craft"), lexicon.words("facility")
        self.nouns, self.regions = lexicon.nouns, lexicon.words("region")
        self.states = lexicon.words("side")
        self.place_heads = lexicon.words("placehead")
        self.particles, self.ship_prefixes = lexicon.words("particle"), lexicon.words("shipprefix")
        self.fields, self.directions = lexicon.words("field"), lexicon.words("direction")
        self.laws = lexicon.words("lawname")
        self.plural_honorifics = lexicon.words("honorific") & lexicon.words("plural")

    def name_at(self, i: int) -> Span | None:
        """The name that begins at word i: one known span, or family names and unknown words run together."""
        frame = self.frame
        span = frame.at[i]
        if span is None or span.has(Sort.OFFICE, Sort.OFFICES, Sort.GENERIC, Sort.BODY, Sort.NOT_A_BODY):
            return None
        if span.has(Sort.PERSON) and span.last - span.first > 1:
            return span
        if span.readings and not (span.has(Sort.FAMILY, Sort.PERSON) or self._is_given_name(span)):
            return None
        if self.is_part_of_another(span):
            return None
        last = span.last
        while (nxt := self._part_behind(last)) is not None and _name_part(nxt):
            if frame.gaps[last] in ("-", "–") and nxt.has(Sort.FAMILY) and span.has(Sort.FAMILY):
                break
            last = nxt.last
        if last < frame.count and frame.gaps[last] == "-" and frame.forms[last].islower() and last > span.last:
            last += frame.norms[last] not in frame.gazetteer.lexicon.words("suffix")
        return span if last == span.last else Span(i, last, ())

    def _is_given_name(self, span: Span) -> bool:
        """`Jordan Smith`: a state's name that persons bear, right before a family's."""
        frame = self.frame
        behind = frame.span_after(span.last)
        if behind is None or span.last - span.first > 1 or frame.norms[span.last] in frame.honorifics:
            return False
        return frame.norms[span.first] in frame.gazetteer.given_names and behind.only(Sort.FAMILY)

    def _part_behind(self, j: int) -> Span | None:
        """The span that begins at word j, or behind `al-`, `bin`, `de la` there."""
        frame, k = self.frame, past_particles(self.frame.words, j, self.particles)
        if k == j or frame.at[j] is not None:
            return frame.span_after(j)  # `al-Sabah` as a known name
        behind = frame.at[k] if k < frame.count and frame.gaps[k] in (" ", "-") else None
        if behind is not None and behind.only(Sort.PLACE):
            return Span(behind.first, behind.last, ())  # `Fernández de Córdoba`
        return None if behind is None or behind.has(Sort.STATE, Sort.CAPITAL) else behind

    def is_part_of_another(self, span: Span) -> bool:
        """`National Day`, `Self-Defense Forces Law`, `Tu-95`: what is a family's name elsewhere."""
        frame, i = self.frame, span.first
        if span.last < frame.count and frame.gaps[span.last] == "-" and frame.forms[span.last][0].isdigit():
            return True
        if i == 0 or span.last - i > 1 or frame.norms[i] not in self.not_body_words or frame.gaps[i] != " ":
            return False
        return frame.forms[i - 1][0].isupper() and frame.norms[i - 1] not in frame.honorifics

    def looks_personal(self, core: Span) -> bool:
        """Whether an unknown run of capitalised words is built like a person's name."""
        norms = self.norms_of(core)
        frame, gazetteer = self.frame, self.frame.gazetteer
        if not 2 <= len(norms) <= 5 or self._is_craft_or_site(core) or self._is_thing(core, norms):
            return False
        if norms[0] in self.place_heads and core.first and frame.norms[core.first - 1] in ("in", "at", "of"):
            return False
        if norms[0] in frame.titles or norms[0] in frame.modifiers or norms[0] in self.craft:
            return False
        if norms[-1] in self.facilities or norms[0] in self.directions:
            return False
        if introduces_body(frame.words, core.last, gazetteer.lexicon) or self._is_ground(core):
            return False
        if core.first and frame.norms[core.first - 1] == "the":
            return False  # `the William P. Lawrence`: a ship
        plain = (n for n in norms if n in self.frame.function_words and not (len(n) == 1 and n != norms[0]))
        if any(plain) or any(map(self._is_common, norms)) or norms[-1] in self.states:
            return False
        if norms[0] in gazetteer.given_names or self._is_initialled(core):
            return len(norms[-1]) > 1
        return norms[0] in gazetteer.family_names and norms[-1] not in gazetteer.lexicon.words("pluralname")

    def _is_ground(self, core: Span) -> bool:
        """`land at Abu Suweir`, `outside Al-Fashir`: where it is; not `in John Smith's car`, `trust in John Smith`."""
        norms, i = self.frame.norms, core.first
        if i == 0 or norms[core.last : core.last + 1] == ["'s"]:
            return False
        if norms[i - 1] == "in" and i > 1 and (norms[i - 2], "in") not in self.frame.verbs:
            return norms[i - 2] not in self.frame.gazetteer.lexicon.words("believing")
        form = self.frame.verbs.get((norms[i - 2],)) if i > 1 and norms[i - 1] in _WITHIN else None
        return norms[i - 1] in _WHERE or (form is not None and form.verb.object == "place")

    def _is_initialled(self, core: Span) -> bool:
        """`N. Enkhbayar`: a family's name behind initials with their full stops."""
        words, last = self.frame.words, core.last - 1
        initials = all(
            is_initial(words, i) and "." in words.forms[i] + words.gaps[i + 1] for i in range(core.first, last)
        )
        return initials and words.norms[last] in self.frame.gazetteer.family_names

    def _is_thing(self, core: Span, norms: list[str]) -> bool:
        """`T-shirts`, `Douglas Shoal`, `ROK NGO`."""
        letter = len(norms[0]) == 1 and self.frame.gaps[core.first + 1] == "-"
        acronym = self.frame.forms[core.last - 1].isupper() and norms[-1] in self.frame.gazetteer.lexicon.words("namer")
        return letter or acronym or norms[-1] in self.regions

    def is_introduced(self, core: Span) -> bool:
        """`Isshiki Masaharu, a navigator at`: an unknown name with an apposition behind it."""
        frame, norms, j = self.frame, self.norms_of(core), core.last
        near = range(core.first - 1, max(-1, core.first - 8), -1)
        before = next((frame.at[i] for i in near if frame.at[i] is not None), None)
        if before is not None and before.last == core.first and before.has(Sort.BODY) and frame.gaps[core.first] == " ":
            return False
        if not 2 <= len(norms) <= 3 or j + 1 >= frame.count or frame.gaps[j] != ",":
            return False
        if self._is_craft_or_site(core):
            return False
        if any(n in self.body_words or n in self.not_body_words or n in self.frame.function_words for n in norms):
            return False
        lexicon = frame.gazetteer.lexicon
        if introduces_body(frame.words, j, lexicon):
            return False
        if frame.norms[j] in lexicon.words("introducing") and frame.forms[j + 1].islower():
            return True
        return frame.norms[j + 1] == "of" and frame.norms[j] in lexicon.words("heading") and core.first == 0

    def could_be_name(self, core: Span) -> bool:
        """Whether an unknown run behind a title can be the name of who bears it."""
        norms = self.norms_of(core)
        if len(norms) > 5 or norms[-1] in self.body_words or norms[-1] in self.not_body_words:
            return False
        if any(n in self.frame.function_words or n in self.frame.agents for n in norms):
            return False
        if (norms[0],) in self.nouns or ((norms[-1],) in self.nouns and (norms[0],) in self.frame.verbs):
            return False  # `Official Working Visit`
        form = self.frame.forms[core.first]
        return len(norms) > 1 or len(form) == 1 or not form.isupper()

    def norms_of(self, core: Span) -> list[str]:
        return self.frame.norms[core.first : core.last]

    def _is_common(self, norm: str) -> bool:
        return norm in self.body_words or norm in self.not_body_words or (norm,) in self.nouns

    def _is_craft_or_site(self, core: Span) -> bool:
        """`frigate Oswald Siahaan`, `Tan Son Nhat airports`, `“Zhonghua Taibei”`: a name, but not a person's."""
        frame = self.frame
        before = frame.norms[core.first - 1] if core.first and frame.gaps[core.first] == " " else ""
        if before in self.craft or before in self.ship_prefixes or frame.words.quoted[core.first]:
            return True
        if not frame.joined(core.last):
            return False
        behind = frame.norms[core.last]
        if behind in ("strike", "battle") and frame.norms[core.last + 1 : core.last + 2] == ["group"]:
            return True
        sites = behind in self.facilities or behind.removesuffix("s") in self.facilities
        return sites or behind in self.not_body_words or frame.forms[core.last][0].isdigit()


def introduces_body(words: Words, j: int, lexicon: Lexicon) -> bool:
    """Whether `, an affiliate of`, `, a newspaper` stands at word j: what it stands behind is a body."""
    if j >= len(words) or words.gaps[j] != "," or words.norms[j] not in ("a", "an"):
        return False
    return not lexicon.words("namer").isdisjoint(words.norms[j + 1 : j + 5])


def _name_part(span: Span) -> bool:
    if not span.readings:
        return True
    return span.has(Sort.FAMILY) and not span.has(Sort.STATE, Sort.BODY, Sort.CAPITAL)
