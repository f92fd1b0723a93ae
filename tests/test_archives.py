"""Zip archives of issues: their members are documents, and nothing of a bomb is unpacked."""

import io
import zipfile
from pathlib import Path

import pytest

from chronicle.ingest import Report, ingest

ISSUE = """Chronology of Norland - Sudland Relations

May 4, 2012: Ministers of Norland and Sudland meet.

May 6, 2012: Talks on fish begin.

May 9, 2012: The talks end without a result.
"""
PAGE = "<!doctype html><h1>Chronology</h1>" + "".join(
    f"<p>{line.replace('2012', '2013')}" for line in ISSUE.split("\n\n")[1:]
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = tmp_path / "here"
    found.mkdir()
    monkeypatch.chdir(found)
    return found


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "events.db")


def packed(members: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def told(reports: list[Report]) -> list[tuple[str, str]]:
    return [(report.file, report.status) for report in reports]


def test_its_documents_are_read_in_order_of_their_names(folder: Path, db: str) -> None:
    data = packed({
        "2013/b.html": PAGE, "2012/a.txt": ISSUE, "2012/essay.md": "# On fish\n\nFish swim.",
        "cover.png": b"\x89PNG", ".hidden.txt": ISSUE, "__MACOSX/2012/a.txt": b"\x00\x05",
    })  # fmt: skip
    (folder / "issues.zip").write_bytes(data)
    expected = [("issues.zip/2012/a.txt", "added"), ("issues.zip/2012/essay.md", "skipped"),
                ("issues.zip/2013/b.html", "added"), ("issues.zip", "skipped")]  # fmt: skip
    reports = list(ingest(["issues.zip"], db))
    assert told(reports) == expected
    assert (reports[-1].passed, reports[-1].problems) == (
        1, ("issues.zip: 1 file of other kinds passed over (.png 1)",),
    )  # fmt: skip
    again = list(ingest(["issues.zip"], db))
    assert [report.status for report in again] == ["unchanged", "skipped", "unchanged", "skipped"]


def test_in_a_folder_and_under_any_name(folder: Path, db: str) -> None:
    (folder / "issues.zip").write_bytes(packed({"a.txt": ISSUE}))
    (folder / "none.zip").write_bytes(packed({"a.png": b"x"}))
    assert told(list(ingest(["."], db))) == [("issues.zip/a.txt", "added"), ("none.zip", "skipped")]
    (folder / "download").write_bytes(packed({"b.html": PAGE}))
    assert told(list(ingest(["download"], db))) == [("download/b.html", "added")]


def test_members_of_other_names_are_told_by_their_content(folder: Path, db: str) -> None:
    (folder / "in.zip").write_bytes(packed({"list.aspx": PAGE, "LICENSE": ISSUE, "a.png": b"\x89PNG"}))
    reports = list(ingest(["in.zip"], db))
    assert told(reports) == [("in.zip/list.aspx", "added"), ("in.zip", "skipped")]
    assert reports[1].problems == ("in.zip: 2 files of other kinds passed over (no ending 1, .png 1)",)


def test_two_members_of_one_name_are_two_documents(folder: Path, db: str) -> None:
    (folder / "issues.zip").write_bytes(packed({"one/a.txt": ISSUE, "two/a.txt": ISSUE.replace("2012", "2015")}))
    assert [report.status for report in ingest(["issues.zip", "issues.zip"], db)] == ["added", "added"]


def test_names_that_lead_out_of_the_archive_lead_nowhere(folder: Path, db: str) -> None:
    (folder / "issues.zip").write_bytes(packed({"../../a.txt": ISSUE, "/b.html": PAGE}))
    led_out, added = ingest(["issues.zip"], db)
    assert told([led_out, added]) == [("issues.zip/../../a.txt", "failed"), ("issues.zip//b.html", "added")]
    assert led_out.error == (
        "issues.zip/../../a.txt: its name leads out of the archive; unpack it with another program"
    )
    assert sorted(path.name for path in folder.rglob("*")) == ["issues.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_second_member_of_a_name_is_told(folder: Path, db: str) -> None:
    file = io.BytesIO(packed({"a.txt": ISSUE}))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("a.txt", PAGE)
    (folder / "issues.zip").write_bytes(file.getvalue())
    first, second = ingest(["issues.zip"], db)
    assert (first.status, second.status) == ("added", "failed")
    assert "a second file of this name" in str(second.error)


def locked(data: bytes) -> bytes:
    """The archive with the sign of a password on its first member."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 8] + b"\x01" + data[at + 9 :]


def damaged(data: bytes) -> bytes:
    return data[:60] + bytes(20) + data[80:]


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (b"", {}, "a.zip: not a zip file, or damaged; get it anew"),
        (b"PK\x03\x04", {}, "a.zip: not a zip file, or damaged; get it anew"),
        (packed({}), {}, "a.zip: holds no documents (.txt, "),
        (packed({"a.png": b"x"}), {}, "a.zip: holds no documents (.txt, "),
        (locked(packed({"a.txt": ISSUE})), {}, "a.zip/a.txt: locked with a password; unpack the archive first"),
        (damaged(packed({"a.txt": ISSUE})), {}, "a.zip/a.txt: damaged in the archive; unpack it with another program"),
        (packed({"a.txt": b" " * 5_000_000}), {}, "a.zip: grows to more than 200 times its size; "),
        (packed({"a.txt": b" " * 5_000_000}), {"ARCHIVE_MB": "4"}, "a.zip: holds 5 MB, more than 4; "),
        (
            packed({"a.txt": b" " * 2_000_000}),
            {"FILE_MB": "1", "ARCHIVE_RATIO": "5000"},
            "a.zip/a.txt: is larger than 1 MB; split it, or raise CHRONICLE_MAX_FILE_MB",
        ),
        (packed({f"{n}.txt": "" for n in range(60)}), {"ARCHIVE_FILES": "50"}, "a.zip: holds more than 50 files; "),
        (packed({f"{n}.txt": "" for n in range(200)}), {"ARCHIVE_FILES": "50"}, "a.zip: holds more than 50 files; "),
    ],
)
def test_archives_that_are_refused(
    data: bytes, limits: dict[str, str], message: str, folder: Path, db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in limits.items():
        monkeypatch.setenv(f"CHRONICLE_MAX_{name}", value)
    (folder / "a.zip").write_bytes(data)
    (report,) = ingest(["a.zip"], db)
    assert report.status == "failed"
    assert report.error is not None
    assert report.error.startswith(message)


def test_an_archive_within_an_archive_is_not_opened(folder: Path, db: str) -> None:
    (folder / "a.zip").write_bytes(packed({"b.zip": packed({"c.txt": ISSUE}), "d.txt": packed({"c.txt": ISSUE})}))
    assert told(list(ingest(["a.zip"], db))) == [("a.zip/d.txt", "failed"), ("a.zip", "skipped")]


def test_a_limit_that_is_none(folder: Path, db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from chronicle.errors import UsageError

    monkeypatch.setenv("CHRONICLE_MAX_ARCHIVE_MB", "plenty")
    (folder / "a.zip").write_bytes(packed({"a.txt": ISSUE}))
    with pytest.raises(UsageError, match="CHRONICLE_MAX_ARCHIVE_MB: 'plenty' is no limit; give a whole number above 0"):
        list(ingest(["a.zip"], db))
