"""A text that is too long for one report to its beginning, with the finding that says so."""

from typing import Final

from dragoman.records import Finding

# Code points. The longest report of the development corpora has 60,000; more is a book, a log or a whole archive.
LONGEST: Final = 200_000
LONGEST_LINE: Final = 64 * 1024 * 1024  # bytes of one row of JSON lines or of a JSON file that are held in memory


def shorten(text: str, where: str, *, more: bool = False) -> tuple[str, Finding | None]:
    """`text` as it is, or its beginning up to the last blank before LONGEST; `more` says that the input goes on."""
    if len(text) <= LONGEST and not more:
        return text, None
    kept = text[:LONGEST]
    ends = (kept.rfind("\n\n"), kept.rfind("\n"), kept.rfind(". ") + 1, kept.rfind(" "))
    end = next((end for end in ends if end > LONGEST - 10_000), len(kept))
    size = f"more than {len(text):,}" if more else f"{len(text):,}"
    message = (
        f"one report of {size} characters: only its first {end:,} are read; split it into one report a row or file"
    )
    return text[:end], Finding("too-long", message, where)
