"""Organizations: those of the tables, a state's ministry or parliament, and names built like one."""

from dataclasses import replace
from itertools import pairwise

from chronicle.extracting.gazetteer import Body, Sort
from chronicle.extracting.mention import BODY, OFFICE, PERSON, STATE, UNKNOWN, Mention
from chronicle.extracting.misspelt import misspelt_body
from chronicle.extracting.names import introduces_body
from chronicle.extracting.parts import Part
from chronicle.extracting.press import is_medium
from chronicle.extracting.scene import Found, Scene
from chronicle.extracting.spans import Span
from chronicle.extracting.states import add_state, add_states_of
from chronicle.extracting.whichbody import (
    are_plain_forces,
    bare_body,
    country_beside,
    employee_of,
    is_mission,
    which_body,
)
from chronicle.extracting.words import is_ordinal, norms_of
from chronicle.model import ActorKind, EventType, Participation, Role

# Bodies without a name of their own (a state's cabinet) that an entry speaks of only in passing.
_PASSING = frozenset({"agency"})
# Whoever calls a meeting under its name, and is not there as a state's body is.
_ORGANISING = frozenset({"thinktank", "university", "media", "company"})
_OF_ONE_STATE = frozenset({"agency", "ministry"})
_TAILS = frozenset("of for on to".split())
# Sub-groups of a party.
_ORGANS = frozenset({"central-committee", "party-organ"})
_SEVERAL = 2
_NEAR_BRACKET = 6  # words from a bracket to the kind of body in it
_CREDITING = frozenset("source sources via the".split())


def add_named_body(scene: Scene, found: Found, k: int) -> None:
    """The body that the k-th mention names; the state alone where no body follows from it."""
    mention = scene.mentions[k]
    if _is_source(scene, mention) or _is_prefixed(scene, mention):
        return
    staff = employee_of(scene.words, mention, scene.gazetteer.lexicon)
    if (
        (staff is None and _is_building(scene, mention))
        or _is_make(scene, mention)
        or _is_paper(scene, mention)
        or _is_in_name_of_law(scene, mention)
        or _is_field_of_title(scene, k)
        or _is_party_meeting(scene, k)
        or _repeats_in_brackets(scene, found, k)
        or _explains_in_brackets(scene, k)
    ):
        return
    if add_remembered(scene, found, mention) or _begins_misspelt(scene, found, mention):
        return
    if _is_plural(scene, mention):
        _add_one_for_each_state(scene, found, k, named=not are_plain_forces(scene, mention))
        return
    body = which_body(scene, found, k)
    if body is not None and body.country is not None and _has_members(scene, mention.core):
        add_state(scene, found, body.country, scene.role(mention.first), mention)
        return
    if body is None:
        add_states_of(scene, found, mention)
        return
    passive = _only_hears(scene, mention) or _is_of_product(scene, mention)
    role = Role.MENTIONED if passive else scene.role(mention.first)
    if _decides_on_it(scene, mention):
        role = Role.PARTICIPANT
    if staff is not None:
        role = scene.role(staff)
    if role is Role.MENTIONED and not mention.core.has(Sort.BODY) and body.id and body.kind in _PASSING:
        return
    add_body(scene, found, body, mention.core.first, mention.core.last, role)
    if body.country is None or "joint" in scene.words.norms[mention.first : mention.last]:
        _add_states_within(scene, found, mention, role)


def _is_prefixed(scene: Scene, mention: Mention) -> bool:
    """`sub-Cabinet-level talks`: a kind of body within an adjective."""
    words, i = scene.words, mention.core.first
    generic = mention.core.has(Sort.GENERIC) and not mention.core.has(Sort.BODY)
    return generic and i > 0 and words.gaps[i] == "-" and words.norms[i - 1] in scene.gazetteer.lexicon.words("graded")


def _has_members(scene: Scene, body: Span) -> bool:
    """`Four Cabinet ministers`: those who sit in it, and not the body."""
    behind = scene.words.norms[body.last : body.last + 1]
    generic = body.has(Sort.GENERIC) and not body.has(Sort.BODY)
    return generic and not scene.gazetteer.lexicon.words("insider").isdisjoint(behind)


def _decides_on_it(scene: Scene, mention: Mention) -> bool:
    """`The act is passed in Congress`, `The bill clears the House`: an assembly at its work."""
    clause, i = scene.clause_of(mention.first), mention.first - 1
    i -= scene.words.norms[i] == "the"
    sits = not scene.gazetteer.lexicon.words("sitting").isdisjoint(scene.words.norms[mention.first : mention.last])
    headline = clause is scene.clauses[0] and scene.kind is EventType.POLITICS and sits
    words = scene.gazetteer.lexicon.words
    if headline and i == clause.verb_at and clause.does(words("clearing")):
        return True
    within = headline and clause.verb_at < i and scene.words.norms[i] == "in"
    return within and clause.does(words("deciding"))


def _only_hears(scene: Scene, mention: Mention) -> bool:
    """`tells Reuters that`, `In an interview with Deutsche Welle`: a medium to which something is said."""
    clause, before = scene.clause_of(mention.first), scene.words.norms[max(0, mention.first - 2) : mention.first]
    behind = clause.verb is not None and mention.first > clause.verb_at
    heard = behind or "with" in before
    return heard and clause.tells(EventType.STATEMENT) and is_medium(mention, scene.gazetteer.bodies)


def _is_source(scene: Scene, mention: Mention) -> bool:
    """`[AFP, 11 May 2014]`, `(Yonhap)`, `Source: The Guardian` behind the text: where it was printed."""
    words, at = scene.words, mention.first
    if _is_credit(scene, mention):
        return True
    opened = _is_listed_in_bracket(words.text[: words.starts[at]])
    if not opened or mention.last >= len(words) or words.gaps[mention.last] != ",":
        return False
    return any(norm[:1].isdigit() for norm in words.norms[mention.last : mention.last + 4])


def _is_listed_in_bracket(before: str) -> bool:
    """`[`, `[AP, 4/9; `: what stands before the first source of a bracket, or before a further one."""
    _, bracket, sources = before.rpartition("[")
    return bool(bracket) and "]" not in sources and (not sources.strip() or sources.rstrip().endswith(";"))


def _is_credit(scene: Scene, mention: Mention) -> bool:
    """Whether a sentence behind the headline holds nothing but the name of a medium."""
    norms, sentence = scene.words.norms, scene.words.sentence[mention.first]
    clause = scene.clause_of(mention.first)
    named = {*norms[mention.first : mention.last], *_CREDITING}
    medium = sentence > 0 and is_medium(mention, scene.gazetteer.bodies)
    return medium and named.issuperset(norms[clause.first : clause.last])


def _is_in_name_of_law(scene: Scene, mention: Mention) -> bool:
    """`the Honda Resolution`: called after somebody of the name of a company."""
    behind = mention.last
    if behind >= len(scene.words) or scene.words.gaps[behind] != " " or not scene.words.forms[behind][0].isupper():
        return False
    kinds = {scene.gazetteer.bodies[key].kind for key in mention.core.keys(Sort.BODY)}
    words = scene.gazetteer.lexicon.words
    return kinds == {"company"} and scene.words.norms[behind] in words("lawname") | words("notbody")


def _is_field_of_title(scene: Scene, k: int) -> bool:
    """`for Democracy, Human Rights and Labor Michael Posner`: a field of work within a title, and no party."""
    mention, bearer = scene.mentions[k], scene.mentions[k + 1] if k + 1 < len(scene.mentions) else None
    named = bearer is not None and bearer.kind == PERSON and bearer.first == mention.last
    field = scene.words.norms[mention.core.first] in scene.gazetteer.lexicon.words("field")
    return named and field and scene.words.norms[mention.first - 1 : mention.first] == ["and"]


def _is_make(scene: Scene, mention: Mention) -> bool:
    """`an Airbus of Dragonair`, `a Boeing 747`: what the company makes; a `China Airlines 747` is one that it flies."""
    bodies = (scene.gazetteer.bodies[key] for key in mention.core.keys(Sort.BODY))
    if any(not scene.gazetteer.lexicon.words("flying").isdisjoint(body.words) for body in bodies):
        return False
    norms, behind = scene.words.norms, scene.words.norms[mention.last : mention.last + 1]
    one = mention.first > 0 and norms[mention.first - 1] in ("a", "an")
    return one and bool(behind) and (behind[0] in ("of", "from", "with", "carrying") or behind[0][:1].isdigit())


def _is_of_product(scene: Scene, mention: Mention) -> bool:
    """`doses of AstraZeneca vaccine`, `orders 50 Boeing jets`: who made what is spoken of."""
    bodies = [scene.gazetteer.bodies[key] for key in mention.core.keys(Sort.BODY)]
    words, behind = scene.gazetteer.lexicon.words, scene.words.norms[mention.last : mention.last + 1]
    makes = all(b.kind == "company" and words("flying").isdisjoint(b.words) for b in bodies)
    return bool(bodies) and makes and not words("product").isdisjoint(behind)


def _is_paper(scene: Scene, mention: Mention) -> bool:
    """`an MOU on`, `sign MOU to`: an acronym of one of many; in `an IAEA team` the article is the team's."""
    words, core = scene.words, mention.core
    clause = scene.clause_of(core.first)
    signed = clause.verb is not None and clause.marked("signs") and core.first == clause.verb_at + clause.verb.size
    one = signed or (core.first > 0 and words.norms[core.first - 1] in ("a", "an"))
    kinds = {scene.gazetteer.bodies[key].kind for key in core.keys(Sort.BODY)}
    if not (one and words.forms[core.first].isupper()) or not kinds <= _OF_ONE_STATE:
        return False
    behind = words.norms[core.last : core.last + 1]
    return not behind or words.gaps[core.last] not in (" ", "-") or behind[0] in scene.gazetteer.lexicon.function_words


def _is_party_meeting(scene: Scene, k: int) -> bool:
    """`the DPP Congress`, `The KMT convenes its Congress`: where a party meets, no parliament."""
    mention, before = scene.mentions[k], scene.mentions[k - 1] if k else None
    if scene.words.norms[mention.last - 1] != "congress":
        return False
    if _is_party(scene, _named_behind_of(scene, k)):
        return True
    if before is None:
        return False
    beside = before.last == mention.first and scene.words.gaps[mention.first] == " "
    if not beside and scene.words.norms[mention.first - 1] != "its":
        return False
    return _is_party(scene, before)


def _named_behind_of(scene: Scene, k: int) -> Mention | None:
    """The Communist Party in `the 18th National Congress of the Communist Party`."""
    mention, behind = scene.mentions[k], scene.mentions[k + 1] if k + 1 < len(scene.mentions) else None
    of = behind is not None and scene.words.norms[mention.last : behind.first] in (["of"], ["of", "the"])
    return behind if of else None


def _is_party(scene: Scene, mention: Mention | None) -> bool:
    bodies = [scene.gazetteer.bodies[key] for key in mention.core.keys(Sort.BODY)] if mention else []
    return {body.kind for body in bodies} == {"party"}


def _is_plural(scene: Scene, mention: Mention) -> bool:
    """`defense ministries`; not a body whose own name ends like that."""
    plurals = scene.gazetteer.lexicon.words("bodies")
    bodies = (scene.gazetteer.bodies[key] for key in mention.core.keys(Sort.BODY))
    last = scene.words.norms[mention.core.last - 1]
    return mention.core.has(Sort.GENERIC, Sort.BODY) and last in plurals and not any(last in b.words for b in bodies)


def _add_one_for_each_state(scene: Scene, found: Found, k: int, named: bool) -> None:
    """`the US and South Korean defense ministries`: the body of each state; the state where it is not `named`."""
    mention, owners = scene.mentions[k], _owners(scene, k)
    role = scene.role(mention.first)
    named = named and len(owners) > 1  # `US intelligence agencies` are several of one state
    for country in owners:
        known = (scene.gazetteer.bodies_by_function.get((key, country)) for key in mention.core.keys(Sort.GENERIC))
        body = next((each for each in known if each is not None), None)
        if body is None or not named:
            add_state(scene, found, country, role, mention)
        else:
            add_body(scene, found, body, mention.core.first, mention.core.last, role)


def _owners(scene: Scene, k: int) -> list[str]:
    """The states listed right before the k-th mention; both sides for `the two ...`."""
    owners: list[str] = []
    behind = scene.mentions[k].first
    for before in reversed(scene.mentions[:k]):
        between = scene.words.norms[before.last : behind]
        if before.kind != STATE or not set(between) <= _LISTING:
            break
        owners.insert(0, before.countries[0])
        behind = before.first
    owners += _owners_behind(scene, k)
    if owners or not {"two", "both"} & set(scene.words.norms[max(0, behind - 2) : behind]):
        return owners
    return sorted(scene.people.relation) if len(scene.people.relation) == 2 else []


def _owners_behind(scene: Scene, k: int) -> list[str]:
    """`the navies of India, the US, and Japan`."""
    owners: list[str] = []
    ahead = scene.mentions[k].last
    for state in scene.mentions[k + 1 :]:
        between = scene.words.norms[ahead : state.first]
        allowed = between in (["of"], ["of", "the"]) if not owners else set(between) <= _LISTING
        if state.kind != STATE or not allowed:
            break
        owners.append(state.countries[0])
        ahead = state.last
    return owners


_LISTING = frozenset({"and", "'s", "the"})


def add_body_of_title(scene: Scene, found: Found, mention: Mention, span: Span) -> None:
    """A body that a title names: `SCO foreign ministers`, `head of the Russian Helicopters holding`."""
    if _is_of_forces(scene, span) or _is_government(scene, span):
        return
    if not span.readings:
        # A body's own sub-groups may be left out where only a title names them.
        if scene.words.norms[span.last - 1] in scene.gazetteer.lexicon.words("subgroup"):
            return
        _add_printed(scene, found, span, scene.role(mention.first), next(iter(mention.countries), None))
        return
    bodies = [scene.gazetteer.bodies[key] for key in span.keys(Sort.BODY)]
    if bodies:
        body: Body | None = _of_title(scene, found, mention, bodies)
    else:
        body = _of_ministry(scene, found, mention, span)
    if body is None or body.function in _ORGANS:
        return
    if body.country is not None and _has_members(scene, span):
        add_state(scene, found, body.country, scene.role(mention.first), mention)
    else:
        add_body(scene, found, body, span.first, span.last, scene.role(mention.first))


def _is_of_forces(scene: Scene, span: Span) -> bool:
    """`coordinator of the US forces`: in small letters the state, which the title names anyway."""
    last, forces = span.last - 1, scene.gazetteer.lexicon.words("armedforces")
    return scene.words.forms[last].islower() and scene.words.norms[last] in forces


def _is_government(scene: Scene, span: Span) -> bool:
    """`head of the Chinese government delegation`: in small letters the state, which the title names anyway."""
    states, small = scene.gazetteer.lexicon.words("stateitself"), scene.words.forms[span.first].islower()
    return span.last - span.first == 1 and small and scene.words.norms[span.first] in states


def _of_ministry(scene: Scene, found: Found, mention: Mention, span: Span) -> Body | None:
    """`Chinese Foreign Ministry spokesman`: the ministry of the title's state; of an office without one, a side's."""
    function = span.keys(Sort.GENERIC)[0]
    if mention.kind == OFFICE and not mention.countries:
        return bare_body(scene, found, Mention(BODY, span.first, span.last, span), function)
    return scene.gazetteer.bodies_by_function.get((function, next(iter(mention.countries), "")))


def _of_title(scene: Scene, found: Found, mention: Mention, bodies: list[Body]) -> Body:
    """Of bodies of one name that of the state which the title names, or of whom it stands beside, or of a side."""
    of_side = [b for b in bodies if b.country in scene.people.relation]
    wanted: tuple[str | None, ...] = mention.countries
    if len(of_side) > 1:
        wanted = (*wanted, _country_of_bearer(scene, found, mention))
    return next((b for b in bodies if b.country in wanted), next(iter(of_side), bodies[0]))


def _country_of_bearer(scene: Scene, found: Found, mention: Mention) -> str | None:
    """`Lee Jae-myung, leader of the Democratic Party`: whose title it is tells which of two is meant."""
    person = scene.people.resolve(scene.words, mention, scene.day, found.people) if mention.kind == PERSON else None
    return person.country if person is not None else None


def add_setting(scene: Scene, found: Found, mention: Mention) -> None:
    """`G20 summit`, `KMT-CCP forum`: the meeting is no body, but the bodies in its name are the setting."""
    first, last = mention.core.first, mention.core.last
    while (named := _acronym_at(scene, first, last)) is not None:
        body, end = named
        role = Role.MENTIONED if body.kind in _ORGANISING else scene.role(first)
        add_body(scene, found, body, first, end, role)
        first = end


def _acronym_at(scene: Scene, first: int, last: int) -> tuple[Body, int] | None:
    """The known body whose acronym begins at word `first`, and where that ends, before word `last`."""
    for end in range(last - 1, first, -1):
        keys = [r.key for r in scene.gazetteer.readings(scene.words.norms[first:end]) if r.sort is Sort.BODY]
        if keys and scene.words.span(first, end).isupper():
            return scene.gazetteer.bodies[keys[0]], end
    return None


def add_printed_body(scene: Scene, found: Found, k: int) -> bool:
    """A body that no table has, by its word for one or by its acronym; False where the words are no body's."""
    mention = scene.mentions[k]
    if _repeats_in_brackets(scene, found, k):
        return True
    if add_misspelt(scene, found, mention):
        return True
    norms = scene.words.norms[mention.core.first : mention.core.last]
    if not _built_like_body(norms, scene.gazetteer.lexicon.words("body")) and not _introduced(scene, mention):
        return add_slip_of_acronym(scene, found, mention) or add_remembered(scene, found, mention)
    if _is_called_after_day(scene, mention):
        return False
    country, role = country_beside(scene, k) or _country_of_seat(scene, k), scene.role(mention.first)
    if _add_of_several(scene, found, k, role):
        return True
    _add_printed(scene, found, _with_first_field(scene, k), role, country)
    return True


def _is_called_after_day(scene: Scene, mention: Mention) -> bool:
    """`the March 1 Independence Movement`: what happened on a day."""
    words, first = scene.words.norms, mention.core.first
    return first > 0 and words[first - 1].isdigit() and words[mention.core.last - 1] == "movement"


def _with_first_field(scene: Scene, k: int) -> Span:
    """`a Truth and Reconciliation Commission`: a name of two words of which an article stands before the first."""
    core, before = scene.mentions[k].core, scene.mentions[k - 1] if k else None
    norms = scene.words.norms
    if before is None or before.kind != UNKNOWN or before.last + 1 != core.first or norms[before.last] != "and":
        return core
    alone = before.first == before.last - 1 and norms[before.first - 1 : before.first] in (["a"], ["an"], ["the"])
    plain = before.first > 0 and scene.words.gaps[before.last] == scene.words.gaps[core.first] == " "
    return Span(before.first, core.last, ()) if alone and plain else core


def _add_of_several(scene: Scene, found: Found, k: int, role: Role) -> bool:
    """`US-Japan Joint Committee`, `ASEAN-China Joint Committee`: a printed body of those whose names it begins with."""
    mention, before = scene.mentions[k], scene.mentions[k - 1] if k else None
    joined = before is not None and before.last == mention.first and scene.words.gaps[mention.first] in ("-", "–")
    first = before.first if before is not None and joined else mention.core.first
    states = _states_within(scene, mention)
    if len(states) + joined < _SEVERAL or not states:
        return False
    name = scene.words.span(first, mention.core.last)
    rule = "name as printed, of several and a word for a body"
    found.add(Participation(name, ActorKind.ORGANIZATION, role, None, mention=name, rule=rule))
    for code in states:
        add_state(scene, found, code, role, mention)
    return True


def _country_of_seat(scene: Scene, k: int) -> str | None:
    """`Zorva Co. in Osaka opens`: the state of the town behind a company that acts."""
    mention, behind = scene.mentions[k], scene.mentions[k + 1] if k + 1 < len(scene.mentions) else None
    company = scene.words.norms[mention.core.last - 1] in scene.gazetteer.lexicon.words("companyform")
    if behind is None or not company or scene.words.norms[mention.last : behind.first] != ["in"]:
        return None
    return scene.state_at(behind) if mention.first < scene.clause_of(mention.first).verb_at else None


def _add_printed(scene: Scene, found: Found, span: Span, role: Role, country: str | None) -> None:
    name = scene.words.span(span.first - _is_numbered_unit(scene, span), span.last)
    country = country or _country_within(scene, span.first, span.last)
    rule = "name as printed, by its word for a body"
    found.add(Participation(name, ActorKind.ORGANIZATION, role, country, mention=name, rule=rule))


def _is_numbered_unit(scene: Scene, span: Span) -> bool:
    """`1st Infantry Division`, whose ordinal is of its name; that of `3rd Joint Committee` counts its meetings."""
    unit = scene.words.norms[span.last - 1] in scene.gazetteer.lexicon.words("formation")
    return unit and span.first > 0 and is_ordinal(scene.words.norms[span.first - 1])


def _introduced(scene: Scene, mention: Mention) -> bool:
    """`the monthly Seiron`, `computer maker Legend`, `the Civil Contract party`: a name beside what bears it."""
    i = mention.first
    if scene.words.norms[mention.last : mention.last + 1] == ["party"] and scene.words.gaps[mention.last] == " ":
        return True
    if introduces_body(scene.words, mention.last, scene.gazetteer.lexicon):
        return True
    if (
        i == 0
        or scene.words.gaps[i] != " "
        or scene.words.quoted[i]
        or scene.words.norms[i - 2 : i - 1] == ["aircraft"]
    ):
        return False
    return scene.words.norms[i - 1] in scene.gazetteer.lexicon.words("namer")


def _begins_misspelt(scene: Scene, found: Found, mention: Mention) -> bool:
    """`Commonwealth of Independent Statess`: a body's name that begins another with a letter wrong."""
    goes_on = scene.words.norms[mention.core.last : mention.core.last + 1] == ["of"]
    return goes_on and add_misspelt(scene, found, mention)


def add_misspelt(scene: Scene, found: Found, mention: Mention) -> bool:
    """`Commonweath of Independent States`: one letter wrong in a long name of the tables."""
    meant = misspelt_body(scene.gazetteer, scene.words, mention.core.first)
    if meant is None:
        return False
    body, last = meant
    add_body(scene, found, body, mention.core.first, last, scene.role(mention.first), "name with one letter wrong")
    found.flags.append("actor_slip")
    return True


def add_slip_of_acronym(scene: Scene, found: Found, mention: Mention) -> bool:
    """`SEO` where the chronology speaks of the SCO throughout: one letter wrong in an acronym."""
    core = mention.core
    form = scene.words.forms[core.first]
    if core.last - core.first > 1 or mention.titled or not form.isupper() or len(form) < 3:
        return False
    near = [body for known, body in scene.people.acronyms.items() if _one_letter_apart(form, known)]
    if len(near) != 1:
        return False
    add_body(scene, found, near[0], core.first, core.last, scene.role(mention.first), "acronym with one letter wrong")
    found.flags.append("actor_slip")
    return True


def add_remembered(scene: Scene, found: Found, mention: Mention) -> bool:
    """The body for which an entry above gave this acronym in brackets, or which `the Fleet` means behind its name."""
    core, memory = mention.core, scene.people.memory
    norm = scene.words.norms[core.first]
    body = memory.acronyms.get(norm) or (memory.latest.get(norm) if _is_short_form(scene, core) else None)
    if body is None or core.last - core.first > 1:
        return False
    found.add(replace(body, role=scene.role(mention.first)))
    return True


def _is_short_form(scene: Scene, core: Span) -> bool:
    """`the Fleet`, with a capital, and no name behind."""
    norms, forms, i = scene.words.norms, scene.words.forms, core.first
    named = core.last < len(forms) and scene.words.gaps[core.last] in (" ", "-") and forms[core.last][0].isupper()
    of_another = norms[core.last : core.last + 1] == ["of"] or _names_where(scene, core.last)
    return i > 0 and norms[i - 1] == "the" and forms[i][0].isupper() and not (named or of_another)


def _names_where(scene: Scene, i: int) -> bool:
    """`in Taipei`, `for Libya`, at word i."""
    behind = scene.words.forms[i + 1 : i + 2]
    return scene.words.norms[i : i + 1] in (["in"], ["for"]) and bool(behind) and behind[0][0].isupper()


def add_body(scene: Scene, found: Found, body: Body, first: int, last: int, role: Role, slip: str = "") -> None:
    """Adds a body; `slip` says what is wrong in its print."""
    rule = slip or ("name or acronym of a body" if body.id else "state and kind of body, in no table")
    actor = Participation(
        body.name, ActorKind.ORGANIZATION, role, body.country, mention=scene.words.span(first, last),
        wikidata=body.wikidata, key=body.id or None, rule=rule,
    )  # fmt: skip
    found.add(actor)
    short_forms = scene.gazetteer.lexicon.words("shortform")
    short = next((norm for norm in norms_of(body.name) if norm in short_forms), None)
    if short is not None:
        scene.people.memory.latest[short] = actor


def _is_building(scene: Scene, mention: Mention) -> bool:
    """`at the White House`, `outside the Japanese Embassy`, `storms it`: the building, not the institution."""
    mission = is_mission(mention)
    clause = scene.clause_of(mention.first)
    incident = (scene.kind is EventType.INCIDENT or clause.marked("strikes")) and clause is scene.clauses[0]
    incident = incident or clause.tells("incident")
    if mission and incident and mention.first > clause.verb_at:
        return True
    if scene.part(mention.first) not in (Part.PLACE, Part.PLACE_SPOKEN_OF) and not _is_part_of_site(scene, mention):
        return False
    return mention.core.has(Sort.PLACE) or mission


def _is_part_of_site(scene: Scene, mention: Mention) -> bool:
    """`the South Lawn of the White House`."""
    norms, i = scene.words.norms, mention.first - 1
    i -= i > 0 and norms[i] == "the"
    return i > 0 and norms[i] == "of" and norms[i - 1] in scene.gazetteer.lexicon.words("placepart")


def _country_within(scene: Scene, first: int, last: int) -> str | None:
    """The state that a printed name begins with, or in which its place lies."""
    gazetteer, norms = scene.gazetteer, scene.words.norms
    for i in range(first, last):
        for size in gazetteer.sizes(norms, i):
            for r in gazetteer.readings(norms[i : i + size]) if i + size <= last else ():
                if r.sort in (Sort.STATE, Sort.DEMONYM, Sort.CAPITAL):
                    return r.key
                if r.sort is Sort.PLACE and (country := gazetteer.places[r.key].country):
                    return country
                if r.sort is Sort.SHORT and (country := _state_meant(scene, r.key)):
                    return country
    return None


def _state_meant(scene: Scene, short: str) -> str | None:
    """The state that `Korea` means in this chronology."""
    names = scene.gazetteer.short_names[short]
    return next((name.country for name in names if name.within & scene.people.relation), None)


def _add_states_within(scene: Scene, found: Found, mention: Mention, role: Role) -> None:
    """The two states of a body of theirs: `Sino-Russian Commission of Friendship`."""
    codes = _states_within(scene, mention)
    if len(codes) > 1:
        for code in codes:
            add_state(scene, found, code, role, mention)


def _states_within(scene: Scene, mention: Mention) -> list[str]:
    """The states that single words of a name mean, in their order."""
    norms = scene.words.norms[mention.core.first : mention.core.last]
    readings = (r for norm in norms for r in scene.gazetteer.readings([norm]))
    return list(dict.fromkeys(r.key for r in readings if r.sort in (Sort.STATE, Sort.DEMONYM)))


def _repeats_in_brackets(scene: Scene, found: Found, k: int) -> bool:
    """An acronym in brackets right behind the body it stands for; remembered for the entries below."""
    mention = scene.mentions[k]
    if k == 0 or "(" not in scene.words.gaps[mention.first]:
        return False
    before = scene.mentions[k - 1]
    last = next(reversed(found.actors.values()), None)
    if before.last != mention.first or before.kind not in (BODY, UNKNOWN) or last is None:
        return False
    if last.kind is not ActorKind.ORGANIZATION:
        return False
    if mention.core.last - mention.core.first == 1:
        scene.people.memory.acronyms[scene.words.norms[mention.first]] = last
    return True


_FURTHER_IN_BRACKETS = frozenset("and with or plus also together".split())  # which open a bracket on a further body


def _explains_in_brackets(scene: Scene, k: int) -> bool:
    """`the Federation Council (upper house of the parliament)`: what kind of body the one before the bracket is."""
    mention, words = scene.mentions[k], scene.words
    near = range(mention.first, max(scene.clause_of(mention.first).first, mention.first - _NEAR_BRACKET), -1)
    opened = next((i for i in near if "(" in words.gaps[i]), 0)
    if not opened:
        return False
    closed = any(")" in gap for gap in words.gaps[opened + 1 : mention.last])
    if closed or mention.core.has(Sort.BODY) or words.norms[opened] in _FURTHER_IN_BRACKETS:
        return False
    return any(m.last == opened and m.kind == BODY for m in scene.mentions[:k])


def _built_like_body(norms: list[str], body_words: frozenset[str]) -> bool:
    """`Wuhan Steel Corporation`, `World Organization for Animal Health`."""
    if len(norms) < 2:
        return False
    return norms[-1] in body_words or any(a in body_words and b in _TAILS for a, b in pairwise(norms))


def _one_letter_apart(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
