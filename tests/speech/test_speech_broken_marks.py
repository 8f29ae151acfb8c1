"""Quotation marks dropped, doubled, swapped and nested: no exception, spans in the text, even growth of time."""

import random
from pathlib import Path
from time import process_time

import pytest

from dragoman.speech.quotations import quotations

MODEL = Path(__file__).parents[2] / "dragoman" / "language" / "model" / "model.onnx"
TEXT = (
    'MAPUTO, March 3 - "We have signed," Minister Ana Tembe said on Monday. "The rest is paper."\n\n'
    "“They told us ‘wait until May’, and we waited,” she added, “but the rebels' camp is still there.”\n\n"
    "“The truce holds,” said Joao Lima, who heads the monitors. “It will hold.\n\n“Nobody wants a war.”\n\n"
    "According to the army, \"two men\" were 'taken alive'; the rebels, it said, had fired first.\n"
)
MARKS = "\"“”„«»‘’'`"


def mutants(count):
    rng = random.Random(7)
    for _ in range(count):
        out = []
        for printed in TEXT:
            char, roll = printed, rng.random()
            if char in MARKS and roll < 0.6:
                char = ("", char * 2, rng.choice(MARKS), rng.choice(MARKS) + char)[int(roll * 1000) % 4]
            elif char == " " and roll > 0.97:
                char = rng.choice((" ", "")) + rng.choice(MARKS)
            out.append(char)
        yield "".join(out)


def inside(text, spans):
    return all(0 <= a < b <= len(text) for a, b in spans)


@pytest.mark.parametrize("text", list(mutants(60)))
def test_quotations_of_broken_marks_stay_in_the_text(text):
    for q in quotations(text):
        assert q.outer[0] <= q.inner[0] < q.inner[1] <= q.outer[1] <= len(text)


@pytest.mark.skipif(not MODEL.exists(), reason="the trained language layer is not in this checkout")
def test_statements_of_broken_marks_stay_in_the_text():
    from dragoman.actors import resolve
    from dragoman.language import parse
    from dragoman.reports import from_text
    from dragoman.speech import find
    from dragoman.times import Calendar

    for text in mutants(25):
        report = from_text(text, published="1999-03-04")
        doc = parse(report.text)
        for s in find(report, doc, resolve(report, doc), Calendar(report, doc)):
            assert inside(report.text, s.content)
            assert inside(report.text, s.evidence)
            assert s.cue is None or inside(report.text, [s.cue])


@pytest.mark.parametrize("piece", ['"', "“", "‘'’", "``", "the rebels' camp 'is open ", '"We go\n\n', '« ab » " '])
def test_time_of_quotations_grows_with_the_length(piece):
    def spent(count):
        text = piece * count
        times = []
        for _ in range(4):
            start = process_time()
            quotations(text)
            times.append(process_time() - start)
        return min(times)

    assert spent(8000) < 10 * max(spent(2000), 0.001)  # four times the text: a square would take sixteen times as long
