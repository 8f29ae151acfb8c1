"""Names of countries and capitals: actor or place, by the table in dragoman.actors.metonyms."""

import pytest

from dragoman.actors import resolve
from dragoman.actors.cast import Mention
from dragoman.actors.metonyms import EXAMPLES
from dragoman.language import parse
from dragoman.records import Report


def mention(text: str, word: str) -> Mention:
    doc = parse(text)
    start = text.index(word)
    token = next(t for t in doc if t.idx == start)
    found = resolve(Report(id="r", text=text), doc).at(token.i)
    assert found is not None, (text, word)
    return found


@pytest.mark.parametrize(("rule", "name", "actor", "_place"), EXAMPLES)
def test_stands_for_its_government(rule: str, name: str, actor: str, _place: str) -> None:
    assert mention(actor, name).how == "metonym", rule


@pytest.mark.parametrize(("rule", "name", "_actor", "place"), EXAMPLES)
def test_is_a_literal_place(rule: str, name: str, _actor: str, place: str) -> None:
    found = mention(place, name)
    assert (found.how, found.actors[0].sector) == ("place", None), rule


COUNTRIES = (
    ("Peru expelled the diplomats.", "Peru", False),
    ("The sanctions on Eritrea were extended.", "Eritrea", False),
    ("Relations between Oman and Qatar improved.", "Qatar", False),
    ("The ambassador of Kenya was summoned.", "Kenya", False),
    ("Fighting went on in Sudan.", "Sudan", True),
    ("Refugees fled from Bosnia to Croatia.", "Bosnia", True),
    ("The troops were stationed near Kuwait.", "Kuwait", True),
)


@pytest.mark.parametrize(("text", "name", "place"), COUNTRIES)
def test_countries_act_unless_locative(text: str, name: str, place: bool) -> None:
    assert mention(text, name).is_place is place
