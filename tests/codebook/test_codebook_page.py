"""docs/codebook.md agrees with the data files."""

from pathlib import Path

from dragoman.codebook import codebook
from dragoman.codebook.page import page

PAGE = Path(__file__).parents[2] / "docs" / "codebook.md"


def test_the_page_is_the_data() -> None:
    """When this fails: python -m dragoman.codebook.page docs/codebook.md."""
    assert PAGE.read_text(encoding="utf-8") == page(codebook())


def test_the_page_names_every_type_mode_topic_and_value() -> None:
    text = page(codebook())
    for found in codebook().types.values():
        section = text.split(f"### {found.name}\n")[1].split("\n#")[0]
        assert all(f"| `{mode}` | " in section for mode in found.modes)
    for topic in codebook().topics.values():
        section = text.split(f"### {topic.name}\n")[1].split("\n#")[0]
        assert all(f"| `{value}` | " in section for value in topic.values)
        assert section.count("*Passing.*") == len(topic.passing)


def test_every_row_has_the_columns_of_its_head() -> None:
    tables = [block for block in page(codebook()).split("\n\n") if block.startswith("| ")]
    assert len(tables) == 1 + 16 + 11 + 2 + 2
    for block in tables:
        assert len({line.count(" | ") for line in block.strip().split("\n")}) == 1
