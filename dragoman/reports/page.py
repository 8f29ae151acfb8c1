"""The HTML of a page to its news: text, title, day, publisher and address, or what went wrong."""

from dataclasses import dataclass
from typing import Any, Final

DEEPEST: Final = 256  # trafilatura (libxml2) drops in silence what is nested deeper


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says; `too_deep` when a part of it lies below DEEPEST elements and was not read."""

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    byline: str | None = None
    too_deep: bool = False


def looks_like_html(text: str) -> bool:
    """Whether `text` begins as a page does."""
    start = text[:2000].lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body", "<article", "<!--", "<?xml")):
        return (
            "<html" in start or "<body" in start or "<article" in start or start.startswith(("<!doctype html", "<head"))
        )
    return start.startswith("<") and any(tag in start for tag in ("<p>", "<div", "<meta"))


def read_page(html: str) -> Page:
    """The main text of `html`, its paragraphs set apart by blank lines; text is "" where there is none.

    The day is the one that the page's metadata declare: the text is not searched for one.
    """
    import trafilatura

    found = trafilatura.bare_extraction(
        html,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2199-12-31"},
    )
    if found is None:
        return Page("", too_deep=depth(html) > DEEPEST)
    text = "\n\n".join(line for line in (_of(found, "text") or "").split("\n") if line.strip())
    return Page(
        text,
        _of(found, "title"),
        _of(found, "date"),
        _of(found, "sitename") or _of(found, "hostname"),
        _of(found, "url"),
        _of(found, "author"),
        depth(html) > DEEPEST,
    )


def _of(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return str(value) if value else None


def depth(html: str) -> int:
    """How deep the elements of `html` are nested, as the browser closes them; 0 when it is no HTML at all."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.HTMLPullParser(events=("start", "end"), huge_tree=True)
    deepest = level = 0
    parser.feed(html)
    parser.close()
    for event, _ in parser.read_events():
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest
