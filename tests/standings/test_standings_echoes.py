"""Words that take up what was said before, "did so", "followed suit", through the whole pipeline."""

import pytest

from dragoman.reading import read

# text, topic, value, holder, subject of what is taken up
CASES = (
    ("Fiji recognised Kosovo in May. Tonga followed suit.", "recognition", "granted", "Tonga", "Kosovo"),
    ("Fiji recognised Kosovo in May; Tonga did so too.", "recognition", "granted", "Tonga", "Kosovo"),
    ("Fiji has recognised Kosovo. Tonga has yet to do so.", "recognition", "withheld", "Tonga", "Kosovo"),
    ("Fiji broke off relations with Cuba. Tonga did the same.", "relations", "severed", "Tonga", "Cuba"),
)
# texts where nobody else does it
SILENT = (
    "Fiji recognised Kosovo in May and did so gladly.",
    "Fiji recognised Kosovo in May. A spokesman wore a new suit.",
    "Fiji recognised Kosovo in May. Tonga had a lot to do.",
)


@pytest.mark.parametrize(("text", "topic", "value", "holder", "subject"), CASES)
def test_it_is_said_of_another_holder(text, topic, value, holder, subject):
    found = [s for s in read(text, published="2015-06-16").standings if s.topic == topic and s.holder.name == holder]
    assert [(s.value, s.subject.name) for s in found] == [(value, subject)]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_else_does_it(text):
    found = read(text, published="2015-06-16").standings
    assert [s.holder.name for s in found if s.topic == "recognition"] == ["Fiji"]
