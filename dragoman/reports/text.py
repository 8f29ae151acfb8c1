"""The text of a report and what is known of it to a Report: dateline, agency, day, title, byline, boiler."""

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Final

from dragoman.records import Place, Report, Span, Spans, digest
from dragoman.reports.boiler import boiler_of, is_byline, is_head_boiler, lines_of
from dragoman.reports.dateline import Dateline, city, read_dateline
from dragoman.reports.dates import DAY, day_of_url, full_day, near_day, printed_day, published_day

FULL_NAMES: Final = {
    "Associated Press": "AP",
    "Reuters": "Reuters",
    "Agence France-Presse": "AFP",
    "Xinhua": "Xinhua",
    "United Press International": "UPI",
    "Inter Press Service": "IPS",
}
SURROGATES: Final = re.compile("[\ud800-\udfff]")
_HEAD_REACH: Final = 4000  # code points
_TAIL_REACH: Final = 2000
_DAY_LINE_LONGEST: Final = 90
_HEAD_LINES: Final = 10  # title, section, byline, day, agency, dateline: news begins within them
_LEADING: Final = re.compile(
    r"date[: ]\s{0,3}((?:19|20)\d\d-\d\d-\d\d)(?=\s|$)|((?:19|20)\d\d-\d\d-\d\d)(?=\s*$|\s+[A-Z]{2})", re.MULTILINE
)
_DAY_LINE: Final = re.compile(
    r"(?:(?:published|posted|updated|date|dated|on|last updated)(?: on| at)?:?\s{1,3}|[A-Z][\w ]{2,30} \| )?"
    rf"(?:{DAY})"
    r"(?:[,.]?(?:\s*(?:at|@|\||-|–))?\s*\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*\(?[A-Z]{2,5}\)?)?(?:\s*/.{0,40})?\s*$",
    re.IGNORECASE,
)
_YEAR_SOURCE: Final = re.compile(r"(?:\(c\)|©|copyright\b)\D{0,40}((?:19|20)\d\d)", re.IGNORECASE)


@dataclass
class _Head:
    """What the first lines of a report give; `body` is where the news begins."""

    body: int = 0
    day: date | None = None
    dateline: Dateline | None = None
    byline: str | None = None
    title: str | None = None
    spans: list[Span] = field(default_factory=list)


def from_text(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Report:
    """The report of `text`, kept as it is to the last code point; a lone surrogate, which is no character, is U+FFFD.

    `published` overrides the day that the text or the address names; without any of them it is None: a dateline's
    "May 22" becomes a day only where its year is known. Raises ValueError when `published` is no date.
    """
    given = published_day(published)
    text = SURROGATES.sub("\ufffd", text)
    head = _head(text)
    day = given or head.day or day_of_url(url) or _day_of_dateline(text, head.dateline)
    boiler = tuple(span for span, _ in boiler_of(text, head.body))
    return Report(
        id=id or digest(source or "", url or "", day.isoformat() if day else "", text),
        text=text,
        title=title or head.title,
        published=day,
        source=source,
        agency=(head.dateline and head.dateline.agency) or _agency_named(text, boiler),
        byline=head.byline,
        datelines=_places(text, head.dateline),
        dateline=_held(head.dateline, day),
        url=url,
        text_digest=digest(text, size=16),
        boiler=_joined(text, (*head.spans, *boiler)),
    )


def _head(text: str) -> _Head:
    """Reads line after line until the news begins."""
    head = _Head()
    lines = list(islice(lines_of(text[:_HEAD_REACH]), _HEAD_LINES))
    for number, (start, end) in enumerate(lines):
        begin = _leading_day(text, start, end, head)
        headline = begin == start and _is_headline(text, lines, number)
        dateline = read_dateline(text, begin)
        if dateline and (dateline.agency or dateline.day or not headline):
            head.dateline, head.body = dateline, dateline.span[1]
            head.spans.append(dateline.span)
            return head
        if not _take_line(head, (begin, end), text[begin:end], headline, number):
            head.body = begin
            return head
    return head


def _leading_day(text: str, start: int, end: int, head: _Head) -> int:
    """Where the line goes on after a day in front of it ("date 1999-03-02 CAIRO: ...")."""
    found = _LEADING.match(text, start, end)
    day = printed_day(found[1] or found[2]) if found and not head.dateline else None
    if not found or not day:
        return start
    head.day = head.day or day
    head.spans.append(found.span())
    rest = text[found.end() : end]
    return end - len(rest.lstrip())


def _take_line(head: _Head, span: Span, words: str, headline: bool, number: int) -> bool:
    """Whether the line is a day, a byline or a headline, noted in `head`; False where the news begins."""
    if not words:
        return True
    if len(words) < _DAY_LINE_LONGEST and (found := _DAY_LINE.match(words)):
        head.day = head.day or full_day(found, None)
        head.spans.append(span)
        return True
    if is_byline(words):
        head.byline = head.byline or words
        return True
    if headline and number == 0:
        head.title = words
    return headline or is_head_boiler(words)


def _is_headline(text: str, lines: list[Span], number: int) -> bool:
    """A short line without a final stop, before a line that ends like a sentence."""
    start, end = lines[number]
    words = text[start:end].split()
    if not 2 <= len(words) <= 22 or text[end - 1] in '.,;:-–—"”)' or number + 1 >= len(lines):
        return False
    return any(text[stop - 1] in '."”' or stop - begin > 200 for begin, stop in lines[number + 1 :])


def _places(text: str, dateline: Dateline | None) -> tuple[Place, ...]:
    if dateline is None:
        return ()
    return tuple(city(text[span[0] : span[1]], span, region) for span, region in dateline.cities)


def _held(dateline: Dateline | None, published: date | None) -> date | None:
    """The day that the dateline names: with its own year, else in the year nearest to publication."""
    if dateline is None or dateline.day is None:
        return None
    return full_day(dateline.day, None) or (near_day(dateline.day, published) if published else None)


def _day_of_dateline(text: str, dateline: Dateline | None) -> date | None:
    """The dateline's day where it prints its year or a copyright line does."""
    if dateline is None or dateline.day is None:
        return None
    year = _YEAR_SOURCE.search(text, max(0, len(text) - _TAIL_REACH))
    return full_day(dateline.day, int(year[1]) if year else None)


def _agency_named(text: str, boiler: Spans) -> str | None:
    """The agency that a byline or a credit line names in full."""
    for start, end in boiler:
        for name, agency in FULL_NAMES.items():
            if name in text[start:end]:
                return agency
    return None


def _joined(text: str, spans: Spans) -> Spans:
    """Sorted, those that touch or overlap made one."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        elif start < end:
            kept.append((start, end))
    return tuple(kept)
