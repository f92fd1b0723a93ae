"""The words of grammar that several rules ask for, by what stands behind them."""

ARTICLES = frozenset({"a", "an", "the"})
NUMERALS = frozenset("two three four five six seven eight nine ten".split())
# What opens a noun phrase, and can be an object alone (`takes each`); what only opens one.
_OPENERS = ARTICLES | NUMERALS | frozenset("his her its their this these those any no several some each every".split())
_OPENERS |= {"both", "more"}
DETERMINERS = _OPENERS | {"many", "most", "such", "'s"}
OBJECT_OPENERS = _OPENERS | {"that", "him", "them", "it", "what", "how", "whether", "all"}

# Prepositions behind which a noun stands and no finite verb; the commonest of them.
COMMON_PREPOSITIONS = frozenset("of in on at for from with about over into against between under".split())
PREPOSITIONS = COMMON_PREPOSITIONS | frozenset(
    "by during through near off among toward towards across amid despite following versus than per".split()
)
NOUN_NEXT = DETERMINERS | PREPOSITIONS
# Behind these stands the occasion, what is spoken of, a spot.
DURING = frozenset({"in", "at", "during"})
ABOUT = frozenset("about on over regarding concerning".split())
AT_A_SPOT = frozenset("at near off aboard inside outside onboard across around along within".split())

BE = frozenset("is are was were be been being gets get got".split())
PRONOUNS = frozenset({"he", "she", "they", "it"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})
RELATIVE = frozenset("who which whom whose what where when whereby".split())

# Words that are no names, though a sentence may begin with them; the months are in data/words.csv.
FUNCTION_WORDS = (
    NUMERALS
    | ARTICLES
    | frozenset(
        "and or but nor of in on at to for from by with as is are was were be been has have had will would"
        " that this these those it its he she they his their her who which when while where before after during since"
        " until under over against about into than then not no also both all some many most more other another such"
        " if because although though despite amid following according regarding between among through per via"
        " eleven twelve dozens several hundreds thousands twenty thirty"
        " forty fifty first second third fourth fifth sixth seventh eighth ninth tenth however meanwhile later earlier"
        " monday tuesday wednesday thursday friday saturday sunday asked citing speaking"
        " each every any we i you there here ahead besides apart together prior due thanks upon out up once"
        " still again soon today afterward afterwards within without along amidst throughout around near off onto"
        " toward towards".split()
    )
)
