import io
import json
import os
import sys
import tracemalloc
from datetime import date

import pytest

from dragoman.records import Finding, Report
from dragoman.reports import load
from dragoman.reports.limits import LONGEST

PAGE = """<!DOCTYPE html><html><head><title>Bridge closed</title><meta property="og:site_name" content="Volta News">
<meta property="article:published_time" content="2012-05-06T10:00:00Z"><link rel="canonical" href="https://example.org/b">
</head><body><nav>Home</nav><article><h1>Bridge closed</h1>{}</article></body></html>"""
PARAGRAPH = (
    "<p>Zambia closed the bridge over the Zambezi on Monday after trucks had blocked it for a week, police said.</p>"
)


def codes(items):
    return [item.code if isinstance(item, Finding) else "report" for item in items]


def one(*sources, **options):
    (item,) = load(*sources, **options)
    assert isinstance(item, Report)
    return item


@pytest.mark.parametrize(
    ("raw", "text", "found"),
    [
        ("Düzce".encode(), "Düzce", ["report"]),
        ("Düzce".encode("utf-8-sig"), "Düzce", ["report"]),
        ("Düzce held “talks” – again".encode("utf-16"), "Düzce held “talks” – again", ["report"]),
        (
            ("The talks in Düzce, he said. " * 9).encode("cp1252"),
            "The talks in Düzce, he said. " * 9,
            ["encoding", "report"],
        ),
        (
            "“Talks” in Düzce – again and again.".encode("cp1252"),
            "“Talks” in Düzce – again and again.",
            ["encoding", "report"],
        ),
        ("Talks were held.".encode("utf-16-le"), "Talks were held.", ["encoding", "report"]),
    ],
)
def test_encodings(tmp_path, raw, text, found):
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    items = list(load(path))
    assert codes(items) == found
    assert items[-1].text == text


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.txt", bytes(range(256)) * 40, "binary"),
        ("a.pdf", b"%PDF-1.7 and so on", "binary"),
        ("a.json", b"{", "broken-row"),
        ("a.json", b"[]", "empty"),
        ("a.html", b"<html><body><script>var a = 1;</script></body></html>", "no-text"),
    ],
)
def test_what_cannot_be_read_is_one_finding(tmp_path, name, raw, code):
    path = tmp_path / name
    path.write_bytes(raw)
    (item,) = load(path)
    assert item.code == code
    assert item.where == str(path)
    assert "; " in item.message or ": " in item.message  # says what to do


def test_missing_and_forbidden_files(tmp_path):
    assert codes(load(tmp_path / "none.txt", "odd\0name")) == ["missing", "unreadable"]
    path = tmp_path / "shut.txt"
    path.write_text("Rain.")
    path.chmod(0)
    if not os.access(path, os.R_OK):  # root reads everything
        assert codes(load(path)) == ["unreadable"]


def test_rows(tmp_path):
    rows = [
        json.dumps(
            {"id": "a", "text": "Rain fell.", "published": "2001-02-03", "title": "Rain", "source": "Volta News"}
        ),
        "{broken",
        "",
        json.dumps(["text"]),
        json.dumps({"title": "no text"}),
        json.dumps({"id": 17, "text": "Snow fell.", "published": "last year"}),
        json.dumps({"text": "  "}),
        json.dumps({"text": "date 1999-01-01 Sun shone.", "url": "https://example.org/x"}),
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows))
    items = list(load(path, published="2010-10-10"))
    assert codes(items) == [
        "report",
        "broken-row",
        "broken-row",
        "no-text",
        "unreadable-date",
        "report",
        "empty",
        "report",
    ]
    assert [item.where for item in items if isinstance(item, Finding)] == [f"{path}:{n}" for n in (2, 4, 5, 6, 7)]
    reports = [item for item in items if isinstance(item, Report)]
    assert [report.id for report in reports[:2]] == ["a", "17"]
    assert [report.published for report in reports] == [date(2001, 2, 3), date(2010, 10, 10), date(2010, 10, 10)]
    assert (reports[0].title, reports[0].source, reports[2].url) == ("Rain", "Volta News", "https://example.org/x")


def test_rows_are_not_held_in_memory():
    class Rows(io.RawIOBase):
        left = 4_000

        def readline(self, size=-1):
            self.left -= 1
            return b'{"text": "' + b"Rain fell on the town. " * 40 + b'"}\n' if self.left >= 0 else b""

    tracemalloc.start()
    count = sum(1 for _ in load(Rows()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 4_000  # 4 MB of rows
    assert peak < 1_000_000


def test_a_page(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(PAGE.format(PARAGRAPH * 3))
    report = one(path)
    assert report.title == "Bridge closed"
    assert report.published == date(2012, 5, 6)
    assert (report.source, report.url) == ("Volta News", "https://example.org/b")
    assert "Home" not in report.text
    assert "Zambia closed the bridge over the Zambezi" in report.text
    assert one(path.read_bytes()).text == report.text  # bytes are known by their first tag


def test_a_page_nested_too_deep_is_told(tmp_path):
    path = tmp_path / "deep.html"
    path.write_text(PAGE.format(PARAGRAPH * 3 + "<div>" * 300 + PARAGRAPH + "</div>" * 300))
    assert codes(load(path)) == ["nested-too-deep", "report"]


def test_a_folder_is_walked_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/c.jsonl", ".hidden.txt", "notes.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps({"text": name}) if name.endswith("l") else name)
    assert [item.text for item in load(tmp_path)] == ["b.txt", "a/c.jsonl", "a/z.txt"]


def test_a_folder_without_reports_is_one_finding(tmp_path):
    (tmp_path / "notes.md").write_text("Rain.")
    assert codes(load(tmp_path)) == ["no-reports"]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b'\n{"text": "Rain fell."}\n{"text": "Snow fell."}\n', ["report", "report"]),
        (b"{Rain} fell.\n", ["report"]),
        (PAGE.format(PARAGRAPH * 3).encode(), ["report"]),
        (b"", ["empty"]),
    ],
)
def test_standard_input(monkeypatch, raw, found):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert codes(load("-")) == found


def test_a_json_file_of_one_object_or_a_list(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": "Rain fell."}, indent=2))
    assert one(path).text == "Rain fell."
    path.write_text(json.dumps([{"text": "Rain fell."}, {"text": 3}], indent=2))
    assert codes(load(path)) == ["report", "no-text"]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_huge_line_is_cut_and_told(tmp_path, name):
    text = "The rain goes on. " * 560_000  # 10 MB
    path = tmp_path / name
    path.write_text(text if name == "a.txt" else json.dumps({"text": text}))
    finding, report = load(path)
    assert finding.code == "too-long"
    assert text.startswith(report.text)
    assert LONGEST - 10_000 < len(report.text) <= LONGEST


def test_published_fills_in_and_must_be_a_date():
    assert one(b"Rain fell.", published="1999-09-09").published == date(1999, 9, 9)
    with pytest.raises(ValueError, match="no date"):
        load(b"Rain fell.", published="soon")
