import pytest

from dragoman.reports.dateline import EXAMPLES, read_dateline

REST = (
    " and so the line runs on, as the first paragraph of a report does, for a good deal longer than any headline would."
)


@pytest.mark.parametrize(("line", "cities", "agency", "day"), EXAMPLES, ids=[row[0][:24] for row in EXAMPLES])
def test_examples(line, cities, agency, day):
    found = read_dateline(line + REST, 0)
    if cities is None:
        assert found is None
        return
    assert found is not None
    assert tuple(line[start:end] for (start, end), _ in found.cities) == cities
    assert found.agency == agency
    assert (found.day[0].strip(" ,.") if found.day else "") == day


def test_offsets_count_from_the_text():
    text = " date 1998-02-03 DAKAR/BAMAKO: Senegal" + REST
    found = read_dateline(text, 17)
    assert [text[start:end] for (start, end), _ in found.cities] == ["DAKAR", "BAMAKO"]
    assert text[slice(*found.span)] == "DAKAR/BAMAKO:"


@pytest.mark.parametrize("text", ["", "-", ":", "A", "—" * 500, "(" * 300, "A/" * 400, "X" * 100_000, "A, " * 5000])
def test_odd_texts_do_not_raise(text):
    read_dateline(text, 0)
