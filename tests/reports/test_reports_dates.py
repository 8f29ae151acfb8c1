from datetime import date, datetime

import pytest

from dragoman.reports.dates import EXAMPLES, day_of_url, printed_day, published_day


@pytest.mark.parametrize(("text", "day"), EXAMPLES)
def test_examples(text, day):
    found = printed_day(text)
    assert (found.isoformat() if found else None) == day


def test_published_takes_days_and_times():
    assert published_day(datetime(2004, 2, 29, 23, 59)) == date(2004, 2, 29)
    assert published_day(date(1991, 8, 19)) == date(1991, 8, 19)
    assert published_day(None) is None
    with pytest.raises(ValueError, match="2021-08-17"):
        published_day("the day before")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/world/2016/11/03/talks.html", date(2016, 11, 3)),
        ("https://example.org/a-20090615-story", date(2009, 6, 15)),
        ("https://example.org/2016/13/03/x", None),
        ("https://example.org/item/20161", None),
        (None, None),
    ],
)
def test_day_of_url(url, day):
    assert day_of_url(url) == day
