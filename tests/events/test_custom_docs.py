"""docs/codebooks.md cannot rot: its codebooks load, its keys are those of the loader, its commands say what it says."""

import re
from pathlib import Path
from textwrap import dedent

from dragoman.events.custom import load_rules, slots
from dragoman.events.custom.check import check
from dragoman.events.custom.load import TOP, TYPE, parsed
from dragoman.events.custom.schema import Level

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "codebooks.md").read_text(encoding="utf-8")
BLOCKS = [dedent(block) for block in re.findall(r"(?:^(?:    .*)?\n)+", PAGE, re.MULTILINE)]


def test_its_codebooks_load_and_are_said_to_lack_what_they_lack():
    first, second = (block.strip("\n") for block in BLOCKS if re.match(r"\s*(types|lists):", block))
    start = parsed(first.encode(), "sea.yaml")
    assert [len(type.examples) for type in start.types.values()] == [5, 5]
    told = [fault.told("sea.yaml") for fault in check(start, None).faults]
    assert len(told) == 2
    assert all(line in PAGE for line in told)
    errors = [f for f in check(parsed(second.encode(), "sea.yaml"), None).faults if f.level is Level.ERROR]
    assert [error.message in PAGE for error in errors] == [True]
    mended = second.replace("longliner, dhow]", "longliner, dhow, ferry]")
    assert check(parsed(mended.encode(), "sea.yaml"), None).usable


def test_every_key_is_told():
    keys = TOP | TYPE | load_rules.OWN_KEYS | load_rules.TRIGGERS.keys() | slots.NAMED.keys() | slots.WORDS_ONLY.keys()
    assert {key for key in keys if f"`{key}" not in PAGE} == set()
    assert {kind for kind in load_rules.KINDS if kind not in PAGE} == set()
    assert {need for need in load_rules.NEEDS if f"`{need}`" not in PAGE} == set()
