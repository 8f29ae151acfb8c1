import pytest

from dragoman.codebook import codebook
from dragoman.events.lexicon import lexicon
from dragoman.standings.lexicon import DATA, LIGHTS, TOPICS, all_wordings, derivations, outcomes


@pytest.mark.parametrize("name", outcomes())
def test_outcomes_are_values_of_the_codebook(name):
    outcome = outcomes()[name]
    values = codebook().topics[outcome.topic].values
    assert set(outcome.values) == set(LIGHTS)
    assert any(outcome.values.values())
    assert {value for value in outcome.values.values() if value} <= set(values)


def test_every_topic_can_be_found():
    topics = {wording.outcome.topic for wording in all_wordings()}
    topics |= {row.outcome.topic for rows in derivations().values() for row in rows}
    assert topics == set(codebook().topics)


def test_derivations_name_rules_of_the_event_lexicon():
    known = {rule.id for rule in lexicon().rules}
    kinds = {f"type:{rule.type}" for rule in lexicon().rules}
    assert set(derivations()) <= known | kinds


def test_every_outcome_is_used():
    used = {id(wording.outcome) for wording in all_wordings()}
    used |= {id(row.outcome) for rows in derivations().values() for row in rows}
    assert [name for name, outcome in outcomes().items() if id(outcome) not in used] == []


def test_ids_are_unique_and_confidences_are_shares():
    ids = [wording.rule.id for wording in all_wordings()]
    assert len(ids) == len(set(ids))
    assert all(0 < wording.confidence < 1 for wording in all_wordings())


def test_slots_of_wordings_fit_their_part_of_speech():
    for wording in all_wordings():
        assert wording.rule.pos in ("V", "N", "A")
        assert wording.rule.actor
        assert wording.rule.recipient
        assert wording.rule.yes


def test_names_of_outcomes_are_unique():
    lines = [line for topic in TOPICS for line in (DATA / topic / "outcomes.tsv").read_text().splitlines()[1:]]
    names = [line.partition("\t")[0] for line in lines]
    assert len(names) == len(set(names))
    assert set(TOPICS) == set(codebook().topics)


def test_rows_stand_in_the_folder_of_their_topic():
    for topic in TOPICS:
        for line in (DATA / topic / "outcomes.tsv").read_text().splitlines()[1:]:
            assert line.split("\t")[1] == topic


def test_every_flag_is_told():
    told = (DATA / "README.md").read_text(encoding="utf-8").partition("## Flags of wordings")[2]
    flags = {flag for wording in all_wordings() for flag in wording.rule.flags}
    assert [flag for flag in sorted(flags) if f"`{flag}`" not in told] == []
