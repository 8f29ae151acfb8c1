from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reports import from_text

WIRE = """Ferry talks fail again

By Ada Mensah
Associated Press Writer

VALLETTA, Malta, Sept. 4 (AP) -- Ministers of the two islands broke off their talks on Thursday.

"There is nothing to sign," one of them said.

(Reporting by Ada Mensah; Editing by Jan Kral)
Copyright 1997 The Associated Press. All rights reserved."""


def words(report, spans):
    return [report.text[start:end] for start, end in spans]


def test_a_wire_report():
    report = from_text(WIRE)
    assert report.text == WIRE
    assert report.title == "Ferry talks fail again"
    assert report.byline == "By Ada Mensah"
    assert report.agency == "AP"
    assert report.text[slice(*report.datelines[0].mention)] == "VALLETTA"
    assert report.published == report.dateline == date(1997, 9, 4)  # the year is the copyright's
    assert words(report, report.boiler) == [
        "By Ada Mensah",
        "Associated Press Writer",
        "VALLETTA, Malta, Sept. 4 (AP) --",
        "(Reporting by Ada Mensah; Editing by Jan Kral)",
        "Copyright 1997 The Associated Press. All rights reserved.",
    ]


@pytest.mark.parametrize(
    ("text", "options", "published", "dateline"),
    [
        ("date 1987-02-17 HARARE/LUSAKA: Zambia closed the bridge.", {}, date(1987, 2, 17), None),
        (
            "1987-02-17 HARARE: Zambia closed the bridge over the river on Monday, police said at night.",
            {},
            date(1987, 2, 17),
            None,
        ),
        ("Zambia closes bridge\nMarch 3, 2005\nZambia has closed the bridge.", {}, date(2005, 3, 3), None),
        ("LUSAKA, Dec 30 (Reuters) - Zambia closed it.", {}, None, None),
        (
            "LUSAKA, Dec 30 (Reuters) - Zambia closed it.",
            {"published": "2005-01-02"},
            date(2005, 1, 2),
            date(2004, 12, 30),
        ),
        ("LUSAKA, Dec 30 1999 (IPS) - Zambia closed it.", {}, date(1999, 12, 30), date(1999, 12, 30)),
        ("Zambia closed it on Monday.", {"url": "https://example.org/2011/05/09/x"}, date(2011, 5, 9), None),
        ("date 1987-02-17 Zambia closed it.", {"published": date(1990, 1, 1)}, date(1990, 1, 1), None),
        ("In 1987 Zambia closed it.", {}, None, None),
    ],
)
def test_days(text, options, published, dateline):
    report = from_text(text, **options)
    assert (report.published, report.dateline) == (published, dateline)


def test_a_headline_with_a_colon_is_no_dateline():
    report = from_text("Lusaka: bridge closed again\n\nZambia closed the bridge on Monday, the police said.")
    assert report.datelines == ()
    assert report.title == "Lusaka: bridge closed again"


def test_an_id_is_given_or_comes_from_the_content():
    one, other = from_text("Rain.", source="A"), from_text("Rain.", source="B")
    assert one.id != other.id
    assert one.text_digest == other.text_digest
    assert from_text("Rain.", source="A").id == one.id
    assert from_text("Rain.", id="row-7").id == "row-7"


def test_an_unreadable_date_raises():
    with pytest.raises(ValueError, match="no date"):
        from_text("Rain.", published="soon")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_kept_and_boiler_lies_in_it(text):
    report = from_text(text)
    assert report.text == text
    assert all(0 <= start < end <= len(text) for start, end in report.boiler)
    assert list(report.boiler) == sorted(report.boiler)


def test_half_of_a_surrogate_pair_is_read_as_the_replacement_character() -> None:
    text = "Oslo said \ud83d that talks were over."
    assert from_text(text).text == text.replace("\ud83d", "\ufffd")
