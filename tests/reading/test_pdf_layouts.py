"""What the places of words on a page tell: columns, tables, paragraphs, furniture, bold, links, pages."""

from io import BytesIO

import pytest
from printed import Placed, article, column, flowing, markup, placed
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from chronicle.model import Document, Link
from chronicle.reading import read_document
from chronicle.reading.pdf import Pdf

HEADING = "Chronology of the Northern Strait"
FILLER = "The two sides go on with what they began, and nobody expects that anything will change before the summer."


def read(data: bytes) -> Document:
    return read_document(data, "issue.pdf")


def rows(document: Document) -> list[tuple[str | None, str]]:
    return [(entry.date.edtf, entry.text) for section in document.sections for entry in section.entries]


def clean(data: bytes) -> list[str]:
    """The reader's paragraphs."""
    return [line for line in Pdf().read(data, "issue.pdf").clean.text.split("\n") if line]


def entry(day: int, words: str = FILLER, year: int = 2012) -> str:
    return f"May {day}, {year}: Envoy {day} arrives. {words}"


class TestColumns:
    LEFT = (
        "May 1, 2012: Ministers meet in the old",
        "town hall of the capital.",
        "",
        "May 2, 2012: Navies drill together in",
    )
    RIGHT = ("the northern sea for three days.", "", "May 3, 2012: Talks on fish end without", "any result at all.")
    READ = (
        ("2012-05-01", "Ministers meet in the old town hall of the capital."),
        ("2012-05-02", "Navies drill together in the northern sea for three days."),
        ("2012-05-03", "Talks on fish end without any result at all."),
    )

    def page(self) -> list[Placed]:
        return [(72, 80, HEADING), *column(self.LEFT, 72), *column(self.RIGHT, 320)]

    def test_are_read_one_after_the_other(self) -> None:
        assert rows(read(placed(self.page()))) == list(self.READ)

    def test_are_read_one_after_the_other_if_they_are_written_in_rows(self) -> None:
        assert rows(read(placed(sorted(self.page(), key=lambda item: item[1])))) == list(self.READ)

    def test_are_read_one_after_the_other_if_the_right_one_is_written_first(self) -> None:
        assert rows(read(placed(self.page()[::-1]))) == list(self.READ)

    def test_stop_at_a_line_across_them_and_begin_again_below(self) -> None:
        below = [(72, 200, "These are the events of June, a month in which less was said than in the month of May."),
                 *column(["June 1, 2012: A bridge is opened that", "was twenty years in the making."], 72, 220),
                 *column(["June 2, 2012: The bridge is closed for", "repairs until further notice, both", "sides say."],
                         320, 220), (72, 244, "and stays open for a day.")]  # fmt: skip
        texts = [text for _, text in rows(read(placed([*self.page(), *below])))]
        assert texts[:2] == [text for _, text in self.READ[:2]]
        assert texts[3:] == [
            "A bridge is opened that was twenty years in the making. and stays open for a day.",
            "The bridge is closed for repairs until further notice, both sides say.",
        ]

    def test_three(self) -> None:
        lines = [
            "May {n}, 2012: Envoy {n} comes",
            "to the capital and then",
            "goes away again.",
            "",
            "{n} and no more is said.",
        ]
        page: list[Placed] = [(72, 80, HEADING)]
        for number, x in enumerate((60, 230, 400), 1):
            page += column([line.format(n=number) for line in lines], x)
        assert [date for date, _ in rows(read(placed(page)))] == ["2012-05-01", "2012-05-02", "2012-05-03"]

    def test_of_a_page_that_lies_on_its_side(self) -> None:
        assert rows(read(placed(self.page(), rotation=90))) == list(self.READ)

    def test_one_alone_below_a_head_as_wide_as_the_page(self) -> None:
        lines = ["May 1, 2012: The envoys of both sides arrive", "Thursday in Lind for five days of talks with",
                 "Osk, who leads the ministry of the bay.", "", "May 9, 2012: They meet in Orr, where the court",
                 "Monday sentenced a skipper who had called", "Norland a land of thieves, and part without a",
                 "word on herring or on nets.", "", "May 11, 2012: The skipper is set free by the",
                 "King."]  # fmt: skip
        page: list[Placed] = [(72, 60, "CHRONOLOGY: NORLAND"), (520, 60, "437"), *column(lines, 72, 100)]
        assert rows(read(placed(page))) == [
            ("2012-05-01", " ".join(lines[:3])[13:]),
            ("2012-05-09", " ".join(lines[4:8])[13:]),
            ("2012-05-11", "The skipper is set free by the King."),
        ]
        assert len(clean(placed(page))) == 4


class TestTables:
    WIDTHS = (90, 330)
    ROWS = (
        ("Date", "Event"),
        ("1 May 2012", f"Ministers meet. {FILLER}"),
        ("2-4 May 2012", "Navies drill for two days."),
        ("9 May 2012", f"Talks on fish end. {FILLER} {FILLER}"),
    )
    READ = (
        ("2012-05-01", f"Ministers meet. {FILLER}"),
        ("2012-05-02/2012-05-04", "Navies drill for two days."),
        ("2012-05-09", f"Talks on fish end. {FILLER} {FILLER}"),
    )

    def table(
        self, place: str = "TOP", cells: tuple[tuple[str, ...], ...] = ROWS, widths: tuple[int, ...] = WIDTHS
    ) -> bytes:
        body = ParagraphStyle("cell", fontName="Times-Roman", fontSize=10, leading=12)
        data = [[Paragraph(markup(cell), body) for cell in row] for row in cells]
        table = Table(
            data, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), place), ("GRID", (0, 0), (-1, -1), 1, 0)]
        )
        return flowing([Paragraph(HEADING, body), table])

    @pytest.mark.parametrize("place", ["TOP", "MIDDLE", "BOTTOM"])
    def test_wherever_the_dates_stand_in_their_cells(self, place: str) -> None:
        assert rows(read(self.table(place))) == list(self.READ)

    def test_with_dates_over_two_lines(self) -> None:
        assert rows(read(self.table(widths=(46, 330)))) == list(self.READ)

    def test_with_columns_of_one_width(self) -> None:
        assert rows(read(self.table(widths=(220, 220)))) == list(self.READ)

    def test_with_a_place_between_date_and_event(self) -> None:
        cells = tuple((date, "Northport, the capital", event) for date, event in self.ROWS[1:])
        found = rows(read(self.table(cells=cells, widths=(90, 70, 300))))
        assert found == [(date, f"Northport, the capital | {text}") for date, text in self.READ]

    def test_with_numbers_before_the_dates(self) -> None:
        cells = tuple((str(n), date, event) for n, (date, event) in enumerate(self.ROWS[1:], 1))
        assert rows(read(self.table(cells=cells, widths=(25, 90, 300)))) == list(self.READ)

    def test_over_page_breaks(self) -> None:
        cells = tuple((f"{day} May 2012", f"Envoy {day} arrives. {FILLER * 6}") for day in range(1, 29))
        document = read(self.table(cells=cells))
        assert rows(document) == [(f"2012-05-{day:02}", f"Envoy {day} arrives. {FILLER * 6}") for day in range(1, 29)]
        assert document.sections[0].entries[-1].location.page == 6

    def test_dates_that_hang_beside_the_text(self) -> None:
        lines = [("1 May 2012", "Ministers meet in the capital for talks"), ("", "that go on for a day and a night."),
                 ("3 May 2012", "Navies drill for two days."),
                 ("9 May 2012", "Talks on fish end. No result is given.")]  # fmt: skip
        page: list[Placed] = [(72, 80, HEADING)]
        for number, (date, words) in enumerate(lines):
            page += [(x, 100 + 12 * number, part) for x, part in ((72, date), (160, words)) if part]
        assert rows(read(placed(page))) == [
            ("2012-05-01", "Ministers meet in the capital for talks that go on for a day and a night."),
            ("2012-05-03", "Navies drill for two days."),
            ("2012-05-09", "Talks on fish end. No result is given."),
        ]


class TestParagraphs:
    ENTRIES = tuple(entry(day) for day in (1, 2, 3, 4, 5, 8, 9))
    READ = tuple((f"2012-05-{day:02}", f"Envoy {day} arrives. {FILLER}") for day in (1, 2, 3, 4, 5, 8, 9))

    @pytest.mark.parametrize(
        "style",
        [
            {"space": 6},
            {"space": 0},
            {"space": 0, "indent": 14},
            {"space": 0, "hanging": 14},
            {"space": 3, "justified": True},
            {"space": 0, "indent": 14, "justified": True, "columns": 2},
            {"space": 0, "hanging": 14, "justified": True, "columns": 2},
            {"space": 20, "size": 8},
        ],
        ids=str,
    )
    def test_begin_where_they_are_set_to_begin(self, style: dict[str, float]) -> None:
        assert rows(read(article([HEADING, *self.ENTRIES], **style))) == list(self.READ)

    def test_a_date_at_the_head_of_a_line_within_a_sentence_opens_nothing(self) -> None:
        lines = [
            "May 1, 2012: The minister, who came home on the evening of",
            "May 3, 2011, says that the agreement, signed on",
            "May 4, 2011: a Monday, will be kept.",
        ]
        assert clean(placed(column(lines))) == [" ".join(lines)]

    def test_dates_without_a_sign_open_entries_where_that_is_the_habit(self) -> None:
        entries = [f"{day} May 2012 Envoy {day} arrives. {FILLER}" for day in (1, 2, 3, 4, 5)]
        assert len(rows(read(article([HEADING, *entries], space=0, columns=2)))) == 5

    def test_bullets(self) -> None:
        entries = [f"• {text}" for text in self.ENTRIES]
        assert rows(read(article([HEADING, *entries], space=0))) == list(self.READ)

    def test_bold_dates(self) -> None:
        entries = [f"**{day} May 2012** Envoy {day} arrives. {FILLER}" for day in (1, 2, 3, 4, 5)]
        data = article([HEADING, *entries], space=0)
        assert [text for _, text in rows(read(data))] == [f"Envoy {day} arrives. {FILLER}" for day in (1, 2, 3, 4, 5)]
        reading = Pdf().read(data, "issue.pdf")
        assert reading.clean.is_bold(reading.text.index("3 May"))
        assert not reading.clean.is_bold(reading.text.index("Envoy 3"))

    def test_dates_on_lines_of_their_own(self) -> None:
        lines = [part for day in (1, 2, 3, 4, 5) for part in (f"**May {day}, 2012**", f"Envoy {day} arrives. {FILLER}")]
        assert [text for _, text in rows(read(article([HEADING, *lines])))] == [
            f"Envoy {d} arrives. {FILLER}" for d in (1, 2, 3, 4, 5)
        ]

    def test_bold_months_below_full_lines(self) -> None:
        lines: list[Placed] = [(72, 80, HEADING)]
        full = "Envoys of both sides meet in the old town hall of the capital and talk of herring;"
        for y, month, name in ((110, "April", "Apr."), (150, "May", "May"), (190, "June", "June")):
            lines += [(72, y, month, "Times-Bold", 10.0), (72, y + 20, f"{name} 3 {full}")]
        assert clean(placed(lines))[1::2] == ["April", "May", "June"]

    def test_years_as_headings(self) -> None:
        lines: list[Placed] = [(72, 80, HEADING)]
        for y, year in ((110, "2011"), (170, "2012")):
            entries = ["May 4: Ministers meet.", "June 5: They meet once more."]
            lines += [(72, y, year, "Times-Bold", 14.0), *column(entries, y=y + 20)]
        assert [date for date, _ in rows(read(placed(lines)))] == [
            "2011-05-04",
            "2011-06-05",
            "2012-05-04",
            "2012-06-05",
        ]

    def test_larger_lines_are_headings(self) -> None:
        lines = [
            (72, 80, HEADING, "Times-Bold", 16),
            *column([entry(1)[:70], entry(2)[:70]], y=110, height=16),
            (72, 150, "Trouble in the north", "Times-Bold", 13),
            *column([entry(3)[:70]], y=170),
        ]
        assert clean(placed(lines))[0] == f"# {HEADING}"
        assert "# Trouble in the north" in clean(placed(lines))
        assert not any("Trouble" in text for _, text in rows(read(placed(lines))))


class TestHyphens:
    def test_words_cut_at_line_ends_are_whole_again(self) -> None:
        lines = ["May 1, 2012: The minis-", "ters of both govern-", "ments meet."]
        assert clean(placed(column(lines))) == ["May 1, 2012: The ministers of both governments meet."]

    @pytest.mark.parametrize(
        ("one", "other", "whole"),
        [
            ("the Asia-", "Pacific region", "the Asia-Pacific region"),
            ("a self-", "reliant state", "a self-reliant state"),
            ("in 1990-", "91 and later", "in 1990-91 and later"),
            ("an H-", "6K bomber", "an H-6K bomber"),
            ("a long-", "term plan", "a long-term plan"),
            ("dash –", "and so on", "dash – and so on"),
            ("the minister, Yun Byung-", "se, on trade", "the minister, Yun Byung-se, on trade"),
            ("from Choe Ryong-", "hae in May", "from Choe Ryong-hae in May"),
            ("Park Geun-", "hye and others", "Park Geun-hye and others"),
            ("Tsai Ing-", "wen and others", "Tsai Ing-wen and others"),
        ],
    )
    def test_hyphens_that_belong_to_a_word_stay(self, one: str, other: str, whole: str) -> None:
        assert clean(placed(column([f"Now {one}", other]))) == [f"Now {whole}"]

    @pytest.mark.parametrize(
        ("one", "other", "whole"),
        [
            ("Wen Jia-", "bao and others", "Wen Jiabao and others"),
            ("Sergey Lav-", "rov and others", "Sergey Lavrov and others"),
            ("John Ker-", "ry and others", "John Kerry and others"),
            ("In Pyong-", "yang they", "In Pyongyang they"),
            ("Ban Kimoon, Ban Ki-", "moon and others", "Ban Kimoon, Ban Kimoon and others"),
        ],
    )
    def test_names_that_are_written_as_one_word(self, one: str, other: str, whole: str) -> None:
        assert clean(placed(column([f"Now {one}", other]))) == [f"Now {whole}"]

    def test_the_document_itself_tells(self) -> None:
        lines = [
            "A joint venture and a policy maker. A policy-",
            "maker of the co-operative joint-",
            "venture asks co-",
            "operative me.",
        ]
        assert clean(placed(column(lines))) == [
            "A joint venture and a policy maker. A policy-maker of the co-operative joint-venture asks co-operative me."
        ]

    def test_an_acronym_that_the_document_has_whole(self) -> None:
        lines = ["The league (ONFL) meets. The ON-", "FL splits into camps, and the US-", "ASEAN talks go on."]
        assert clean(placed(column(lines))) == [
            "The league (ONFL) meets. The ONFL splits into camps, and the US-ASEAN talks go on."
        ]

    def test_a_word_cut_by_a_page_break(self) -> None:
        pages = [column(["May 1, 2012: The minis-"], y=700), column(["ters of both states meet."], y=80)]
        assert clean(placed(*pages)) == ["May 1, 2012: The ministers of both states meet."]


class TestMargins:
    ENTRIES = tuple(entry(day, FILLER * 5) for day in range(1, 29))

    def texts(self, **furniture: str) -> list[str]:
        return [text for _, text in rows(read(article([HEADING, *self.ENTRIES], **furniture)))]

    @pytest.mark.parametrize(
        "furniture",
        [
            {"head": "Norland-Sudland Relations"},
            {"head": "Digest of 12/05/2014, p. {page}", "foot": "{page}"},
            {"head": "{page} NORLAND - SUDLAND", "foot": "Northern Notes, Vol. 14, No. 2, September 2012"},
            {"foot": "Page {page} of 3"},
            {"foot": "– {page} –"},
        ],
        ids=str,
    )
    @pytest.mark.parametrize("columns", [1, 2])
    def test_running_heads_and_page_numbers_are_left_out(self, furniture: dict[str, str], columns: int) -> None:
        data = article([HEADING, *self.ENTRIES], columns=columns, **furniture)
        assert [text for _, text in rows(read(data))] == [f"Envoy {day} arrives. {FILLER * 5}" for day in range(1, 29)]

    @pytest.mark.parametrize("address", ["file:///home/ann/strait.html", "https://herald.example/a?b=1"])
    @pytest.mark.parametrize("pages", [1, 2, 5])
    def test_what_a_browser_prints_on_its_pages_is_left_out(self, address: str, pages: int) -> None:
        def page(number: int) -> list[Placed]:
            head = [(24, 20, "11/23/26, 9:45 AM", "Helvetica", 8.0), (263, 20, HEADING, "Helvetica", 8.0)]
            foot = [(24, 775, address, "Helvetica", 8.0), (575, 775, f"{number}/{pages}", "Helvetica", 8.0)]
            told = [f"May {3 * number + n}, 2012: Envoy {n} of page {number} arrives in Lind." for n in range(3)]
            return [*head, *column(["A chronology", "", *told] if number == 1 else told), *foot]

        document = read(placed(*map(page, range(1, pages + 1))))
        assert [text for _, text in rows(document)] == [
            f"Envoy {n} of page {number} arrives in Lind." for number in range(1, pages + 1) for n in range(3)
        ]

    @pytest.mark.parametrize("count", [3, 4, 5])
    def test_left_and_right_pages_have_heads_of_their_own(self, count: int) -> None:
        def page(number: int) -> list[Placed]:
            head = (72, 40, "Northern Notes" if number % 2 == 0 else "Troubled Waters", "Helvetica", 8.0)
            above = [HEADING, "envoys dine.", "ministers sing.", "guests sail home.", "rest sleep."][number - 1]
            told = [f"May {3 * number + n}, 2012: Talks are held, and, as the paper says, the" for n in range(3)]
            return [head, *column([above, "", told[0] + " rest dine.", "", told[1] + " rest dine.", "", told[2]])]

        text = " ".join(clean(placed(*map(page, range(1, count + 1)))))
        assert "Waters" not in text
        assert "Notes" not in text
        assert "the paper says, the envoys dine." in text
        assert "the paper says, the ministers sing." in text

    def test_a_line_where_only_one_page_beside_has_a_head_stays(self) -> None:
        heads = ["Troubled Waters", "A title", "Another", "Troubled Waters"]
        pages = [
            [(72, 40, head, "Helvetica", 8.0), *column([HEADING, f"May {n}, 2012: Talks."])]
            for n, head in enumerate(heads, 1)
        ]
        assert {"A title", "Another"} <= set(clean(placed(*pages)))

    def test_the_head_of_a_left_page_turned_round_on_the_right_one_is_left_out(self) -> None:
        left = [
            (72, 80, HEADING),
            (72, 100, "May 1, 2012: Envoys sail to Orr, where the ferry"),
            (72, 740, "24"),
            (336, 740, "OCTOBER 2012 | THE FERRY JOURNAL", "Times-Roman", 7.0),
        ]
        right = [
            (72, 80, "line ends."),
            (72, 100, "May 2, 2012: They sail home."),
            (72, 740, "THE FERRY JOURNAL | OCTOBER 2012", "Times-Roman", 7.0),
            (480, 740, "25"),
        ]
        assert rows(read(placed(left, right))) == [
            ("2012-05-01", "Envoys sail to Orr, where the ferry line ends."),
            ("2012-05-02", "They sail home."),
        ]

    @pytest.mark.parametrize(
        ("head", "size", "between"),
        [
            ("Orr Libraries | Research Guide 14: The crisis in the straits", 8.0, ""),
            ("Orr Libraries | Research Guide 14: The crisis in the straits", 10.0, "{head} "),
            ("It is told in two books of the library.", 8.0, "{head} "),
            ("as is told in two books", 8.0, "{head} "),
        ],
    )
    def test_a_small_head_on_the_second_of_two_pages_is_left_out(self, head: str, size: float, between: str) -> None:
        first = [
            (72, 60, HEADING),
            *column(["May 1, 2012: They sail.", "May 2, 2012: Envoys sail from the isles"], y=100),
        ]
        second = [
            (72, 40, head, "Times-Roman", size),
            *column(["to the port of Orr.", "May 3, 2012: They land."], y=80),
        ]
        assert rows(read(placed(first, second)))[1:] == [
            ("2012-05-02", f"Envoys sail from the isles {between.format(head=head)}to the port of Orr."),
            ("2012-05-03", "They land."),
        ]

    def test_a_line_that_comes_once_stays(self) -> None:
        assert clean(placed(column(["A title", "", entry(1)[:80], entry(2)[:80]])))[0] == "A title"

    def test_entries_alike_on_every_page_stay(self) -> None:
        pages = [[(72, 80, f"May {n}, 2012: Talks are held."), *column(["More is said."], y=110)] for n in (1, 2, 3, 4)]
        assert len(rows(read(placed([(72, 60, HEADING)], *pages)))) == 4

    def test_footnotes_and_their_references_are_left_out(self) -> None:
        words = "May 1, 2012: Ministers meet."
        end = 72 + stringWidth(words, "Times-Roman", 10)
        page: list[Placed] = [
            (72, 80, HEADING),
            (72, 100, words),
            (end, 96, "1", "Times-Roman", 6.0),
            (end + 6, 100, "They agree on the"),
            *column(["price of fish.", "May 2, 2012: Navies"], y=112),
            (72, 700, "1 See the report of May 3, 2012, page 7, and what the ministry", "Times-Roman", 8.0),
            (72, 710, "said of it later. May 4, 2012: no comment.", "Times-Roman", 8.0),
        ]
        following = column(["drill.", "May 3, 2012: They go home."], y=80)
        assert rows(read(placed(page, following))) == [
            ("2012-05-01", "Ministers meet. They agree on the price of fish."),
            ("2012-05-02", "Navies drill."),
            ("2012-05-03", "They go home."),
        ]

    def test_the_number_of_a_footnote_raised_above_its_line(self) -> None:
        page: list[Placed] = [
            (72, 60, HEADING),
            (72, 80, "2012"),
            *column(["May 1: Ministers meet for", "talks. They speak about the"], y=100),
            (72, 694, "1", "Times-Roman", 6.0),
            (78, 698, "See the report of the ministry, which it gave out on", "Times-Roman", 8.0),
            (72, 708, "March 12, 1993.", "Times-Roman", 8.0),
        ]
        following = column(["price of fish.", "May 2: Navies drill.", "May 3: They go home."], y=80)
        assert rows(read(placed(page, following))) == [
            ("2012-05-01", "Ministers meet for talks. They speak about the price of fish."),
            ("2012-05-02", "Navies drill."),
            ("2012-05-03", "They go home."),
        ]

    def test_a_small_number_over_small_words_above_the_text_is_no_footnote(self) -> None:
        page: list[Placed] = [
            (72, 40, HEADING),
            (72, 70, "May 1, 2012: Ministers meet for talks."),
            (72, 92, "1", "Times-Roman", 6.0),
            (78, 96, "In the palace of the bay,", "Times-Roman", 8.0),
            *column(["May 2, 2012: Navies drill.", "May 3, 2012: They go home."], y=116),
        ]
        assert [date for date, _ in rows(read(placed(page)))] == ["2012-05-01", "2012-05-02", "2012-05-03"]

    def test_small_print_with_dates_is_no_footnote(self) -> None:
        lines = [(72, 100 + 10 * n, f"{n} May 2012: Envoy {n} arrives.", "Times-Roman", 7.0) for n in range(1, 6)]
        assert len(rows(read(placed([(72, 60, FILLER), (72, 80, HEADING), *lines])))) == 5

    def test_words_that_run_up_the_margin_are_left_out(self) -> None:
        file = BytesIO()
        canvas = Canvas(file)
        for number, line in enumerate(["May 1, 2012: Ministers", "meet for talks."]):
            canvas.drawString(72, 700 - 12 * number, line)
        canvas.rotate(90)
        canvas.drawString(400, -40, "Norland Review 2012")
        canvas.save()
        assert clean(file.getvalue()) == ["May 1, 2012: Ministers meet for talks."]


class TestAsides:
    LINES = (
        "1963 - Women of the islands and all of their neighbours are given the vote.",
        "1970 - The islands leave the union and choose a premier of their own from",
        "among the chiefs.",
        "1987 - A colonel sends the parliament home and names himself to its seats.",
        "1990 - A new constitution sets off an exodus of many thousands to the north.",
        "1999 - A teacher becomes premier, since his party wins a majority in the general",
    )

    def told(self, size: float, rest: str) -> list[str]:
        words = ["COUNTRY PROFILES", "Country profile: Orr", "Profile: the colonel", "RELATED LINKS", "Orr Times"]
        aside = [(440, 80 + 12 * n, line, "Times-Roman", size) for n, line in enumerate(words)]
        first = [(72, 60, "Timeline: Orr", "Times-Bold", 14), *column(self.LINES, y=90), *aside]
        return [text for _, text in rows(read(placed(first, column([rest, "2000 - Gunmen take the house."], y=60))))]

    def test_stand_in_no_sentence_that_goes_on_on_the_next_page(self) -> None:
        assert self.told(8, "election.")[-2:] == [
            "A teacher becomes premier, since his party wins a majority in the general election.",
            "Gunmen take the house.",
        ]

    def test_are_set_in_small_print(self) -> None:
        assert "Orr Times" in self.told(10, "election.")[-2]


def test_links_are_kept_with_their_words() -> None:
    entries = [
        entry(1),
        f"May 2, 2012: The [ministers of both states](https://example.org/a?b=1&c=2) meet; {FILLER} "
        "A [note](https://example.org/n) follows.",
    ]
    document = read(article([HEADING, *entries]))
    assert document.sections[0].entries[1].links == (
        Link("ministers of both states", "https://example.org/a?b=1&c=2"),
        Link("note", "https://example.org/n"),
    )


def test_a_link_over_a_line_end_is_one() -> None:
    entries = [
        entry(1),
        f"May 2, 2012: {FILLER[:70]} the [ministers of both states and of the third](https://example.org/a) meet.",
    ]
    links = read(article([HEADING, *entries])).sections[0].entries[1].links
    assert links == (Link("ministers of both states and of the third", "https://example.org/a"),)


def test_pages_are_counted_from_the_first_of_the_file() -> None:
    pages = [
        [],
        column([HEADING, "", "May 1, 2012: Talks."]),
        [],
        column(["May 2, 2012: More talks.", "May 3, 2012: An end."]),
    ]
    entries = read(placed(*pages)).sections[0].entries
    assert [entry.location.page for entry in entries] == [2, 4, 4]


@pytest.mark.parametrize(
    ("head", "year"),
    [("EVENTS OF 1979", 1979), ("Diary 1979", 1979), ("Yearbook 1980", 1980), ("Events of 1979-80", 1980)],
)
def test_the_year_that_the_heads_of_the_pages_tell(head: str, year: int) -> None:
    above = "Part seven. Chronology. A supplement goes out on 1 March 1980"
    pages = [
        [(200, 40, head), (72, 40, str(410 + n)), *column([above] if n == 1 else []),
         *column([f"{month} {n}: Envoy {n} arrives.", "", f"{month} {n + 9}: Envoy {n} leaves."], y=130)]
        for n, month in enumerate(("January", "March", "June", "July"), 1)
    ]  # fmt: skip
    assert [edtf[:4] for edtf, _ in rows(read(placed(*pages))) if edtf] == [str(year)] * 8
