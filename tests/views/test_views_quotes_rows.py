"""Statements for programs: JSON and CSV parse back to what the reading holds."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.records import Actor
from dragoman.views.quotes_rows import COLUMNS, csv_lines, header, json_lines

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"


def rows_of_csv(reading) -> list[dict[str, str]]:
    text = (header() + csv_lines(reading, reading.statements)).decode("utf-8")
    assert text.count("\r\n") == len(reading.statements) + 1
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_of_json_is_the_statement_of_schema_1(reading):
    (line,) = json_lines(reading, reading.statements).splitlines()
    row, whole = json.loads(line), json.loads(reading.to_json())
    assert whole["statements"][0].items() <= row.items()
    assert (row["report"], row["published"], row["agency"]) == ("fixture", "2014-03-04", "Reuters")
    assert row["words"] == "We shall return when the road is safe"
    assert row["cue_words"] == "told"
    assert row["origin"] is None
    assert [row["schema"], row["coder"]] == [whole["schema"], whole["coder"]]
    for start, end in row["content"]:
        assert reading.report.text[start:end] == row["words"]


def test_a_row_of_csv_is_flat(reading):
    (statement,) = reading.statements
    reporters = Actor("reporters", "Reporters", None, "MED")
    origin = replace(reading.report, origin="news, old/march.txt")
    (row,) = rows_of_csv(
        replace(reading, report=origin, statements=(replace(statement, addressee=reporters, venue="parliament"),))
    )
    start, end = statement.content[0]
    assert row == {
        "report": "fixture",
        "title": "Kenya closes <b>consulate</b>",
        "published": "2014-03-04",
        "source": "",
        "origin": "news, old/march.txt",
        "id": statement.id,
        "speaker": "Amina Otieno",
        "speaker_country": "KEN",
        "speaker_sector": "GOV",
        "addressee": "Reporters",
        "addressee_country": "",
        "addressee_sector": "MED",
        "date_start": "2014-03-04",
        "date_end": "2014-03-04",
        "venue": "parliament",
        "form": "direct",
        "cue": "told",
        "words": "We shall return when the road is safe",
        "according_to": "",
        "according_to_country": "",
        "according_to_sector": "",
        "confidence": "0.97",
        "made_by": "hand",
        "content": f"{start}:{end}",
        "evidence": f"{statement.evidence[0][0]}:{statement.evidence[0][1]}",
    }


def test_pieces_and_names_of_any_script_come_back(reading):
    text = 'Þórarinn said: 「北京，\n\n"上海"」 and; more.'
    (statement,) = reading.statements
    said = replace(statement, speaker=Actor("x", "Þórarinn Æsir", "ISL"), content=((16, 19), (21, 25)), cue=None)
    found = replace(reading, report=replace(reading.report, text=text), statements=(said,))
    (row,) = rows_of_csv(found)
    assert row["words"] == '北京， ... "上海"'
    assert row["speaker"] == "Þórarinn Æsir"
    assert row["content"] == "16:19 21:25"
    (line,) = json_lines(found, found.statements).splitlines()
    assert json.loads(line)["words"] == '北京， ... "上海"'
    assert "北京" in line.decode("utf-8")


def test_a_cell_stays_on_its_line_while_json_keeps_the_words(reading):
    broken = replace(reading.report, text=reading.report.text.replace("the road", "the\n\n road"))
    start, end = reading.statements[0].content[0]
    said = replace(reading.statements[0], content=((start, end + 2),))
    found = replace(reading, report=broken, statements=(said,))
    assert rows_of_csv(found)[0]["words"] == "We shall return when the road is safe"
    assert json.loads(json_lines(found, found.statements))["words"] == "We shall return when the\n\n road is safe"


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-2", "@here"])
def test_a_spreadsheet_takes_nothing_for_a_formula(reading, title):
    (row,) = rows_of_csv(replace(reading, report=replace(reading.report, title=title)))
    assert row["title"] == f"'{title}"


def test_the_name_of_a_file_that_is_no_text_is_escaped(reading):
    found = replace(reading, report=replace(reading.report, origin="caf\udce9.txt"))
    assert json.loads(json_lines(found, found.statements).decode("utf-8"))["origin"] == "caf\udce9.txt"
    csv_lines(found, found.statements).decode("utf-8")


def test_no_statement_gives_no_row(reading):
    assert json_lines(reading, ()) == b""
    assert csv_lines(reading, ()) == b""
    assert header().decode() == ",".join(COLUMNS) + "\r\n"


def test_every_column_is_documented():
    section = PAGE.read_text(encoding="utf-8").split("## dragoman quotes")[1].split("\n## ")[0]
    assert tuple(re.search(r"`(report,[a-z_,\s]+)`", section)[1].replace("\n", "").split(",")) == COLUMNS
