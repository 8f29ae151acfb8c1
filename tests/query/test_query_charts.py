"""Charts of dyads: what they show, and the four forms in which they are saved."""

import json
import sys
from pathlib import Path

import pytest

from dragoman.errors import OutputError
from dragoman.query.asked import Named
from dragoman.query.dyads import QUADS, Cell, Dyads, between_months
from dragoman.query.who import Meant

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

from dragoman.query.charts import MOST, chart, save

FIJI, TONGA = Named("FJI", "Fiji", "FJI"), Named("TON", "Tonga", "TON")


def dyads(pairs: int = 1, events: int = 2) -> Dyads:
    cells = []
    for n in range(pairs):
        other = Named(f"X{n}", f"Land {n}", f"X{n}") if n else TONGA
        for one, two in ((FIJI, other), (other, FIJI)):
            for month in between_months("2003-03", "2003-06"):
                cells += [Cell(one, two, month, quad, events, events, 1.5, 0) for quad in QUADS]
    return Dyads(Meant("Fiji", "FJI", "Fiji", ""), Meant("Tonga", "TON", "Tonga", ""), None, None, tuple(cells))


def test_a_panel_for_each_direction_with_one_scale() -> None:
    made = chart(dyads()).to_dict()
    assert made["title"]["text"] == "Fiji – Tonga"
    assert [panel["vconcat"][0]["title"]["text"] for panel in made["vconcat"]] == ["Fiji → Tonga", "Tonga → Fiji"]
    scales = {json.dumps(p["vconcat"][0]["layer"][0]["encoding"]["y"]["scale"]) for p in made["vconcat"]}
    assert [json.loads(scale)["domain"] for scale in scales] == [[-4, 4]]


def test_of_many_directions_those_with_most_events() -> None:
    made = chart(dyads(pairs=5)).to_dict()
    assert len(made["vconcat"]) == MOST
    assert made["title"]["subtitle"].endswith("The 6 of 10 directions with most events")


def test_conflict_stands_below_zero() -> None:
    made = chart(dyads()).to_dict()
    values = made["vconcat"][0]["vconcat"][0]["layer"][0]["data"]["values"]
    assert {row["class"]: row["bar"] for row in values} == {
        "Verbal cooperation": 2,
        "Material cooperation": 2,
        "Verbal conflict": -2,
        "Material conflict": -2,
    }


@pytest.mark.parametrize(
    ("ending", "begins"), [(".svg", b"<svg"), (".png", b"\x89PNG"), (".html", b"<!DOCTYPE html>"), (".json", b"{")]
)
def test_it_is_saved_by_its_ending(tmp_path: Path, ending: str, begins: bytes) -> None:
    target = tmp_path / f"chart{ending.upper() if ending == '.svg' else ending}"
    save(chart(dyads()), target)
    content = target.read_bytes()
    assert content.startswith(begins)
    if ending == ".svg":
        assert "Fiji → Tonga" in content.decode()
        assert "Mar 2003" in content.decode()
    if ending == ".html":
        assert b'src="http' not in content  # nothing is fetched


@pytest.mark.parametrize("ending", [".svg", ".html"])
def test_a_name_from_a_report_is_no_markup(tmp_path: Path, ending: str) -> None:
    bad = "</script><script>alert(1)</script><img src=x>"
    save(chart(dyads(), title=bad), tmp_path / f"chart{ending}")
    content = (tmp_path / f"chart{ending}").read_text(encoding="utf-8")
    assert "alert(1)" in content
    assert "<script>alert" not in content
    assert "<img src=x" not in content


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be written as “\.pdf”\. Use \.svg, \.png, \.html, \.json"):
        save(chart(dyads()), tmp_path / "chart.pdf")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="the chart cannot be written: No such file or directory"):
        save(chart(dyads()), tmp_path / "none" / "chart.json")


def test_without_events_there_is_no_chart() -> None:
    with pytest.raises(OutputError, match="there are no events to show"):
        chart(dyads(events=0))


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_a_missing_library_is_named(library: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made = chart(dyads())
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(OutputError, match=rf"{library} is not installed. Run: pip install 'dragoman\[charts\]'"):
        save(chart(dyads()) if library == "altair" else made, tmp_path / "chart.svg")
