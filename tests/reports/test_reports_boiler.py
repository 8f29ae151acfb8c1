import pytest

from dragoman.reports.boiler import boiler_of, rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_examples_of_the_table(rule):
    find = rule.pattern.search if rule.piece else rule.pattern.match
    assert find(rule.fires)
    assert not find(rule.not_fires)


def test_ids_are_unique():
    ids = [rule.id for rule in rules()]
    assert len(ids) == len(set(ids))


def test_byline_only_before_the_news():
    text = "By Ada Mensah\n\nTalks began.\n\nBy Ada Mensah"
    assert boiler_of(text, 15) == (((0, 13), "byline"),)


def test_credits_inside_a_line():
    text = "Rain stopped play, he said. (Reporting by Ada Mensah; Editing by Jan Kral)"
    assert [text[start:end] for (start, end), _ in boiler_of(text, 0)] == [text[28:]]


@pytest.mark.parametrize(
    "text", ["(Reporting by " * 20_000, "By A" + " B." * 30_000, "© " + "x " * 100_000, "- " * 100_000]
)
def test_one_huge_line_takes_linear_time(text):
    boiler_of(text, len(text))
