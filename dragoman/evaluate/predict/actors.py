"""A row with a text -> its cast: every mention of an actor or place with whom it stands for."""

from dragoman.evaluate.predict.rows import day
from dragoman.evaluate.rows import Row


def cast(row: Row) -> Row:
    """{id, mentions: [{start, end, head, how, actors: [{id, name, country, sector}]}]}; `head` is a character, too."""
    from dragoman import actors, language, reports

    report = reports.from_text(row["text"], published=day(row.get("published")))
    doc = language.parse(report.text, breaks=[end for _, end in report.boiler])
    found = []
    for mention in actors.resolve(report, doc).mentions:
        start, end = mention.span
        said = [{"id": a.id, "name": a.name, "country": a.country, "sector": a.sector} for a in mention.actors]
        found.append({"start": start, "end": end, "head": doc[mention.head].idx, "how": mention.how, "actors": said})
    return {"id": row["id"], "mentions": found}
