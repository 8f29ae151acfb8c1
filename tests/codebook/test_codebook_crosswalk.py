"""The crosswalk both ways: every code into PLOVER, every type, mode and context into CAMEO, with quad and Goldstein."""

from itertools import combinations

import pytest

from dragoman.codebook import Plover, codebook

BOOK = codebook()
PAIRS = [(name, mode) for name, found in BOOK.types.items() for mode in (None, *found.modes)]
# What PLOVER merged: the type and mode of the way back are not those of the code (data/README.md says why).
MERGED = {"084": "080", "162": "160", "163": "160"}


@pytest.mark.parametrize("code", list(BOOK.cameo))
def test_every_code_is_a_type_with_quad_and_score(code: str) -> None:
    entry, found = BOOK.cameo[code], BOOK.plover_of(code)
    if entry.root == "01":
        assert found is None
        return
    assert found is not None
    assert found.type in BOOK.types
    assert found.mode is None or found.mode in BOOK.types[found.type].modes
    assert set(found.contexts) <= set(BOOK.contexts)
    assert found.quad == BOOK.types[found.type].quad
    assert found.goldstein == entry.goldstein
    assert -10 <= found.goldstein <= 10


@pytest.mark.parametrize("code", [code for code, entry in BOOK.cameo.items() if entry.type])
def test_the_way_back_keeps_type_and_mode(code: str) -> None:
    found = BOOK.plover_of(code)
    assert found is not None
    back = BOOK.cameo[BOOK.cameo_of(found.type, found.mode, found.contexts) or ""]
    if code in MERGED:
        assert back.code == MERGED[code]
    else:
        assert (back.type, back.mode) == (found.type, found.mode)


@pytest.mark.parametrize(("type_", "mode"), PAIRS)
def test_contexts_only_make_a_code_more_exact(type_: str, mode: str | None) -> None:
    plain = BOOK.cameo_of(type_, mode) or ""
    assert BOOK.cameo_of(type_, mode, ()) == plain
    for about in (*((name,) for name in BOOK.contexts), *combinations(BOOK.contexts, 2)):
        code = BOOK.cameo_of(type_, mode, about) or ""
        found = BOOK.cameo[code]
        assert found.root == plain[:2]
        assert code == plain or (found.type, found.mode) == (type_, mode)
        assert code == plain or len(code) > 2


@pytest.mark.parametrize(
    ("type_", "mode", "about", "code"),
    [
        ("AGREE", None, ["peacekeeping"], "0334"),
        ("AGREE", None, ["economic"], "030"),  # cooperation, aid or the easing of sanctions
        ("COOPERATE", None, ["military", "health"], "062"),
        ("AID", None, ["peacekeeping"], "074"),
        ("RETREAT", "access", ["human_security"], "0863"),
        ("REQUEST", "yield", ["military"], "1056"),
        ("REQUEST", "change", ["executive"], "104"),  # the leader or the policy
        ("ACCUSE", "allege", ["human_rights"], "1122"),
        ("ACCUSE", "allege", ["military", "legal"], "1124"),
        ("REJECT", "yield", ["economic"], "1244"),
        ("THREATEN", "violence", ["cbrn"], "1385"),
        ("THREATEN", None, ["diplomatic"], "130"),
        ("PROTEST", "demo", ["rights_freedoms"], "1413"),
        ("MOBILIZE", "weapons", ["cyber"], "155"),
        ("CONSULT", "visit", ["economic"], "042"),
        ("CONSULT", None, ["no such context"], "040"),
    ],
)
def test_contexts_settle_on_a_code(type_: str, mode: str | None, about: list[str], code: str) -> None:
    assert BOOK.cameo_of(type_, mode, about) == code


def test_how_many_codes_come_back() -> None:
    """A floor; the others differ from their neighbours only in what PLOVER leaves out."""
    known = [code for code, entry in BOOK.cameo.items() if entry.type]
    same = [c for c in known if (p := BOOK.plover_of(c)) and BOOK.cameo_of(p.type, p.mode, p.contexts) == c]
    assert len(known) == 307
    assert len(same) >= 140


def test_an_unknown_code_is_nothing() -> None:
    assert BOOK.plover_of("999") is None
    assert BOOK.plover_of("") is None
    assert BOOK.plover_of("0841") == Plover("RETREAT", "release", ("legal",), "material_cooperation", 7.0)
