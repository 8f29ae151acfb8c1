"""Texts to rows of extraction: codes in CAMEO's way, unknown states, pairs, and what coders leave out."""

import json
from pathlib import Path

import pytest

from dragoman import language
from dragoman.codebook import codebook
from dragoman.evaluate import extraction
from dragoman.evaluate.parties import text_and_code
from dragoman.events import pairs
from dragoman.events.extraction_codes import bodies, roles
from dragoman.events.lexicon import table

GOLD = Path(__file__).parent.parent / "gold_events"
# PLOVER type, exact records: both fall when a rule breaks; measured .94 and .72, .90 and .62 when written.
FLOORS = {"dev": (60, {"type": 0.90, "cameo+code": 0.62}), "dev2": (130, {"type": 0.85, "cameo+code": 0.55})}


def rows(text: str) -> list[tuple[str, str, str]]:
    """Each row as (source, target, CAMEO): a party is its code, else its words, "-" for nobody."""
    return [(_party(r["source"]), _party(r["target"]), r["cameo"]) for r in pairs(language.parse(text))]


def _party(party: dict[str, str] | None) -> str:
    if party is None:
        return "-"
    return text_and_code(party)[1] or party["text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Kenyan court jailed two Somali students on Tuesday.", [("KENJUD", "SOMEDU", "116")]),
        ("Police arrested three students.", [("COP", "EDU", "173")]),
        ("Colombian guerrillas freed six policemen.", [("COLREB", "COP", "0841")]),
        ("The United Nations condemned Israel.", [("IGOUNO", "ISR", "111")]),
        ("NATO jets bombed Serbian targets.", [("IGOWSTNAT", "SRB", "195")]),
        ("The government of Sudan expelled two French aid workers.", [("SDNGOV", "FRANGO", "1663")]),
        ("Israeli helicopters attacked Hezbollah.", [("ISRMIL", "LBNREB", "195")]),
        ("Soldiers attacked villagers in northern Uganda.", [("MIL", "UGACVL", "190")]),
        ("A spokesman for the Sudanese rebels condemned Egypt.", [("SDNREB", "EGY", "111")]),
        ("Peru condemned ethnic Albanian politicians.", [("PER", "GOV", "111")]),
        ("Cuba seized a Danish ship.", [("CUB", "DNK", "171")]),
        ("Indian soldiers shot dead four militants.", [("INDMIL", "UAF", "193")]),
        ("The Malian opposition rejected a government offer of talks.", [("MLIOPP", "GOV", "125")]),
        ("France expelled four Libyan diplomats.", [("FRA", "LBYGOV", "161")]),
    ],
)
def test_codes_are_those_that_the_words_say(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zembla accused Orland of shelling a border village.", [("Zembla", "Orland", "1123")]),
        ("Orland has imposed sanctions on Zembla.", [("Orland", "Zembla", "163")]),
        ("Zemblan rebels attacked a police post.", [("REB", "COP", "190")]),
        ("Rovarian troops withdrew from Zembla on Monday.", [("MIL", "Zembla", "0874")]),
        ("Zemblan Foreign Minister Anton Rell arrived in Rovaria for talks.", [("GOV", "Rovaria", "042")]),
        ("Zembla said it had agreed to a Rovarian proposal for a ceasefire.", [("Zembla", "Rovarian", "0356")]),
    ],
)
def test_states_that_no_list_knows_act(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Turkish police arrested three Danish students in Izmir",
        "  Turkish   police  arrested three  Danish students  in Izmir .",
        "TURKISH POLICE ARRESTED THREE DANISH STUDENTS IN IZMIR.",
        "ANKARA, TURKEY - Turkish police arrested three Danish students in Izmir.",
    ],
)
def test_form_of_a_text_changes_nothing(text: str) -> None:
    assert rows(text) == [("TURCOP", "DNKEDU", "173")]


def test_strangers_before_one_noun_are_two_sides() -> None:
    found = pairs(language.parse("Fighting erupted between Zemblan and Orlandic troops near the river."))
    assert [(r["source"]["text"], r["target"]["text"]) for r in found] == [
        ("Zemblan", "Orlandic troops"),
        ("Orlandic troops", "Zemblan"),
    ]


def test_strangers_do_not_play_football() -> None:
    assert rows("Zembla beat Orland 2-1 in the semi-final, the striker scoring twice.") == []


def test_every_pair_has_its_row() -> None:
    found = rows("Egypt and Syria criticised Israel.")
    assert sorted(found) == [("EGY", "ISR", "111"), ("SYR", "ISR", "111")]


def test_a_coordination_acts_each_way_and_a_visitor_one_way() -> None:
    met = rows("The foreign ministers of India and Pakistan met on Sunday.")
    assert sorted(met) == [("INDGOV", "PAKGOV", "040"), ("PAKGOV", "INDGOV", "040")]
    assert len(rows("Turkey held talks with Greece.")) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russian President Boris Yeltsin will visit Japan next month.", "036"),
        ("Kuwait will give Bosnia a loan of ten million dollars.", "0331"),
        ("NATO chief Javier Solana is due to visit Kiev next week.", "036"),
    ],
)
def test_cooperation_to_come_is_intent(text: str, code: str) -> None:
    found = pairs(language.parse(text))
    assert [(row["cameo"], row["plover"]) for row in found] == [(code, "AGREE")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Canada condemned Nigeria for hanging the activists.", ["111"]),
        ("Taliban fighters attacked an Afghan army post, killing twelve soldiers.", ["190"]),
        ("Venezuelans marched through Caracas to demand that President Nicolas Maduro resign.", ["1411"]),
        ("Uganda denied sending troops into Zaire.", []),
        ("Iraqi President Saddam Hussein received a Jordanian envoy.", ["043"]),
        ("Amnesty International condemned the execution of three men by Yemen.", ["111"]),
        ("Tony Blair telephoned Russian President Boris Yeltsin to offer help.", ["041"]),
        ("Bolivian police freed eleven striking miners.", ["0841"]),
        ("Nepal's prime minister resigned on Monday.", []),
        ("Sudanese rebels and Eritrea denied the report.", []),
        ("Tibetan exiles protested outside the Chinese embassy in New Delhi.", ["141"]),
        ("Syria and Egypt severed diplomatic ties.", ["161", "161"]),
        ("Saudi Arabia offered to mediate between Eritrea and Yemen.", ["039", "039"]),
    ],
)
def test_coders_write_one_event_for_an_act_and_what_it_consists_of(text: str, codes: list[str]) -> None:
    assert [row["cameo"] for row in pairs(language.parse(text))] == codes


def test_the_host_is_the_source_of_hosting() -> None:
    assert rows("Iraqi President Saddam Hussein received a Jordanian envoy.") == [("IRQGOV", "JORGOV", "043")]


def test_offices_of_one_state_stand_against_each_other() -> None:
    assert ("ECULEG", "ECUGOV", "112") in rows("Ecuador's congress impeached President Abdala Bucaram.")


def test_a_party_is_named_by_its_noun_and_lies_in_the_text() -> None:
    text = "Iran said on Tuesday that it had expelled a French diplomat."
    for row in pairs(language.parse(text)):
        for side in (row["source"], row["target"]):
            assert side is None or text[side["start"] : side["end"]] == side["text"] != "it"


@pytest.mark.parametrize("text", ["", " ", "\x00\x01", "Zembla", "Zembla Zembla Zembla", "of of of", "A" * 5000])
def test_odd_texts_give_rows_or_none(text: str) -> None:
    assert isinstance(pairs(language.parse(text)), list)


def test_roles_cover_the_sectors_of_the_codebook() -> None:
    assert set(roles().sectors) == set(codebook().sectors)
    assert all(len(role) in (0, 3) for role in (*roles().sectors.values(), *roles().words.values()))


@pytest.mark.parametrize("row", table("cameo_bodies.tsv"), ids=lambda row: str(row["name"]))
def test_bodies_are_known_to_the_registry(row: dict[str, str]) -> None:
    from dragoman.actors.registry import registry

    assert row["name"] in {body.name for body in registry().organisations.values()}
    assert bodies()[row["name"]][:3] in ("IGO", "NGO")


@pytest.mark.parametrize("name", FLOORS)
def test_development_rows_keep_their_scores(name: str) -> None:
    gold = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    size, floors = FLOORS[name]
    assert len(gold) == size
    predicted = [{"id": row["id"], "events": pairs(language.parse(row["text"]))} for row in gold]
    scores = extraction.score(gold, predicted)
    assert {level: scores[level]["f1"] >= floor for level, floor in floors.items()} == dict.fromkeys(floors, True)
