"""The report: one page that needs nothing else, that works in a browser, and that no document can steer."""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from samples import ANNA, DRILL, EVENTS, NEVER, OSLO, SOURCE, SOUTH, TALKS, day
from typer.testing import CliRunner, Result

from chronicle.cli.app import app
from chronicle.model import Event, EventType, Link, Mode
from chronicle.presenting import page
from chronicle.presenting.page import About
from chronicle.storing.names import LETTERS, fold

ABOUT = About("Events naming Anna", "", date(2026, 1, 2), "chronicle 1.0")
NAMES = {"NO": "Norway", "ZA": "South Africa"}
RINGS = [[(0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 0.0)]]
MANY = 10_000

Visit = Callable[..., Any]


def written(events: Iterable[Event], about: About = ABOUT) -> str:
    file = StringIO()
    page.write(events, about, NAMES, RINGS, file)
    return file.getvalue()


def saved(folder: Path, events: Iterable[Event], about: About = ABOUT) -> Path:
    path = folder / "report.html"
    path.write_text(written(events, about), encoding="utf-8")
    return path


def many(number: int) -> Iterable[Event]:
    kinds, modes = tuple(EventType), (*Mode, None)
    for at in range(number):
        begin = date(2001, 1, 1) + timedelta(days=at // 2)
        yield replace(
            TALKS,
            id=f"e{at}",
            date=day(begin.isoformat(), begin),
            headline=f"Talk number {at} is held.",
            text=f"Talk number {at} is held. It is about the matter of {at % 97} fish.",
            type=kinds[at % len(kinds)],
            mode=modes[at % len(modes)],
            actors=(replace(ANNA, name=f"Envoy {at % 211}"), SOUTH),
            venues=(replace(OSLO, name=f"Town {at % 31}", latitude=at % 60.0, longitude=at % 170.0),),
        )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return saved(tmp_path, EVENTS)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("large"), many(MANY))


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the content of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.open: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.open = tag if tag in self.inside else None
        if self.open:
            self.inside[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self.open = None

    def handle_data(self, data: str) -> None:
        if self.open:
            self.inside[self.open][-1] += data


def count(tab: Any) -> str:
    return str(tab.inner_text("#count"))


def headlines(tab: Any) -> list[str]:
    return list(tab.locator("#list article h3").all_inner_texts())


# The file


def test_the_page_fetches_nothing() -> None:
    elements = Elements(written(EVENTS))
    assert not [attributes for _, attributes in elements.found if "src" in attributes or "style" in attributes]
    fetched = [attributes["href"] for tag, attributes in elements.found if tag == "link"]
    assert fetched == ["data:,"]
    assert "@import" not in elements.inside["style"][0]
    assert "url(" not in elements.inside["style"][0]


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else() -> None:
    elements = Elements(written(EVENTS))
    [policy] = [each["content"] for _, each in elements.found if each.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    [style], [_, script] = elements.inside["style"], elements.inside["script"]
    assert rules["default-src"] == "'none'"
    assert rules["style-src"] == f"'{hashed(style)}'"
    assert rules["script-src"] == f"'{hashed(script)}'"


def hashed(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


def test_the_title_states_the_query_and_the_number_of_events() -> None:
    assert "<title>Events naming Anna: 3 events</title>" in written(EVENTS)
    assert "<title>Events naming Anna: 1 event</title>" in written(EVENTS[:1])


def test_a_title_of_ones_own_leaves_the_query_below_it() -> None:
    made = written(EVENTS, replace(ABOUT, title="For the minister", query="events naming Anna"))
    assert "<h1>For the minister</h1>" in made
    assert "3 events · 3 September 2021 – 16 September 2021 · events naming Anna" in made


def test_the_same_events_give_the_same_page() -> None:
    assert written(many(200)) == written(many(200))


def test_the_data_are_all_events_in_order() -> None:
    told = json.loads(Elements(written(many(300))).inside["script"][0])
    assert [event["id"] for event in told["events"]] == [f"e{at}" for at in range(300)]


# In a browser


def test_it_opens_and_lists_its_events(small: Path, visit: Visit) -> None:
    tab = visit(small)
    assert count(tab) == "3 events"
    assert headlines(tab) == [event.headline for event in EVENTS]
    assert tab.title() == "Events naming Anna: 3 events"
    first = tab.locator("article").first
    assert "3 September 2021" in first.inner_text()
    assert "Anna Northman Foreign Minister, Norway" in first.inner_text()
    assert "“A Year of Talks”, Journal of Examples 23, no. 3 (2022-01)" in first.inner_text()
    assert "line 9" in first.inner_text()
    assert first.locator("a[href='https://example.org/23/3']").count() == 1
    assert first.locator("a[href='https://example.org/talks?a=1;b=2']").inner_text() == "talks"
    assert "no day known" in tab.locator("article").nth(2).inner_text()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("envoys", [TALKS]),
        ("NORTHMAN oslo", [TALKS]),
        ("oslo", [TALKS, DRILL]),
        ("oslo -drill", [TALKS]),
        ('"joint drill"', [DRILL]),
        ('"drill joint"', []),
        ("ноты", [NEVER]),
        ("c:\\maps", [DRILL]),
        ("[north](#)", [DRILL]),
        ("-", [TALKS, DRILL, NEVER]),
    ],
)
def test_text_search(small: Path, visit: Visit, typed: str, found: list[Event]) -> None:
    tab = visit(small)
    tab.fill("#words", typed)
    told = "3 events" if len(found) == 3 else f"{len(found)} of 3 events"
    wait_for_count(tab, told)
    assert headlines(tab) == [event.headline for event in found]


def test_accents_do_not_matter(tmp_path: Path, visit: Visit) -> None:
    accented = replace(TALKS, headline="Düda meets Šefčovič.", text="Düda meets Šefčovič.")
    tab = visit(saved(tmp_path, [accented, DRILL]))
    tab.fill("#words", "duda sefcovic")
    wait_for_count(tab, "1 of 2 events")


def test_letters_that_are_no_accented_ones_are_found_by_plain_ones(tmp_path: Path, visit: Visit) -> None:
    letters = "".join(LETTERS)
    said = f"Taksøe meets Đurić and says {letters.upper()}."
    tab = visit(saved(tmp_path, [replace(TALKS, headline=said, text=said), DRILL]))
    for typed in ("taksoe duric", "TAKSØE Đurić", fold(letters)):
        tab.fill("#words", "nothing of it")
        wait_for_count(tab, "0 of 2 events")
        tab.fill("#words", typed)
        wait_for_count(tab, "1 of 2 events")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2019-04", {3, 13, 23, 28}),
        ("2019-04-03", {3}),
        ("2019-04-28/2019-05-02", {28}),
        ("3 April 2019", {3}),
        ("3 apr 2019", {3}),
        ("April 3, 2019", {3}),
        ("3 April", {3}),
        ("April 2019", {3, 13, 23, 28}),
        ("1 May 2019", {28}),
        ("May 2019 held", {28}),
        ("April 2019 -3 April", {13, 23, 28}),
        ("28 April – 2 May", {28}),
        ("April 2018", set()),
        ("2016-05", set()),
        ("May 2016", set()),
        ('"2016-05"', {3, 13, 23, 28}),
        ("people's", {3, 13}),
        ("PEOPLE’S", {3, 13}),
    ],
)
def test_dates_and_apostrophes_are_found(tmp_path: Path, visit: Visit, typed: str, found: set[int]) -> None:
    told = {3: "The people's talk", 13: "The people’s talk", 23: "A talk", 28: "A long talk"}
    events = [
        replace(
            TALKS, id=f"e{number}", date=day(f"{number} April", date(2019, 4, number)), headline=headline, text=headline
        )
        for number, headline in told.items()
    ]
    events[-1] = replace(events[-1], date=replace(events[-1].date, end=date(2019, 5, 2)))
    cited = replace(SOURCE, published="2016-05")
    events = [replace(each, text=f"{each.headline} is held.", source=cited) for each in events]
    events.append(replace(NEVER, headline="Never", text="Never is held."))
    tab = visit(saved(tmp_path, events))
    tab.fill("#words", typed)
    wait_for_count(tab, f"{len(found)} of 5 events")
    assert headlines(tab) == [told[number] for number in sorted(found)]


def wait_for_count(tab: Any, shown: str) -> None:
    """Not by a script of the test: the page's own rules let none be evaluated, once it has to be asked again."""
    tab.locator("#count", has_text=re.compile(f"^{re.escape(shown)}$")).wait_for(state="attached")


def box(tab: Any, facet: str, value: str) -> Any:
    panel = tab.locator("fieldset", has=tab.locator("legend", has_text=facet))
    return panel.locator("label", has_text=value).locator("input")


@pytest.mark.parametrize(
    ("facet", "value", "found"),
    [
        ("Type", "exercise", [DRILL]),
        ("Mode", "in person", [TALKS]),
        ("Mode", "no mode", [DRILL, NEVER]),
        ("Country", "Norway", [TALKS]),
        ("Actor", "South Africa", [TALKS, DRILL]),
        ("Venue", "South Atlantic", [DRILL]),
        ("Year", "no date", [NEVER]),
    ],
)
def test_each_facet_narrows_down(small: Path, visit: Visit, facet: str, value: str, found: list[Event]) -> None:
    tab = visit(small)
    box(tab, facet, value).check()
    assert headlines(tab) == [event.headline for event in found]
    assert count(tab) == f"{len(found)} of 3 events"
    tab.get_by_role("button", name="Clear all filters").click()
    assert count(tab) == "3 events"


def test_values_of_one_facet_mean_either_and_on_request_all_of_them(small: Path, visit: Visit) -> None:
    tab = visit(small)
    box(tab, "Country", "South Africa").check()
    box(tab, "Country", "Norway").check()
    assert count(tab) == "2 of 3 events"
    tab.get_by_label("Country: any or all of those chosen").select_option("all of")
    assert headlines(tab) == [TALKS.headline]


def test_a_facet_counts_what_its_values_would_find(small: Path, visit: Visit) -> None:
    tab = visit(small)
    box(tab, "Venue", "Oslo").check()
    types = tab.locator("fieldset", has=tab.locator("legend", has_text="Type")).locator("label").all_inner_texts()
    assert sorted(" ".join(each.split()) for each in types) == ["exercise 1", "meeting 1"]


def test_a_filter_in_force_is_shown_and_taken_back(small: Path, visit: Visit) -> None:
    tab = visit(small)
    box(tab, "Type", "exercise").check()
    tab.get_by_role("button", name="Remove filter Type: exercise").click()
    assert count(tab) == "3 events"
    assert not box(tab, "Type", "exercise").is_checked()


def test_what_is_chosen_stands_in_the_address(small: Path, visit: Visit) -> None:
    tab = visit(small)
    box(tab, "Actor", "Anna").check()
    assert tab.url.endswith("#actor=Anna+Northman")
    again = visit(tab.url)
    assert count(again) == "1 of 3 events"
    assert box(again, "Actor", "Anna").is_checked()


@pytest.mark.parametrize(
    ("drawn", "number"),
    [
        ("[data-period='2021-09-03'] .room", 1),
        (".venue[data-venue='1'] .all", 1),
        (".node[data-actor='1'] .mark", 2),
        ("button.who >> nth=0", 2),
    ],
)
def test_a_click_on_a_figure_asks_for_its_events(small: Path, visit: Visit, drawn: str, number: int) -> None:
    tab = visit(small)
    tab.locator(drawn).click(force=True)
    assert count(tab) == f"{number} of 3 events"


def test_figures_show_the_share_that_is_asked_for(small: Path, visit: Visit) -> None:
    tab = visit(small)
    box(tab, "Type", "exercise").check()
    heights = tab.eval_on_selector_all(".bar .chosen", "all => all.map(one => Number(one.getAttribute('height')))")
    assert heights[0] == 0
    assert heights[-1] > 0


def test_a_permalink_leads_to_its_event(small: Path, visit: Visit) -> None:
    tab = visit(small)
    tab.get_by_label("Permalink to event b2c3d4e5").click()
    assert tab.url.endswith("#event-b2c3d4e5")
    assert tab.evaluate("document.activeElement.id") == "event-b2c3d4e5"
    again = visit(f"{small.as_uri()}#event-c3d4e5f6")
    assert again.evaluate("document.activeElement.id") == "event-c3d4e5f6"


def test_a_permalink_shows_an_event_that_filters_hide(small: Path, visit: Visit) -> None:
    tab = visit(small)
    box(tab, "Type", "meeting").check()
    tab.evaluate("location.hash = '#event-b2c3d4e5'")
    tab.locator("#event-b2c3d4e5:focus").wait_for(state="attached")
    assert count(tab) == "3 events"


def test_newest_first(small: Path, visit: Visit) -> None:
    tab = visit(small)
    tab.select_option("#order", "new")
    assert headlines(tab) == [event.headline for event in reversed(EVENTS)]


# For every reader


def test_keyboard_and_screen_reader(small: Path, visit: Visit) -> None:
    tab = visit(small)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the events"
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "words"
    for role in ("banner", "main", "complementary", "contentinfo", "search", "feed"):
        assert tab.get_by_role(role).count() == 1
    for field in tab.locator("input:visible, select:visible, button:visible").all():
        assert field.evaluate("one => one.labels?.length || one.getAttribute('aria-label') || one.textContent")
    assert tab.locator("#count").get_attribute("aria-live") == "polite"
    for picture in tab.get_by_role("img").all():
        assert picture.get_attribute("aria-label")


def test_the_keys_of_a_feed_go_from_event_to_event(small: Path, visit: Visit) -> None:
    tab = visit(small)
    tab.locator("article").first.focus()
    tab.keyboard.press("PageDown")
    assert tab.evaluate("document.activeElement.getAttribute('aria-posinset')") == "2"
    assert tab.evaluate("document.activeElement.getAttribute('aria-setsize')") == "3"
    tab.keyboard.press("PageUp")
    assert tab.evaluate("document.activeElement.getAttribute('aria-posinset')") == "1"


def test_without_scripts_a_small_query_is_a_list(small: Path, visit: Visit) -> None:
    tab = visit(small, java_script_enabled=False)
    assert tab.locator(".plain li").count() == 3
    assert TALKS.text in tab.inner_text("main")
    assert not tab.locator("#filters").is_visible()
    assert tab.locator("svg.timeline").is_visible()


def test_without_scripts_a_large_one_says_so(large: Path, visit: Visit) -> None:
    tab = visit(large, java_script_enabled=False)
    assert "The list of 10,000 events needs a browser that runs scripts." in tab.inner_text("main")


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out_of_a_narrow_window(large: Path, visit: Visit, width: int) -> None:
    tab = visit(large, viewport={"width": width, "height": 800})
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width


def test_light_and_dark(small: Path, visit: Visit) -> None:
    def colours(scheme: str) -> list[int]:
        tab = visit(small, color_scheme=scheme)
        found = tab.evaluate("[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]")
        return [sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in found]

    paper, ink = colours("light")
    assert paper > 700 > 150 > ink
    paper, ink = colours("dark")
    assert paper < 150 < 600 < ink


def printed(tab: Any) -> str:
    """The text of the page on paper."""
    import pypdfium2

    paper = pypdfium2.PdfDocument(tab.pdf(format="A4"))
    text = "".join(paper[number].get_textpage().get_text_range() for number in range(len(paper)))
    paper.close()
    return text


def test_the_whole_list_is_printed(tmp_path: Path, visit: Visit) -> None:
    tab = visit(saved(tmp_path, many(150)))
    assert tab.locator("article").count() < 150
    text = printed(tab)
    assert all(f"Talk number {at} is held." in text for at in (0, 75, 149))
    assert "Search headline" not in text


def test_of_a_filtered_page_is_printed_what_is_shown(tmp_path: Path, visit: Visit) -> None:
    envoys = [replace(ANNA, name=f"Envoy {at}", country="NO") for at in range(20)]
    sources = [replace(SOURCE, file=f"{at}.txt", title=f"Issue {at} of it") for at in range(20)]
    told = [
        replace(TALKS, id=f"e{at}", actors=(envoys[at],), source=sources[at], headline=f"Talk {at}.", text="")
        for at in range(20)
    ]
    tab = visit(saved(tmp_path, [*told, *(replace(each, id=f"{each.id}a") for each in told[:12])], ABOUT))
    tab.fill("#words", "talk 17.")
    wait_for_count(tab, "1 of 32 events")
    before = tab.inner_text("body")
    text = printed(tab)
    assert "1 of 32 events · 3 September 2021 · “talk 17.”" in text
    assert "Envoy 17" in text[: text.index("Talk 17.")]
    assert "Issue 17 of it" in text
    assert not re.search(r"Envoy (?!17)|Issue (?!17)", text)
    assert tab.inner_text("body") == before


def test_the_page_is_as_it_was_after_printing(small: Path, visit: Visit) -> None:
    tab = visit(small)
    tab.get_by_role("checkbox", name="exercise").check()
    wait_for_count(tab, "1 of 3 events")
    before = tab.inner_html(".top"), tab.inner_html(".ranking"), tab.inner_html("footer")
    assert "1 of 3 events" in printed(tab)
    assert (tab.inner_html(".top"), tab.inner_html(".ranking"), tab.inner_html("footer")) == before


# Ten thousand events


def test_a_large_list_is_filled_as_it_is_read(large: Path, visit: Visit) -> None:
    tab = visit(large)
    assert count(tab) == "10,000 events"
    assert tab.locator("article").count() < 300
    tab.evaluate("scrollTo(0, document.scrollingElement.scrollHeight)")
    tab.get_by_text("Talk number 9999 is held.").wait_for()
    assert tab.locator("article").count() < 1000


def test_a_large_list_is_searched_and_filtered(large: Path, visit: Visit) -> None:
    tab = visit(large)
    tab.fill("#words", '"talk number 77" fish')
    wait_for_count(tab, "111 of 10,000 events")
    tab.fill("#words", "")
    tab.get_by_label("Find actor").fill("envoy 210")
    box(tab, "Actor", "Envoy 210").check()
    assert count(tab) == "47 of 10,000 events"


def test_a_permalink_deep_in_a_large_list(large: Path, visit: Visit) -> None:
    tab = visit(f"{large.as_uri()}#event-e9123")
    assert tab.evaluate("document.activeElement.id") == "event-e9123"
    assert tab.locator("#event-e9123").bounding_box()["y"] < 900


# What documents can say


ATTACKS = (
    "</script><script>window.hacked = 1</script>",
    "<!--<script>",
    "<img src=x onerror='window.hacked = 1'>",
    "\"><svg onload='window.hacked = 1'>",
    "'; window.hacked = 1; //",
    "${window.hacked = 1} $data \\u003cscript>",
    "</title></style></noscript><script>window.hacked = 1</script>",
    "\u2028\u2029\x00]]> & &lt;b&gt; __proto__ constructor",
)


def hostile() -> list[Event]:
    return [
        replace(
            TALKS,
            id=f"h{at}",
            headline=attack,
            text=f"{attack} More {attack}",
            actors=(replace(ANNA, name=attack, office=attack), replace(SOUTH, name=f"{attack}{at}", country=attack)),
            venues=(replace(OSLO, name=attack, country=attack),),
            links=(Link(attack, "javascript:window.hacked=1"), Link(attack, f"https://example.org/{attack}")),
            flags=(attack,),
            source=replace(SOURCE, id=f"d{at}", title=attack, file=attack, url="javascript:window.hacked=1"),
            date=replace(NEVER.date, text=attack) if at % 2 else TALKS.date,
        )
        for at, attack in enumerate(ATTACKS)
    ]


def test_no_document_can_steer_the_page(tmp_path: Path, visit: Visit) -> None:
    path = saved(tmp_path, hostile(), replace(ABOUT, title=ATTACKS[0], query=ATTACKS[2]))
    tab = visit(path)
    assert count(tab) == f"{len(ATTACKS)} events"
    tab.fill("#words", ATTACKS[2])
    tab.evaluate("chosen.words = ''; update()")
    tab.locator(".values input:visible").nth(1).check()
    tab.get_by_role("button", name="Clear all filters").click()
    assert tab.evaluate("window.hacked") is None
    assert tab.locator("main img, main script, main [onload], main [onerror]").count() == 0
    addresses = tab.eval_on_selector_all("a", "all => all.map(one => one.getAttribute('href'))")
    assert not [address for address in addresses if not address.startswith(("#", "https://example.org/"))]
    assert tab.locator("#list h3").evaluate_all("all => all.map(one => one.textContent)") == list(ATTACKS)


def test_no_document_can_steer_the_page_without_scripts(tmp_path: Path, visit: Visit) -> None:
    tab = visit(saved(tmp_path, hostile()), java_script_enabled=False)
    assert tab.locator(".plain li").count() == len(ATTACKS)
    assert tab.locator("main img, main script").count() == 0


def test_text_does_not_end_the_data(tmp_path: Path) -> None:
    scripts = Elements(written(hostile())).inside["script"]
    assert len(scripts) == 2
    assert [event["headline"] for event in json.loads(scripts[0])["events"]] == list(ATTACKS)


def test_no_text_turns_the_order_of_the_page() -> None:
    turned = "Talks \u202edekcul\u202c\u2067\u200f end."
    source = replace(SOURCE, title=turned)
    event = replace(TALKS, headline=turned, text=turned, actors=(replace(ANNA, name=turned),), source=source)
    made = written([event], replace(ABOUT, title=turned, query=turned))
    assert "Talks dekcul end." in made
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", made)


# The command


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["report", *words], prog_name="chronicle")


def test_the_command_writes_the_events_that_fit(database: None, home: Path) -> None:
    result = run("-o", "drills.html", "--type", "exercise", "--country", "south africa")
    assert (result.exit_code, result.stderr) == (0, "1 event written to drills.html\n")
    made = (home / "drills.html").read_text(encoding="utf-8")
    assert "<h1>Events with South Africa taking part, of type exercise</h1>" in made
    assert run("-o", "-", "--title", "For the minister").stdout.count("<h1>For the minister</h1>") == 1


@pytest.mark.parametrize("name", ["report.txt", "report", "report.pdf", "report.html.zip"])
def test_a_name_that_says_no_page(database: None, home: Path, name: str) -> None:
    result = run("-o", name)
    assert (result.exit_code, result.stderr) == (2, f"error: {name}: the name says no page; end it in .html\n")
    assert not (home / name).exists()


def test_the_database_is_not_overwritten(database: None, home: Path) -> None:
    path = home / "chronicle.db"
    (home / "page.html").symlink_to(path)
    before = path.read_bytes()
    for name in ("chronicle.db", "page.html"):
        result = run("-o", name)
        assert (result.exit_code, result.stderr) == (2, f"error: {name}: is the database itself; name another file\n")
    assert path.read_bytes() == before


def test_the_command_writes_no_page_of_nothing(database: None, home: Path) -> None:
    result = run("--since", "2050")
    assert (result.exit_code, result.stderr) == (3, "nothing found\n")
    assert not (home / "report.html").exists()
