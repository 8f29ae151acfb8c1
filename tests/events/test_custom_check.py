"""The check of a codebook: every kind of gap is told at its line, and what leave-one-out finds is counted."""

import pytest
from custom_space import TableSpace

from dragoman.events.custom.check import Check, check
from dragoman.events.custom.load import parsed
from dragoman.events.custom.page import shown, table

HEAD = "types:\n  BOARD:\n    definition: People go on board.\n"
FIVE = """\
    examples:
      - A<Greek police> T<boarded> R<a Maltese tanker>.
      - A<Iranian guards> T<stormed> R<an Omani freighter>.
      - A<Spanish officers> T<entered> R<a Danish trawler>.
      - A<Peruvian marines> T<boarded> R<a Chilean ship> off Arica.
      - A<Turkish officers> T<stormed> R<a Greek boat>.
"""
RAM = """\
  RAM:
    definition: A ship strikes another.
    not: Oman published a record.
    examples:
      - A<A Peruvian gunboat> T<rammed> R<a Chilean trawler>.
      - A<The Israeli navy> T<struck> R<a Palestinian boat>.
      - A<Russian cutters> T<bumped> R<a Japanese trawler>.
      - A<A Chinese cutter> T<rammed> R<a Vietnamese boat>.
      - A<Greek cutters> T<hit> R<a Turkish boat>.
"""


def of(text: str, *, space: bool = True) -> Check:
    return check(parsed((HEAD + text).encode(), "sea.yaml"), TableSpace() if space else None)


def said(found: Check) -> list[str]:
    return [fault.told("sea.yaml") for fault in found.faults]


def test_a_good_codebook_has_no_fault_and_is_counted():
    found = of(FIVE + "    not: Greek police met a Maltese minister.\n" + RAM)
    assert said(found) == []
    assert [(t.name, t.examples, t.by_rules, t.by_others, t.found) for t in found.types] == [
        ("BOARD", 5, 0, 5, 5),
        ("RAM", 5, 0, 5, 5),
    ]
    assert found.usable
    assert 0 < found.threshold < 1
    lines = list(table(found))
    assert lines[1].split() == ["BOARD", "0", "5", "0", "5", "5"]
    assert lines[-1] == "0 errors, 0 gaps, 0 hints"


RULES = FIVE + "    not: Greek police met a Maltese minister.\n    rules:\n"
FAULTS = (
    (
        RULES + "      - {id: b, verbs: board, object: [ship, tanker], example: Oman met Iran.}\n",
        "sea.yaml:12: error: rule 'b' does not fire on its example: none of its words is a trigger there, as",
    ),
    (
        RULES + "      - {id: b, verbs: board, object: ship, example: Oman boarded a yacht.}\n",
        "sea.yaml:12: error: rule 'b' does not fire on its example: object is 'yacht', none of the words asked for",
    ),
    (
        RULES + "      - {id: b, verbs: board, unless: {object: yacht}, example: Oman boarded a yacht.}\n",
        "sea.yaml:12: error: rule 'b' does not fire on its example: `unless` holds: object is 'yacht'",
    ),
    (
        RULES + "      - {id: b, verbs: cut off, object: ship, example: Greek police cut a ship.}\n",
        "sea.yaml:12: error: rule 'b' does not fire on its example: 'off' does not stand with 'cut'",
    ),
    (
        RULES + "      - {id: b, verbs: board, need: both, example: Greek police boarded the thing.}\n",
        "sea.yaml:12: error: rule 'b' does not fire on its example: no recipient is found: object names nobody",
    ),
    (
        RULES + "      - {id: b, verbs: board, example: Oman boarded a ship., not: Greek police boarded a bus.}\n",
        "sea.yaml:12: error: rule 'b' fires on a sentence that it must not",
    ),
    (RULES + "      - {id: b, verbs: board}\n", "sea.yaml:12: hint: rule 'b' has no example to try it on"),
    (
        FIVE + "    rules: [{id: b, verbs: board, example: Oman boarded it.}]\n    not: Peru boarded a bus.\n",
        "sea.yaml:11: error: a sentence under `not:` is coded by rule:b; ask for more words in the rule",
    ),
    (FIVE, "sea.yaml:2: hint: type 'BOARD' has no sentence under `not:`"),
    ("    modes: [search]\n" + FIVE, "sea.yaml:2: gap: mode 'search' of 'BOARD' has neither rule nor example"),
    ("    examples: [Oman T<boarded> a ship.]\n", "sea.yaml:2: gap: type 'BOARD' has 1 example: nearness"),
    ("    rules: [{verbs: board}]\n", "sea.yaml:2: gap: type 'BOARD' has no example: only its rules code it"),
    (FIVE + "      - Oman boarded a ship.\n", "sea.yaml:10: hint: no trigger is marked; 'boarded' is taken; mark it"),
    (FIVE + "      - A<A wave> T<boarded> a ship.\n", "sea.yaml:10: gap: nobody is known by the words A<A wave>"),
    (
        FIVE + "      - Oman T<boarded> a ship while it rained in R<Peru>.\n",
        "sea.yaml:10: gap: 'Peru' does not stand with 'boarded', as the sentence is read; take a shorter sentence",
    ),
    (FIVE + "      - Oh dear.\n", "sea.yaml:10: error: no word of this example can be a trigger; mark one: T<boarded>"),
    (
        FIVE + RAM.replace("T<bumped>", "T<entered>"),
        "sea.yaml:16: gap: example of 'RAM' is nearest to one of 'BOARD' (line 7, similarity",
    ),
    (
        FIVE + "      - A<Greek police> T<sniffed> at R<a Maltese tanker>.\n",
        "sea.yaml:10: hint: 1 of 6 examples of 'BOARD' are far from the others (lines 10)",
    ),
    (
        FIVE + RAM + "    rules: [{id: r, verbs: storm, example: Oman stormed a ship.}]\n",
        "sea.yaml:6: gap: example of 'BOARD' is coded as 'RAM' by rule 'r'; make that rule narrower",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FAULTS, ids=[w.split("; ")[0][9:70] for _, w in FAULTS])
def test_what_is_missing_is_told_at_its_line(text, wanted):
    found = of(text)
    assert any(one.startswith(wanted) for one in said(found)), "\n".join(said(found))
    assert found.usable == (": error: " not in wanted)


def test_without_a_space_only_the_rules_are_tried():
    found = of(FIVE + "    rules: [{id: b, verbs: board, example: Oman boarded a ship.}]\n", space=False)
    assert found.threshold is None
    assert [(t.by_rules, t.by_others, t.found) for t in found.types] == [(2, 0, 2)]
    assert "other examples" not in next(iter(table(found)))


def test_a_codebook_is_shown_with_its_rules():
    text = FIVE + "    rules: [{id: b, verbs: [go aboard], object: ship, unless: {from: ANY}}]\n"
    lines = shown(parsed((HEAD + text).encode(), "sea.yaml")).splitlines()
    assert lines[2:] == [
        "BOARD",
        "    People go on board.",
        "    rule b: go aboard (verb) where object is ship unless from is ANY; subject -> object",
        "    5 examples, 0 that must not be coded",
    ]
