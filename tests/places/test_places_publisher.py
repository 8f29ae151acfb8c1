"""What an address and a publisher's name say of where a paper is at home."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.places.publisher import EXAMPLES, Hints, hints


@pytest.mark.parametrize(("url", "publisher", "country", "place"), EXAMPLES)
def test_examples(url: str | None, publisher: str | None, country: str | None, place: str | None) -> None:
    assert hints(url, publisher) == Hints(country, place)


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_is_taken(url: str, publisher: str) -> None:
    hints(url, publisher)
    hints(f"http://{url}", None)
