"""What the words around a name teach: title, of whom, country, sector, and whether it is over."""

from datetime import date

import pytest

from dragoman import reports
from dragoman.actors import Cast, resolve
from dragoman.actors.role_time import PAST_WORDS
from dragoman.language import parse
from dragoman.records import Report, Role

DAY = date(2009, 3, 4)


def cast(text: str) -> Cast:
    return resolve(Report(id="r", text=text, published=DAY), parse(text))


def roles(text: str, name: str) -> list[Role]:
    return [role for role in cast(text).roles if role.actor.name == name]


# text, name, title, of, country, sector, former
LEARNED = (
    ("Ghana's Vice Trade Minister Kofi Mensah left.", "Kofi Mensah", "vice trade minister", "Ghana", "GHA", "GOV", 0),
    ("Thai energy ministry spokesman Liu Fa left.", "Liu Fa", "spokesman", "Thai energy ministry", "THA", "GOV", 0),
    ("Pedro Alva, 45, a farmer from Peru, wept.", "Pedro Alva", "farmer", "Peru", "PER", "CVL", 0),
    ("Juma Wako, a spokesman for Hamas, said no.", "Juma Wako", "spokesman", "Hamas", "PSE", "REB", 0),
    ("Abena Owusu, who heads Ghana's army, said no.", "Abena Owusu", "head", "Ghanaian army", "GHA", "MIL", 0),
    ("Thai ex-president Mali Suk fled.", "Mali Suk", "president", "Thailand", "THA", "CVL", 1),
    ("Greek then-trade minister Jan Novak left.", "Jan Novak", "trade minister", "Greece", "GRC", "CVL", 1),
    ("Jan Novak, who was Greek trade minister, left.", "Jan Novak", "trade minister", "Greece", "GRC", "GOV", 1),
    ("Kenyan President-elect Ali Hassan spoke.", "Ali Hassan", "president-elect", "Kenya", "KEN", "GOV", 0),
    ("Sule Bako was named Nigerian prime minister.", "Sule Bako", "prime minister", "Nigeria", "NGA", "GOV", 0),
    ("Thai Trade Minister Li met his Kenyan counterpart Ida Wa", "Ida Wa", "trade minister", "Kenya", "KEN", "GOV", 0),
    ("Juma Wako, the club president, said no.", "Juma Wako", "club president", None, None, "CVL", 0),
    ("Sule Bako is the Nigerian ambassador.", "Sule Bako", "ambassador", "Nigeria", "NGA", "GOV", 0),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "title", "of", "country", "sector", "former"), LEARNED)
def test_a_role_is_learned(text: str, name: str, title: str, of: str, country: str, sector: str, former: int) -> None:
    (role,) = roles(text, name)
    assert (role.title, role.of, role.country, role.sector) == (title, of, country, sector)
    assert (role.former, role.on) == (bool(former), DAY)
    ((start, end),) = role.evidence
    assert name in text[start:end]


def test_who_is_summoned_is_not_the_hosts() -> None:
    text = "LIMA, March 4 (AFP) - Chilean boats fired. Ambassador Jan Novak was summoned. Ambassador Ana Paz spoke."
    found = resolve(reports.from_text(text, published=DAY), parse(text))
    country = {role.actor.name: role.country for role in found.roles}
    assert country == {"Jan Novak": "CHL", "Ana Paz": "PER"}


NOT_LEARNED = (
    "Mr Kofi Mensah left.",
    "Kofi Mensah met the minister.",
    "Kofi Mensah is not the Ghanaian ambassador.",
    "Kofi Mensah will become Ghanaian ambassador.",
    "Ghanaian ministers and Kofi Mensah left.",
)


@pytest.mark.parametrize("text", NOT_LEARNED)
def test_no_role_is_learned(text: str) -> None:
    assert roles(text, "Kofi Mensah") == []


def test_one_a_person_and_office_in_the_order_of_the_text() -> None:
    text = (
        "Peruvian Foreign Minister Ana Ruiz met Bolivian Foreign Minister Luis Paz. Foreign Minister Ruiz left. "
        "Ana Ruiz, a lawyer, said no."
    )
    found = [(role.actor.name, role.title) for role in cast(text).roles]
    assert found == [("Ana Ruiz", "foreign minister"), ("Luis Paz", "foreign minister"), ("Ana Ruiz", "lawyer")]


@pytest.mark.parametrize(("rule", "words", "over", "held"), PAST_WORDS)
def test_words_that_say_an_office_is_over(rule: str, words: str, over: str, held: str) -> None:
    assert [role.former for role in roles(f"They met {over} in Lima.", "Ana Ruiz")] == [True], rule
    assert [role.former for role in roles(f"They met {held} in Lima.", "Ana Ruiz")] in ([False], []), rule
    assert any(word in over for word in words.split())


# text, name, country, sector: said once, before or after, it holds everywhere
HOLDS = (
    ("Win Htay spoke first. Burmese minister Win Htay left early.", "Win Htay", "MMR", "GOV"),
    ("Goran Dragic walked in last. The new Slovenian minister had come by bus.", "Goran Dragic", "SVN", "GOV"),
    ("Latvian ex-mayor Ivars Kalns met his wife Inese Kalne, a senator.", "Inese Kalne", "LVA", "LEG"),
    ("The former Togolese rebel Koffi Amegan, now a minister, left.", "Koffi Amegan", "TGO", "GOV"),
    ("Former Kenyan minister Ali Hassan spoke.", "Ali Hassan", "KEN", "CVL"),
    ("Ali Hassan spoke.", "Ali Hassan", None, None),
    ("Indian Foreign Minister Raj Menon met Pakistan's Tariq Ahmad.", "Tariq Ahmad", "PAK", "GOV"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country", "sector"), HOLDS)
def test_what_is_said_once_holds(text: str, name: str, country: str | None, sector: str | None) -> None:
    found = [a for m in cast(text).mentions for a in m.actors if a.name == name]
    assert found
    assert {(a.country, a.sector) for a in found} == {(country, sector)}
