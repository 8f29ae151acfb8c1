"""Which name holds the other, by the words between; the table's own examples and some more."""

import re

import pytest

from dragoman.places.containment import FORMS, HARD, SOFT, Form, abbreviations, held_by, printed_after
from dragoman.places.locate import Name


def _names(marked: str) -> tuple[str, list[Name]]:
    names, text = [], ""
    for part in re.split(r"(\[[^\[\]]+\])", marked):
        if re.fullmatch(r"\[[^\[\]]+\]", part):
            names.append(Name(part[1:-1], len(text), len(text) + len(part) - 2))
            text += part[1:-1]
        else:
            text += part
    return text, names


@pytest.mark.parametrize("form", FORMS, ids=[form.id for form in FORMS])
def test_a_form_fires_on_its_example_only(form: Form) -> None:
    text, names = _names(form.fires)
    inner, outer, strength = held_by(names, text)[0]
    assert (outer > inner) is form.outer_last
    assert strength == form.strength
    text, names = _names(form.silent)
    assert held_by(names, text) == []


def test_a_list_is_only_a_hint() -> None:
    text, names = _names("[Jordan], [Lebanon] and [Syria]")
    assert [strength for inner, outer, strength in held_by(names, text) if (inner, outer) == (0, 1)] == [SOFT]
    text, names = _names("in [Paris], [Texas], on Friday")
    assert held_by(names, text) == [(0, 1, HARD)]


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (", Ill., where", "Illinois"),
        (", IL 62701", "Illinois"),
        (", W.Va., and", "West Virginia"),
        (", N.Y. - Snow", "New York state"),
        (", Maine, and", "Maine"),
        (", North Carolina.", "North Carolina"),
        (", Ont.,", "Ontario"),
        (", Mr. Smith", None),
        (", and Iowa", None),
        (" Ill.", None),
        ("", None),
    ],
)
def test_a_state_printed_after(after: str, state: str | None) -> None:
    assert printed_after(f"X{after}", 1) == state


def test_abbreviations_name_states_that_the_gazetteer_knows() -> None:
    from dragoman.places.gazetteer import gazetteer
    from dragoman.places.names import key
    from dragoman.places.schema import Kind

    for short, name in abbreviations().items():
        held = gazetteer().named(key(name))
        assert any(entry.kind is not Kind.TOWN for entry in held), (short, name)
