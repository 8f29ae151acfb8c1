"""A Doc and its day to rows of events, one source and one target each, in the form that extraction scorers take."""

from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.events.code import code
from dragoman.events.extraction_choice import Choice
from dragoman.events.extraction_mending import mend
from dragoman.events.extraction_rows import Rows, settled
from dragoman.events.extraction_strangers import widened
from dragoman.events.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc


def pairs(doc: "Doc", day: date | None = None) -> list[dict[str, Any]]:
    """The events of a text as rows {source, target, cameo, plover}, without what did not happen and what only may.

    `source` and `target` are {text, code, sector, start, end} or None; offsets are those of the text. `code` is the
    country that the party's own words say, `sector` CAMEO's role ("TUN", "JUD"; a state has none); an international
    organisation has all of its code in `code` ("IGOUNO"). Several parties on a side give a row for each pair. States
    that no list knows act too, with an empty code. The Doc's tree may be set right on the way.
    """
    from dragoman import actors, reports, speech, times

    doc = _bare(doc)
    mend(doc)
    report = reports.from_text(doc.text, published=day)
    cast = widened(doc, actors.resolve(report, doc), dated=day is not None)
    calendar = times.Calendar(report, doc)
    voices = speech.Voices(doc, speech.find(report, doc, cast, calendar))
    tree = Tree(doc)
    rows = Rows(tree, cast)
    chosen = Choice(tree, cast).of(code(report, doc, cast, calendar, voices))
    return settled([row for event in chosen for row in rows.of(event)])


def _bare(doc: "Doc") -> "Doc":
    """The Doc, parsed again with blanks for its dateline where the parser took that for a sentence's main word."""
    from dragoman import language, reports

    boiler = reports.from_text(doc.text).boiler
    end = next((end for start, end in boiler if not doc.text[:start].strip()), 0)
    roots = [token for token in doc if token.head.i == token.i and not token.is_space]
    if not roots or roots[0].idx >= end or not doc.text[end:].strip():
        return doc
    return language.parse(" " * end + doc.text[end:], acting=True)
