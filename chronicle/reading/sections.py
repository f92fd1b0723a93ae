"""The chronologies of a document: under their headings, or where a heading is lost, by what they are."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chronicle.reading.accepting import Dated, accepted, is_month_with_stop
from chronicle.reading.bysubject import months_by_subject
from chronicle.reading.citing import without_cited
from chronicle.reading.dateparts import A_YEAR
from chronicle.reading.datetables import date_tables
from chronicle.reading.edging import (
    days_of,
    is_stamp,
    without_foot,
    without_incumbents,
    without_issues,
    without_related,
    without_rolls,
    without_stamp,
    without_stories,
    without_terms,
    without_time_of_day,
)
from chronicle.reading.headings import (
    Period,
    heading_key,
    is_chronology_heading,
    is_trail,
    is_way_home,
    pair_in,
    period_in,
    period_over,
    period_within,
    relation_in,
)
from chronicle.reading.insets import without_insets
from chronicle.reading.lastresort import guesses
from chronicle.reading.lookalikes import is_look_alike, is_other_record, is_programme
from chronicle.reading.openings import PARTING, Opening, Sign, ends_sentence, hangs, starts_text
from chronicle.reading.order import ordered
from chronicle.reading.otherlists import is_correspondence, is_of_another_kind
from chronicle.reading.pairs import is_one_name
from chronicle.reading.passages import is_label
from chronicle.reading.restarting import Beginning, beginnings, beginnings_of_parts, is_title
from chronicle.reading.secondlook import (
    days,
    days_behind_months,
    days_in_figures,
    days_under_headings,
    days_under_months,
    glued,
    months_in_figures,
    months_under_years,
    sentences,
    told,
)
from chronicle.reading.sharing import with_shared_dates
from chronicle.reading.sides import sides_in
from chronicle.reading.slips import slips
from chronicle.reading.surveying import Survey, assembled
from chronicle.reading.trailing import with_dates_behind

_ANY_YEAR = 2000  # stands in for the year of a list that prints none, so that its months can be put in order
_FAR = 12  # lines behind the last entry among which another list may stand
_SURE = 5  # entries of a list whose heading is lost, far from one that has its own
_MOST_UNDATED = 3  # paragraphs without a date for each entry whose date is printed in bold
_YEAR_ABOVE = 12  # lines above a list of months in which its year stands
_CALENDAR = re.compile(r"\b(?:calendar|almanac|horoscope)\b", re.IGNORECASE)
_FIELD = re.compile(r"^title: ?(?P<sign>[\"'“]?)(?P<title>.+?)[\"'”]?$")  # as YAML above a text gives it
_LONGEST_SUBTITLE = 90  # characters
_LONGEST_MONTH = 31  # days
_ABOUT_A_YEAR = 500  # days
_FEW = 3  # dates that may be the page's own
_FARTHEST = 60  # lines above a list among which a heading with its period may stand
_NEAR = 3  # lines between the heading of a part and its first entry: `See also Sudland`
_REACH = 8  # lines between a heading and its first entry


@dataclass(frozen=True, slots=True)
class Found:
    """One chronology: its heading line and period, its dates, the line behind its last one."""

    heading: int | None
    heading_text: str | None
    relation: str | None
    period: Period | None
    dated: tuple[Dated, ...]
    end: int


def prepared(survey: Survey) -> Survey:
    """A survey with the dates that are not told by their own lines: glued to words, behind their entries, shared.

    What a page sets between two entries is dropped.
    """
    told = _with(survey, {**glued(survey), **days_under_months(survey)})
    return without_insets(with_shared_dates(with_dates_behind(told)))


def find_sections(survey: Survey) -> list[Found]:
    """The chronologies under a heading, or else those that lost it, of a survey that was prepared."""
    other = is_other_record(survey) or is_correspondence(survey)
    headed = list(_headed(survey, other))
    if headed:
        return [*_tables(survey, headed[0]), *headed]
    return [] if other else [*_headless(survey)] or [*_told(survey)]


def _tables(survey: Survey, below: Found) -> Iterator[Found]:
    """Tables of dates above the first chronology that has a heading, on the same subject."""
    for table in date_tables(survey, below.dated[0].opening.line if below.heading is None else below.heading):
        dated, end = accepted(survey, table.first, table.last, headed=True)
        if dated:
            title = survey.lines[table.title].text.rstrip(":")
            yield Found(table.title, title, relation_in(title) or below.relation, None, tuple(dated), end)


def _headed(survey: Survey, other: bool) -> Iterator[Found]:
    starts = _heading_lines(survey)
    bounds = list(pairwise([*starts, len(survey.lines)]))
    first = [accepted(survey, start + 1, stop, headed=True) for start, stop in bounds]
    again = _looked_again(survey, starts, first)
    for (start, stop), (dated, end) in zip(bounds, first, strict=True):
        if again is not survey:
            dated, end = accepted(again, start + 1, stop, headed=True)
        found = _section_under(again, start, dated, end)
        if found is not None:
            yield from _apart(again, found)
            yield from () if other else _behind(again, found)


def _looked_again(survey: Survey, starts: Sequence[int], first: Sequence[tuple[list[Dated], int]]) -> Survey:
    """With the dates that only the rest of their list makes dates."""
    further: dict[int, Opening] = {}
    for start, (dated, end) in zip(starts, first, strict=True):
        if dated:
            further |= (
                guesses(survey, start + 1, end) | months_in_figures(survey, dated) | days_in_figures(survey, dated)
            )
            further |= days(survey, dated, end) | days_under_headings(survey, dated, end)
            further |= months_under_years(survey, dated, end) | slips(survey, dated)
        else:
            further |= sentences(survey, start + 1, end)
        behind = days_behind_months(survey, start + 1, end)
        further |= behind if len(dated) < _FEW else {}
    return _with(survey, further)


def _with(survey: Survey, further: Mapping[int, Opening]) -> Survey:
    return assembled(survey.lines, {**survey.openings, **further}, survey.dropped) if further else survey


def _apart(survey: Survey, found: Found) -> Iterator[Found]:
    """A chronology and those behind it whose headings are lost, or under titles of their own: the dates begin anew."""
    entries = [d for d in found.dated if not d.context]
    starts = beginnings(survey, found.dated)
    if not starts and found.period is not None and found.period.start.year == found.period.end.year:
        starts = beginnings_of_parts(survey, found.dated)
        found = _under_first_part(survey, found) if starts else found
    if any(start.title is not None for start in starts):
        found = _titled(survey, _under_first_part(survey, found) if _all_headed(survey, starts) else found)
    bounds = pairwise([0, *(start.number for start in starts), len(entries)])
    titles = [None, *(start.title for start in starts), None]
    above, at = -1, [d.opening.line for d in found.dated]
    for (first, last), title, below in zip(bounds, titles, titles[1:], strict=False):
        end = entries[last].opening.line if last < len(entries) else found.end
        within = (bisect_right(at, above), bisect_right(at, entries[last - 1].opening.line))
        dated = found.dated[slice(*within)]
        part = replace(found, dated=dated, end=end if below is None else below)
        if title is not None:
            part = _beside(survey, part, title)
        elif first:
            part = _lost(survey, range(dated[0].opening.line - 1, above, -1), dated, part.end)
        yield part
        above = entries[last - 1].opening.line


def _all_headed(survey: Survey, starts: Sequence[Beginning]) -> bool:
    """Whether each further list stands below a heading, as then the first may too."""
    return all(start.title is not None and survey.lines[start.title].heading for start in starts)


def _titled(survey: Survey, found: Found) -> Found:
    """A list whose heading is lost, under the title right above it, as those behind it have theirs."""
    above = found.dated[0].opening.line - 1
    if found.heading is not None or above < 0 or above in survey.openings or not is_title(survey, above):
        return found
    return replace(found, heading=above, heading_text=survey.lines[above].text)


def _under_first_part(survey: Survey, found: Found) -> Found:
    """A list of several parts, its first under the heading above its entries as the others are."""
    first = found.dated[0].opening.line
    above = [n for n in range(max(0, first - _NEAR), first) if n not in survey.dropped and survey.lines[n].heading]
    if not above or above[-1] == found.heading or is_chronology_heading(survey.lines[above[-1]].text):
        return found
    return replace(found, heading=above[-1], heading_text=survey.lines[above[-1]].text)


def _beside(survey: Survey, part: Found, title: int) -> Found:
    """One of several lists about the same, under a title of its own."""
    text = survey.lines[title].text
    relation, period = relation_in(text) or pair_in(text) or part.relation, period_within(text) or part.period
    return replace(part, heading=title, heading_text=text, relation=relation, period=period)


def _lost(survey: Survey, above: Sequence[int], dated: tuple[Dated, ...], end: int) -> Found:
    relation = next((pair for n in above if (pair := pair_in(survey.lines[n].text.partition(":")[0]))), None)
    return Found(None, None, relation, _first_period(survey, above), dated, end)


def _behind(survey: Survey, found: Found) -> Iterator[Found]:
    """Chronologies far behind one that has a heading, printed in its way, whose own headings are lost."""
    last = found.dated[-1].opening
    if last.sign not in PARTING or found.end - last.line < _FAR:
        return
    dated, end = accepted(survey, last.line + 1, found.end, headed=False)
    for cluster, stop in _parts(survey, dated, end):
        alike = sum(d.opening.sign is last.sign and d.opening.is_whole for d in cluster)
        if alike >= _SURE and alike == len(cluster) and _is_chronology(survey, cluster):
            above = range(cluster[0].opening.line - 1, last.line, -1)[:_REACH]
            yield _lost(survey, above, tuple(cluster), stop)


def _heading_lines(survey: Survey) -> list[int]:
    """Heading lines, without those that only repeat the heading in force."""
    found: list[int] = []
    first = min(survey.openings, default=len(survey.lines))
    for number, line in enumerate(survey.lines):
        if number in survey.dropped or number in survey.openings or not is_chronology_heading(line.text):
            continue
        if _breaks_sentence(survey, number) or (number > first and _is_among_items(survey, number)):
            continue
        if found and _repeats(survey, found[-1], number):
            continue
        if found and number - found[-1] <= _NEAR and is_way_home(line.text):
            continue
        found.append(number)
    return found


def _breaks_sentence(survey: Survey, number: int) -> bool:
    """A running head between two pages: the sentence above goes on below, with a name in an entry: `... talks with`."""
    above = next((n for n in range(number - 1, -1, -1) if n not in survey.dropped), None)
    below = next((n for n in range(number + 1, len(survey.lines)) if n not in survey.dropped), None)
    if above is None or below is None or is_trail(survey.lines[above].text):
        return False
    text = survey.lines[above].text
    goes_on = survey.lines[below].text[:1].islower() and not ends_sentence(text) and above not in survey.openings
    return goes_on or (hangs(text) and any(n in survey.openings for n in range(above - _REACH, above + 1)))


def _is_among_items(survey: Survey, number: int) -> bool:
    """Whether a line is one of the undated items of a box below an entry: `• The envoys`, `• Timeline of the war`."""
    if not (survey.lines[number].bullet and survey.lines[number - 1].bullet):
        return False
    heads_items = number + 1 in survey.openings and survey.lines[number + 1].bullet
    return number - 1 not in survey.openings and not heads_items


def _repeats(survey: Survey, above: int, number: int) -> bool:
    """Whether a heading is that of a line above once more, behind entries of it and over no other period."""
    lines = [survey.lines[n].text for n in (above, above + 1, number)]
    if heading_key(lines[0]) != heading_key(lines[2]) or not _has_entries(survey, above, number):
        return False
    below = period_over([line.text for line in survey.lines[number : number + 2]], 0)
    return below is None or below == period_over(lines[:2], 0)


def _has_entries(survey: Survey, start: int, stop: int) -> bool:
    return any(n in survey.openings for n in range(start + 1, stop))


def _section_under(survey: Survey, heading: int, dated: Sequence[Dated], end: int) -> Found | None:
    dated, end = _without_edges(survey, dated, end)
    entries = [d for d in dated if not d.context]
    if not entries or _distance(survey, heading, entries[0].opening.line) > _REACH:
        return None
    sentence, heading = survey.lines[heading].text, _over_sentence(survey, heading)
    text = survey.lines[heading].text
    before = range(heading + 1, dated[0].opening.line)
    subtitles = (_period_of_subtitle(survey, number) for number in before)
    period = period_within(text) or _first_period(survey, before) or next(filter(None, subtitles), None)
    if not _is_worth(survey, entries, end, period):
        return None
    period = period or _period_above(survey, heading)
    is_printed = _printed_in(survey, entries, end)
    near = _pair_near(survey, heading, before)
    apart = near if near is not None and not is_one_name(near, is_printed) else None
    relation = relation_in(text) or relation_in(sentence) or sides_in(text, is_printed) or apart
    return Found(heading, _FIELD.sub(r"\g<title>", text), relation, period, tuple(dated), end)


def _over_sentence(survey: Survey, heading: int) -> int:
    """The title of a chronology right above the sentence that opens it, or else that sentence."""
    above = next((n for n in range(heading - 1, -1, -1) if n not in survey.dropped), None)
    if above is None or not ends_sentence(survey.lines[heading].text) or not survey.lines[above].heading:
        return heading
    return above if is_chronology_heading(survey.lines[above].text) else heading


def _printed_in(survey: Survey, entries: Sequence[Dated], end: int) -> Callable[[str], bool]:
    """Whether a name stands by itself in the lines of a list; one word not always behind `the`, as a river does."""
    lines = survey.lines[entries[0].opening.line : end]

    def is_printed(name: str) -> bool:
        bare = "" if " " in name or name.endswith("s") else r"(?<!\bthe )"
        by_itself = re.compile(rf"(?<![\w-]){bare}{re.escape(name)}(?![\w-])")
        return any(by_itself.search(line.text) for line in lines)

    return is_printed


def _without_edges(survey: Survey, dated: Sequence[Dated], end: int) -> tuple[Sequence[Dated], int]:
    dated, end = without_issues(survey, without_incumbents(survey, dated), end)
    dated, end = without_terms(survey, *without_stories(survey, dated, end))
    dated, end = without_rolls(survey, without_cited(survey, dated), end)
    dated, end = without_time_of_day(survey, without_stamp(survey, dated), end)
    return without_related(survey, *without_foot(survey, dated, end))


def _distance(survey: Survey, heading: int, first: int) -> int:
    return sum(n not in survey.dropped and n not in survey.openings for n in range(heading + 1, first))


def _is_worth(survey: Survey, entries: Sequence[Dated], end: int, period: Period | None) -> bool:
    """A heading with one or two dates beneath needs them whole, or in its months; none may be a programme's hours."""
    if len(entries) < 3:
        strong = all(d.opening.sign in PARTING or d.opening.bold or _is_within(d.opening, period) for d in entries)
        return strong and not any(is_stamp(survey, d) for d in entries)
    return not is_programme(survey, entries, end)


def _is_within(opening: Opening, period: Period | None) -> bool:
    """Whether a whole date lies in a period of some months."""
    if period is None or not opening.is_whole or not _is_of_months(period):
        return False
    month = (opening.printed.year, opening.printed.first.month)
    return (period.start.year, period.start.month) <= month <= (period.end.year, period.end.month)


def _first_period(survey: Survey, numbers: Iterable[int]) -> Period | None:
    for number in numbers:
        if number not in survey.dropped:
            period = period_in(survey.lines[number].text)
            if period is not None:
                return period
    return None


def _period_above(survey: Survey, first: int) -> Period | None:
    """The months in the heading of a chronology that has no dates of its own above a line: the list's, whatever
    stands between them (whose signs its sources have, say). A year may only be when something began."""
    for number in range(first - 1, max(-1, first - _FARTHEST), -1):
        text = survey.lines[number].text
        if number in survey.openings and not (number and is_chronology_heading(survey.lines[number - 1].text)):
            return None
        heads = number not in survey.dropped and is_chronology_heading(text)
        period = period_over([line.text for line in survey.lines[number : number + 2]], 0) if heads else None
        if period is not None and any(map(str.isalpha, period.text)) and _is_of_months(period):
            return period
    return None


def _is_of_months(period: Period) -> bool:
    return _LONGEST_MONTH < (period.end - period.start).days <= _ABOUT_A_YEAR


def _period_of_subtitle(survey: Survey, number: int) -> Period | None:
    """`South Sudan, December 2013 – November 2014`: the months at the end of a line without a sentence."""
    text = survey.lines[number].text
    if len(text) > _LONGEST_SUBTITLE or number in survey.openings or ends_sentence(text):
        return None
    period = period_within(text)
    if period is None or not any(map(str.isalpha, period.text)) or (period.end - period.start).days <= _LONGEST_MONTH:
        return None
    named = len(text.split()) - len(period.text.split())
    return period if named <= _FEW and not text.startswith("By ") else None


def _pair_near(survey: Survey, heading: int, before: Iterable[int]) -> str | None:
    """The relation in a line of its own just above or below the heading, as site listings print it."""
    for number in (heading - 1, heading - 2, *before):
        if 0 <= number < len(survey.lines) and number not in survey.dropped:
            pair = pair_in(survey.lines[number].text)
            if pair is not None:
                return pair
    return None


def _headless(survey: Survey) -> Iterator[Found]:
    start = 0
    while start < len(survey.lines):
        dated, end = accepted(survey, start, len(survey.lines), headed=False)
        for cluster, stop in _parts(survey, dated, end):
            trimmed, stop = _without_edges(survey, cluster, stop)
            entries = [d for d in trimmed if not d.context]
            if not entries or is_of_another_kind(survey, trimmed):
                continue
            found = _without_heading(survey, trimmed, stop)
            if _is_chronology(survey, trimmed) or _fills_period(entries, found.period):
                yield from _apart(survey, _with_slips(survey, found))
            elif months := months_by_subject(survey, trimmed, found.period, stop):
                yield replace(found, period=months)
        start = end + 1


def _with_slips(survey: Survey, found: Found) -> Found:
    """A list with its dates that lost the sign behind them, as one under a heading has them."""
    further = [Dated(opening) for opening in slips(survey, found.dated).values()]
    return replace(found, dated=tuple(sorted((*found.dated, *further), key=lambda item: item.opening.line)))


def _told(survey: Survey) -> Iterator[Found]:
    """Those whose entries are sentences with their dates within."""
    sentences_of = told(survey)
    if sentences_of:
        yield from _headless(_with(survey, sentences_of))


def _without_heading(survey: Survey, cluster: Sequence[Dated], stop: int) -> Found:
    first = cluster[0].opening.line
    period = _first_period(survey, range(first - 1, max(-1, first - 5), -1)) or _period_above(survey, first)
    return Found(None, None, None, period, tuple(cluster), stop)


def _fills_period(entries: Sequence[Dated], period: Period | None) -> bool:
    """A few whole dates are enough beneath a line that states their period."""
    if period is None or len(entries) < 2:
        return False
    years = range(period.start.year, period.end.year + 1)
    openings = [d.opening for d in entries]
    return all(o.is_whole and o.sign is Sign.COLON and o.printed.year in years for o in openings)


def _parts(survey: Survey, dated: Sequence[Dated], end: int) -> Iterator[tuple[list[Dated], int]]:
    """Dates that stand near each other, and where the next of them begin."""
    clusters = list(_clusters(survey, dated))
    stops = [c[0].opening.line for c in clusters[1:]] + [end]
    yield from zip(clusters, stops, strict=bool(clusters))


def _clusters(survey: Survey, dated: Sequence[Dated]) -> Iterator[list[Dated]]:
    cluster: list[Dated] = []
    for item in dated:
        if cluster and survey.paragraphs(cluster[-1].opening.line, item.opening.line) > 5:
            yield cluster
            cluster = []
        cluster.append(item)
    if cluster:
        yield cluster


def _is_chronology(survey: Survey, cluster: Sequence[Dated]) -> bool:
    """Without a heading: at least four dated items, most paragraphs dated, in order, none of the look-alikes."""
    entries = [d for d in cluster if not d.context]
    if len({_date_of(d) for d in entries}) < 4:
        return False
    first, last = entries[0].opening.line, entries[-1].opening.line
    undated = survey.paragraphs(first, last)
    own_line = sum(1 + _is_titled(survey, d) for d in entries if d.opening.sign is Sign.END)
    if _is_of_any_year(survey, cluster) or not _has_year_if_short(survey, entries):
        return False
    if undated - own_line > len(entries) * (_MOST_UNDATED if _is_bold_list(entries) else 1):
        return False
    return _in_order(cluster) and not is_look_alike(survey, entries, last + 1)


def _date_of(item: Dated) -> int:
    """Where the date is printed that an entry may share with others."""
    opening = item.opening
    if opening.date_at is None or opening.sign not in (Sign.END, Sign.CELL):
        return opening.start
    return opening.date_at


def _is_of_any_year(survey: Survey, cluster: Sequence[Dated]) -> bool:
    """Months with a full stop behind them that a calendar names, or no year in sight: what to do in each."""
    if not all(is_month_with_stop(d.opening) for d in cluster):
        return False
    first = cluster[0].opening.line
    above = [survey.lines[n].text for n in range(max(0, first - _YEAR_ABOVE), first)]
    return any(map(_CALENDAR.search, above)) or not any(map(A_YEAR.search, above))


def _has_year_if_short(survey: Survey, entries: Sequence[Dated]) -> bool:
    """Dates such as `3/4` are fractions, scores and parts, unless a heading tells their year and sentences follow.

    Of fractions none begins with a nought.
    """
    short = [d.opening for d in entries if d.opening.printed.short]
    if not short:
        return True
    if not any(o.date_text.startswith("0") for o in short):
        return False
    above = survey.lines[max(0, short[0].line - _YEAR_ABOVE) : short[0].line]
    told = sum(_is_sentence(survey.words(o)) for o in short)
    return told * 4 >= len(short) * 3 and any(line.heading and A_YEAR.search(line.text) for line in above)


def _is_sentence(words: str) -> bool:
    return starts_text(words) and (ends_sentence(words) or words.rstrip().endswith("]"))


def _is_titled(survey: Survey, item: Dated) -> bool:
    """Whether a title of a few words stands beneath a date that is alone on its line."""
    below = item.opening.line + 1
    return below < len(survey.lines) and (survey.lines[below].heading or is_label(survey.lines[below]))


def _is_bold_list(entries: Sequence[Dated]) -> bool:
    """Nearly each date in bold and with a colon behind it: more than one paragraph may follow."""
    bold = sum(d.opening.bold and d.opening.sign is Sign.COLON and d.opening.has_year for d in entries)
    return bold * 10 >= len(entries) * 9


def _in_order(cluster: Sequence[Dated]) -> bool:
    hint = None if any(d.opening.printed.year for d in cluster) else _ANY_YEAR
    days = days_of(ordered(cluster), hint)
    ups = sum(a <= b for a, b in pairwise(days))
    downs = sum(a >= b for a, b in pairwise(days))
    return max(ups, downs) >= 0.7 * (len(days) - 1) and len(set(days)) > 2
