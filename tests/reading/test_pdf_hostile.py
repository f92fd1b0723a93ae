"""PDF files that cannot be read, or are meant to hurt: one line that says what to do, never a traceback or a hang."""

import gc
import random
import threading
import zlib
from base64 import a85encode
from contextlib import suppress
from io import BytesIO

import pytest
from growth import no_dearer
from PIL import Image
from printed import article, column, placed
from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from chronicle.errors import NoChronology, ReadError
from chronicle.reading import read_document, reading_of

ENTRIES = [f"May {day}, 2012: Envoy {day} arrives in the capital and stays for talks." for day in range(1, 20)]
DATA = article(["Chronology of the Northern Strait", *ENTRIES], head="Northern Notes", foot="{page}")


def fault(data: bytes, file: str = "scan.pdf") -> str:
    with pytest.raises(ReadError) as caught:
        read_document(data, file)
    message = str(caught.value)
    assert message
    assert "\n" not in message
    assert "; " in message or ", " in message
    return message


def scanned() -> bytes:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.rect(72, 72, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_scan_without_text_says_what_to_do() -> None:
    assert fault(scanned()) == ("no text in scan.pdf, it is probably scanned; run OCR (for instance ocrmypdf) first")


def told_and_scanned(*pages: str) -> bytes:
    """Pages of lines; those without a line are pictures, or empty where the line is a blank."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    picture = ImageReader(Image.new("L", (60, 80), 200))
    for page in pages:
        for number, line in enumerate(page.split("\n")):
            canvas.drawString(72, 760 - 14 * number, line)
        if not page:
            canvas.drawImage(picture, 40, 40, 515, 760)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class TestPagesWithoutText:
    TOLD = "\n".join(["Chronology of the Northern Strait", "", *("\n\n".join(ENTRIES)).split("\n")])

    def test_are_told_with_the_document(self) -> None:
        document = read_document(told_and_scanned(self.TOLD, "", "", ""), "scan.pdf")
        assert len(document.sections[0].entries) == len(ENTRIES)
        assert [(each.code, each.message) for each in document.problems] == [
            (
                "pages_without_text",
                "3 of 4 pages have no text, from page 2 on, as scans have none; run OCR (for instance ocrmypdf) first",
            )
        ]

    def test_are_told_where_no_chronology_is_found(self) -> None:
        message = fault(told_and_scanned("A stamp", "", ""))
        assert message.startswith("no chronology found in scan.pdf; 2 of 3 pages have no text, from page 2 on")

    @pytest.mark.parametrize("pages", [("", TOLD), (TOLD, ""), (TOLD, " ", " ", "Notes")])
    def test_covers_and_blank_pages_are_nothing_to_tell(self, pages: tuple[str, ...]) -> None:
        assert read_document(told_and_scanned(*pages), "scan.pdf").problems == ()

    def test_a_page_between_others_is_no_cover(self) -> None:
        [problem] = read_document(told_and_scanned(self.TOLD, "", "Notes"), "scan.pdf").problems
        assert problem.message.startswith("1 of 3 pages has no text, from page 2 on")


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00"])
def test_an_empty_file(data: bytes) -> None:
    assert fault(data).startswith("scan.pdf: ")


def test_a_password_to_open() -> None:
    data = article(ENTRIES, encrypt=StandardEncryption("open sesame", canPrint=0))
    assert fault(data).startswith("scan.pdf: encrypted, a password is needed to read it; ")


def test_a_password_only_to_change_is_none_to_read() -> None:
    data = article(["Chronology", *ENTRIES], encrypt=StandardEncryption("", "owner", canCopy=0, canPrint=0))
    assert len(read_document(data, "a.pdf").sections[0].entries) == 19


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n" + b"\x00\xff" * 5000, DATA[:300]])
def test_a_damaged_file(data: bytes) -> None:
    assert fault(data).startswith(("scan.pdf: not a PDF or damaged; ", "no text in scan.pdf"))


def test_a_file_that_lost_its_end_is_read_as_far_as_it_can_be() -> None:
    assert len(read_document(DATA[:-20], "a.pdf").sections[0].entries) == 19


def test_no_chronology() -> None:
    data = article(["A letter", "Dear friend, nothing happened on May 4, 2012, and nothing will."])
    with pytest.raises(NoChronology, match=r"^no chronology found in letter\.pdf; "):
        read_document(data, "letter.pdf")


def test_the_content_tells_not_the_name() -> None:
    for name in ("issue.txt", "issue", "-", "issue.PDF"):
        assert len(read_document(DATA, name).sections[0].entries) == 19


def pages_of(kids: str, count: int, more: str = "") -> bytes:
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} {more} >>",
               "<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>"]  # fmt: skip
    body, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 4\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + end).encode()


@pytest.mark.parametrize(("kids", "count"), [("2 0 R", 5), ("3 0 R", 5), ("2 0 R 3 0 R", 1_000), ("", 7), ("9 0 R", 1)])
def test_a_page_tree_that_goes_round_in_a_circle(kids: str, count: int) -> None:
    assert fault(pages_of(kids, count))


def test_more_pages_than_there_are() -> None:
    assert fault(pages_of("", 2_000_000_000))


def test_thousands_of_pages() -> None:
    pages = [
        column([f"May {n % 28 + 1}, {1700 + n // 28}: Envoy {n} arrives, as in the years before."])
        for n in range(3_000)
    ]
    data = placed(column(["Chronology of the Northern Strait"]), *pages)
    entries = read_document(data, "a.pdf").sections[0].entries
    assert len(entries) == 3_000
    assert entries[-1].location.page == 3_001


def test_the_limit_of_pages_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = placed(*[column(["May 4, 2012: Talks."])] * 4)
    monkeypatch.setenv("CHRONICLE_MAX_PAGES", "3")
    assert fault(data) == "scan.pdf: 4 pages are more than 3; split it, or allow more with CHRONICLE_MAX_PAGES"


def packed(content: bytes, *, ascii85: bool = False) -> bytes:
    """A page whose content is packed."""
    stream = zlib.compress(content, 9)
    stream = a85encode(stream) + b"~>" if ascii85 else stream
    filters = b"[/ASCII85Decode /FlateDecode]" if ascii85 else b"/FlateDecode"
    return b"\n".join(
        [
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj",
            b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
            b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R",
            b"/Resources << /Font << /A << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj",
            b"4 0 obj\n<< /Filter %b /Length %d >>\nstream" % (filters, len(stream)),
            stream,
            b"endstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
        ]
    )


WORD = b"BT /A 10 Tf 72 700 Td (word) Tj ET\n"


@pytest.mark.parametrize("ascii85", [False, True])
def test_a_page_that_unpacks_without_end(ascii85: bool) -> None:
    assert fault(packed(WORD * 3_000_000, ascii85=ascii85)) == (
        "scan.pdf: a part of it unpacks to more than 64 MB; allow more with CHRONICLE_MAX_PART_MB"
    )


def test_a_page_of_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHRONICLE_MAX_PAGE_PARTS", "1000")
    assert fault(packed(WORD * 1_001)) == (
        "scan.pdf: page 1 has more than 1000 parts; allow more with CHRONICLE_MAX_PAGE_PARTS"
    )


@pytest.mark.parametrize("seed", range(60))
def test_mutated_copies(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(DATA)
    for _ in range(chance.randrange(1, 40)):
        at = chance.randrange(len(data))
        if chance.random() < 0.5:
            data[at] = chance.randrange(256)
        else:
            del data[at : at + chance.randrange(60)]
    with suppress(ReadError):
        read_document(bytes(data), "a.pdf")


def bare(data: bytes) -> None:
    """The text by PDFium alone."""
    pdf = PdfDocument(data)
    for page in pdf:
        page.get_textpage().get_text_range()
    pdf.close()


def whole(data: bytes) -> None:
    with suppress(ReadError):
        read_document(data, "a.pdf")


def test_words_all_over_the_page_take_time_in_step() -> None:
    chance = random.Random(4)
    for count in (500, 4_000):
        words = [
            (chance.uniform(0, 600), chance.uniform(0, 790), f"May {n % 28 + 1}, 2012: word") for n in range(count)
        ]
        data = placed(words)
        assert no_dearer(lambda data=data: whole(data), lambda data=data: bare(data), 60)  # type: ignore[misc]


def test_lines_over_one_another_take_time_in_step() -> None:
    data = placed([(30 + n % 7 * 80, 20 + n // 7 * 0.5, "word") for n in range(8_000)])
    with pytest.raises(NoChronology):
        read_document(data, "a.pdf")
    assert no_dearer(lambda: whole(data), lambda: bare(data), 8)


def test_many_threads_at_once() -> None:
    found: list[int] = []

    def work() -> None:
        for _ in range(5):
            found.append(len(read_document(DATA, "a.pdf").sections[0].entries))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [19] * 30


def test_nothing_is_kept_open() -> None:
    for _ in range(3):
        read_document(DATA, "a.pdf")
    gc.collect()
    assert not [thing for thing in gc.get_objects() if isinstance(thing, PdfDocument)]


def with_forms(depth: int, times: int, page_times: int = 1, pieces: int = 1) -> bytes:
    """A page that draws a form `page_times`, and forms that draw each other `times`, so deep; the last has words."""
    words = "BT /F1 10 Tf 10 10 Td (May 3, 2004: Envoys meet.) Tj ET " * pieces
    own = "<</Font<</F1 4 0 R>>/XObject<</X {} 0 R>>>>"
    called = "/X Do " * page_times
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources{own.format(6)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", f"<</Length {len(called)}>>stream\n{called}\nendstream",
    ]  # fmt: skip
    for level in range(depth):
        content = words if level == depth - 1 else "/X Do " * times
        resources = own.format(min(7 + level, 5 + depth))
        head = f"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources{resources}/Length {len(content)}>>"
        objects.append(f"{head}stream\n{content}\nendstream")
    written = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{written}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n%%EOF".encode()


def test_forms_within_forms() -> None:
    assert "Envoys meet." in reading_of(with_forms(2, 3), "a.pdf").text


@pytest.mark.parametrize("data", [with_forms(12, 10), with_forms(3, 400), with_forms(1, 1, 400, 2_000)])
def test_forms_that_unfold_without_end(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        reading_of(data, "a.pdf")
    assert str(caught.value) == (
        "a.pdf: a form in it draws more than 50000 parts; allow more with CHRONICLE_MAX_PAGE_PARTS"
    )
