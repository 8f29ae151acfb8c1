"""The codebook to the page docs/codebook.md; `python -m dragoman.codebook.page FILE` writes it anew."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.codebook import codebook
from dragoman.codebook.terms import Codebook, EventType, Topic

HEAD = """\
# The codebook

What Dragoman writes into the fields of an entry. This page is made from the data files in `dragoman/codebook/data`
by `python -m dragoman.codebook.page docs/codebook.md`; sources and departures from them are in `data/README.md` there.
"""


def page(book: Codebook) -> str:
    """The page in Markdown: quads, types with modes, topics with values, contexts, sectors, CAMEO, the crosswalk."""
    parts = [HEAD, *_quads(book), *_types(book), *_topics(book), *_lists(book), *_roots(book), *_crosswalk(book)]
    return "\n".join(parts)


def _quads(book: Codebook) -> Iterator[str]:
    yield "## Quad classes\n"
    yield _table(("quad", "number", "what"), ((f"`{q.name}`", str(q.penta), q.definition) for q in book.quads.values()))


def _types(book: Codebook) -> Iterator[str]:
    yield "## Event types and modes (PLOVER)\n"
    yield (
        "Score is PLOVER's conflict and cooperation score of the type; Goldstein is that of the CAMEO code.\n"
        "An event of a *mutual* type may name each side once, without a doer and a receiver.\n"
    )
    for found in book.types.values():
        yield f"### {found.name}\n"
        yield f"{found.definition}\n"
        marks = ["mutual"] if found.symmetric else []
        marks += ["asks for a recipient"] if found.recipient else []
        yield ", ".join([f"`{found.quad}`", f"score {found.score:+.1f}", *marks]) + ".\n"
        yield _table(("mode", "what", "CAMEO", "Goldstein"), _modes(found, book))


def _modes(found: EventType, book: Codebook) -> Iterator[tuple[str, ...]]:
    plain = ("*none*", "No mode, or none fits.", found.cameo)
    for name, what, code in (plain, *((f"`{m.name}`", m.definition, m.cameo) for m in found.modes.values())):
        entry = book.cameo[code]
        yield name, what, f"{code} {entry.name}", f"{entry.goldstein:+.1f}"


def _topics(book: Codebook) -> Iterator[str]:
    yield "## Standing topics and values\n"
    yield "*Passing* values are history: they do not change the state. Folding joins standings of one identity.\n"
    for topic in book.topics.values():
        yield f"### {topic.name}\n"
        yield f"{topic.definition}\n"
        order = ", in either order" if topic.symmetric else ""
        yield f"Holder: {topic.holder}. Subject: {topic.subject}{order}. Identity: {' + '.join(topic.identity)}.\n"
        yield _table(("value", "what"), _values(topic))


def _values(topic: Topic) -> Iterator[tuple[str, str]]:
    for value, what in topic.values.items():
        yield f"`{value}`", f"{what} *Passing.*" if value in topic.passing else what


def _lists(book: Codebook) -> Iterator[str]:
    yield "## Contexts\n"
    yield _table(("context", "what"), ((f"`{c.name}`", c.definition) for c in book.contexts.values()))
    yield "## Sectors\n"
    rows = ((f"`{s.code}`", s.name, s.plover or "", s.definition) for s in book.sectors.values())
    yield _table(("sector", "name", "in PLOVER data", "who"), rows)


def _roots(book: Codebook) -> Iterator[str]:
    yield "## CAMEO\n"
    yield "The roots, each with the PLOVER type that most of it became.\n"
    rows = (
        (entry.code, entry.name.capitalize(), f"{entry.goldstein:+.1f}", f"`{entry.quad}`", entry.type or "")
        for entry in book.cameo.values()
        if entry.parent is None
    )
    yield _table(("root", "name", "Goldstein", "quad", "type"), rows)


def _crosswalk(book: Codebook) -> Iterator[str]:
    yield "### Crosswalk\n"
    yield (
        f"All {len(book.cameo)} codes: what each is in PLOVER's terms (`codebook().plover_of(code)`), and, as *back*,\n"
        "the code that this type, mode and contexts have (`codebook().cameo_of(type, mode, contexts)`). PLOVER is\n"
        "coarser than CAMEO: where codes differ only in what PLOVER leaves out, the way back ends above them.\n"
    )
    head = ("code", "name", "Goldstein", "type", "mode", "contexts", "back")
    yield _table(head, (_crossing(code, book) for code in book.cameo))


def _crossing(code: str, book: Codebook) -> tuple[str, ...]:
    entry, found = book.cameo[code], book.plover_of(code)
    score = f"{entry.goldstein:+.1f}"
    if found is None:
        return code, entry.name.capitalize() if entry.parent is None else entry.name, score, "", "", "", ""
    back = book.cameo_of(found.type, found.mode, found.contexts) or ""
    name = entry.name.capitalize() if entry.parent is None else entry.name
    return code, name, score, found.type, found.mode or "", ", ".join(found.contexts), "=" if back == code else back


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(codebook()), encoding="utf-8", newline="\n")
