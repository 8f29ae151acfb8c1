"""Names of states that mean nobody (languages, wares, rivers, teams), and names that mean somebody after all."""

from datetime import date

import pytest

from dragoman.actors import Cast, resolve
from dragoman.actors.mentions_nobody import AFTER_NAME
from dragoman.actors.resolve_organisations import NAME_WORDS, USES
from dragoman.language import parse
from dragoman.records import ActorKind, Report


def cast(text: str, day: date | None = None) -> Cast:
    return resolve(Report(id="r", text=text, published=day), parse(text))


def named(text: str, day: date | None = None) -> set[tuple[str, str | None, str | None]]:
    return {(a.name, a.country, a.sector) for m in cast(text, day).mentions if m.how != "place" for a in m.actors}


@pytest.mark.parametrize(("rule", "words", "nobody", "somebody"), AFTER_NAME)
def test_what_a_name_stands_before(rule: str, words: str, nobody: str, somebody: str) -> None:
    assert not [m for m in cast(nobody).mentions if m.how == "demonym"], rule
    assert [m for m in cast(somebody).mentions if m.how == "demonym"], rule
    assert any(word in nobody for word in words.split())


# text, whether a state is among the actors
NOBODY = (
    ("The consul answered in Turkish.", False),
    ("He speaks Chechen and Russian.", False),
    ("The Niger rose by two metres.", False),
    ("Guyana's mills suffer from the Dutch disease.", True),  # Guyana alone
    ("The match ended when France beat Ghana 2-1 in Rouen.", False),
    ("France beat off the raid on its embassy.", True),
    ("Niger recalled its envoy.", True),
    ("The Turkish refused.", True),
)


@pytest.mark.parametrize(("text", "state"), NOBODY)
def test_states_that_are_none(text: str, state: bool) -> None:
    found = {a.id for m in cast(text).mentions for a in m.actors if a.kind is ActorKind.STATE}
    assert bool(found) is state


@pytest.mark.parametrize(("rule", "sector", "_words", "fires", "other"), USES)
def test_what_a_name_is_used_with(rule: str, sector: str, _words: str, fires: str, other: str) -> None:
    assert sector in {s for _, _, s in named(fires)}, rule
    assert sector not in {s for name, _, s in named(other) if name in fires}, rule


@pytest.mark.parametrize(("rule", "sector", "_words", "fires", "other"), NAME_WORDS)
def test_the_last_word_of_a_name(rule: str, sector: str, _words: str, fires: str, other: str) -> None:
    assert sector in {s for _, _, s in named(f"The {fires} said on Friday that it would wait.")}, rule
    assert sector not in {s for name, _, s in named(f"The {other} said that it would wait.") if name == other}, rule


# text, day, name, country, sector
MEANT = (
    ("European ministers met. Brussels must not spend, Latvia said.", None, "European Union", None, "IGO"),
    ("Belgian ministers met. Brussels must not spend, Latvia said.", None, "Belgium", "BEL", "GOV"),
    ("British lawmaker Helen Holland rose. He told Holland that he knew.", None, "Helen Holland", "GBR", "LEG"),
    ("In Sudan votes were counted. The North will accept the result.", date(2011, 2, 7), "Sudan", "SDN", "GOV"),
    ("In Chad the National Unity Front (FUN), a rebel group, fled.", None, "National Unity Front", "TCD", "REB"),
    ("Condor Air, an airline from Peru, stopped. Condor will fly again.", None, "Condor Air", "PER", "BUS"),
    ("He read it in the Harare Weekly.", None, "Harare Weekly", "ZWE", "MED"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "day", "name", "country", "sector"), MEANT)
def test_who_is_meant(text: str, day: date | None, name: str, country: str | None, sector: str) -> None:
    assert (name, country, sector) in named(text, day)


def test_a_former_capital_is_a_place() -> None:
    text = "Bonn lost its last embassy."
    assert named(text, date(1995, 5, 1)) >= {("Germany", "DEU", "GOV")}
    assert ("Germany", "DEU", "GOV") not in named(text, date(2005, 5, 1))
