"""To whom, where and when it was said."""

import pytest
from speech_cases import misses, read

from dragoman.speech import venues

FILES = ("circumstances.txt", "reports.txt", "chains.txt")


@pytest.mark.parametrize(("key", "floor"), [("to", 0.88), ("at", 0.88), ("d", 0.88)])
def test_circumstances_are_those_that_a_reader_names(key, floor):
    missed = [line for file in FILES for line in misses(file)[1] if line.startswith(f"{key} ")]
    assert len(missed) <= (1 - floor) * sum(misses(file)[0].get(key, 0) for file in FILES), "\n".join(missed)


def first(text, published="2006-11-09"):
    _, made = read(text, published)
    return made[0]


@pytest.mark.parametrize("row", venues.table(), ids=lambda row: row.kind)
def test_row_of_venues_fires_and_keeps_silent(row):
    said = "Kenyan minister Ann Ruto said {} that the road was shut."
    assert first(said.format(row.fires)).venue == row.fires.split(" ", 1)[1]
    assert first(said.format(row.silent)).venue is None


def test_the_press_is_the_hearer_under_its_own_name_and_of_no_country():
    heard = first("Kenyan minister Ann Ruto told reporters in Nairobi that the road was shut.").addressee
    assert (heard.name, heard.country, heard.sector) == ("Reporters", None, "MED")


@pytest.mark.parametrize(
    ("text", "hearer"),
    [
        ("Kenya accused Uganda of delay.", None),
        ("Kenya said to the surprise of many that the road was shut.", None),
        ("Kenya promised aid.", None),
    ],
)
def test_no_hearer_where_nobody_is_spoken_to(text, hearer):
    _, made = read(text, "2006-11-09")
    assert all(s.addressee is hearer for s in made)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Speaking in Lima on Tuesday, Peruvian minister Ana Rey said the road was shut.", "2006-11-07"),
        ("Peruvian minister Ana Rey said in a letter dated 31 October that the road was shut.", "2006-10-31"),
        ("Peru said in a statement released late on Wednesday that the road was shut.", "2006-11-08"),
        ("Peruvian minister Ana Rey told the crowd before dawn on Monday that the road was shut.", "2006-11-06"),
        ("In a speech marking the end of the 1995 war, Peruvian minister Ana Rey said the road was shut.", None),
        ("Peruvian minister Ana Rey said in an interview to be published on Sunday that the road was shut.", None),
        ("Peruvian minister Ana Rey told Radio Vision 2000 that the road was shut.", None),
    ],
)
def test_day_of_speaking(text, day):
    made = first(text)
    assert (str(made.date.start) if made.date else None) == day


def test_yesterday_in_a_quotation_counts_from_its_own_day():
    text = '"The envoy told me yesterday that the road was shut," Peruvian minister Ana Rey said on Monday.'
    _, made = read(text, "2006-11-09")
    assert [str(s.date.start) for s in made] == ["2006-11-06", "2006-11-05"]


def test_words_to_the_crowd_are_of_the_day_of_the_march():
    lead = "Peru is angry. Thousands of miners marched through Lima on Tuesday. Their leader was arrested last week. "
    day = [
        str(s.date.start) if s.date else None
        for s in read(lead + "Minister Ana Rey told the crowd that it was late.", "2006-11-09")[1]
    ]
    assert day == ["2006-11-07"]
    day = [s.date for s in read(lead + "Minister Ana Rey told a crowd that it was late.", "2006-11-09")[1]]
    assert day == [None]
