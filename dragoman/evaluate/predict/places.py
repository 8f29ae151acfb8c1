"""A row with a text -> the places it names, with coordinates where they are known."""

from typing import Final

from dragoman.evaluate.predict.rows import day
from dragoman.evaluate.rows import Row
from dragoman.places.toponyms import Toponym, Use
from dragoman.records import Place

# Peoples' adjectives are no toponyms by most guidelines: of the corpora at hand one marks them, three do not.
MARKED: Final = frozenset((Use.LITERAL, Use.METONYM, Use.MODIFIER, Use.EMBEDDED))


def places(row: Row) -> Row:
    """{id, places: [{start, end, lat, lon, geonames_id, country, name, use}]}; title, source, url and day may help."""
    from dragoman import language, reports
    from dragoman.places.atlas import Atlas

    told = {key: row.get(key) for key in ("title", "source", "url")}
    report = reports.from_text(row["text"], published=day(row.get("published")), **told)
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler])
    atlas = Atlas(report, doc)
    found = zip(atlas.toponyms, atlas.resolved, strict=True)
    return {"id": row["id"], "places": [row_of(toponym, place) for toponym, place in found if toponym.use in MARKED]}


def row_of(toponym: Toponym, place: Place | None) -> Row:
    """One predicted place."""
    start, end = toponym.span
    out: Row = {"start": start, "end": end, "name": toponym.text, "use": toponym.use.value}
    for key in ("lat", "lon", "geonames_id", "country"):
        out[key] = getattr(place, key, None)
    return out
