"""The rows of the tables of CAMEO's depth are sound; nearly all give their code on one example, not on the other."""

from functools import cache

import pytest

from dragoman import language
from dragoman.codebook import codebook
from dragoman.events import pairs
from dragoman.events.cameo import depths, inners, intent
from dragoman.events.lexicon import lexicon, table

# Share of the examples that must come out as they should; parsers get some of them wrong, each release other ones.
FLOOR = 0.95


@cache
def codes(text: str) -> frozenset[str]:
    return frozenset(str(row["cameo"]) for row in pairs(language.parse(text)))


def test_depths_reach_far() -> None:
    assert len(depths()) > 90
    assert len({depth.id for depth in depths()}) == len(depths())
    assert {code[:2] for depth in depths() for code in depth.to} >= {f"{n:02}" for n in range(2, 20) if n not in (4, 5)}


@pytest.mark.parametrize("row", table("cameo_depth.tsv"), ids=lambda row: str(row["id"]))
def test_depth_is_sound(row: dict[str, str]) -> None:
    assert all(code in codebook().cameo for code in row["to"].split())
    assert len({code[:2] for code in row["to"].split()}) == len(row["to"].split()) or row["id"] in SAME_ROOT
    assert row["yes"] and row["no"] and row["yes"] != row["no"]


# Protests are told apart by their form, and their aim is the last digit.
SAME_ROOT = {"protest-leader", "protest-regime", "protest-rights", "protest-policy", "kill-by-forces"}


def test_examples_give_their_codes() -> None:
    wrong = [d.id for d in depths() if not codes(d.yes) & set(d.to)]
    wrong += [d.id for d in depths() if codes(d.no) & set(d.to)]
    assert len(wrong) <= (1 - FLOOR) * 2 * len(depths()), wrong


@pytest.mark.parametrize(("act", "wished"), inners(), ids=lambda x: x if isinstance(x, str) else "")
def test_wishes_are_codes_of_their_root(act: str, wished: dict[str, str]) -> None:
    assert act in codebook().cameo or f"{act}0" in codebook().cameo
    assert all(code in codebook().cameo and code[:2] == root for root, code in wished.items())


@pytest.mark.parametrize(
    ("act", "code"),
    [("042", "036"), ("046", "036"), ("0841", "0353"), ("072", "0332"), ("045", "039"), ("190", None), ("160", None)],
)
def test_intent_is_of_cooperation_only(act: str, code: str | None) -> None:
    assert intent(act) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("France agreed to provide military aid to Chad.", "0332"),
        ("Bhutan asked India for economic assistance.", "0231"),
        ("Uzbekistan demanded that Tajikistan free three border guards.", "1053"),
        ("North Korea threatened to attack South Korea.", "138"),
        ("Bulgarian miners marched against the government to protest against wage cuts.", "1412"),
        ("Turkish warplanes attacked Kurdish rebels.", "195"),
        ("Eritrea accused Ethiopia of shelling a village.", "1123"),
    ],
)
def test_code_is_as_exact_as_the_words(text: str, code: str) -> None:
    assert code in codes(text)


def test_exact_code_agrees_with_the_type() -> None:
    exact = {code for depth in depths() for code in depth.to} - {
        code for rule in lexicon().rules if (code := rule.cameo)
    }
    found = [row for d in depths()[::3] for row in pairs(language.parse(d.yes)) if row["cameo"] in exact]
    assert len(found) > 20
    assert [row for row in found if codebook().cameo[row["cameo"]].type != row["plover"]] == []
