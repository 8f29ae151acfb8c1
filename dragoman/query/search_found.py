"""Words to the numbers of the live versions that hold them, in the order of dragoman.query.search."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import TextClause, bindparam, text

from dragoman.query.asked import ALWAYS, View
from dragoman.query.rows import rows
from dragoman.query.search_words import Words

FEW: Final = 400  # hits up to which it is quicker to look up each than to go through the days of all reports


def find(view: View, words: Words, limit: int) -> list[int]:
    """At most `limit` rows of versions."""
    tiers = _sqlite if view.connection.dialect.name == "sqlite" else _postgres
    found: dict[int, None] = {}
    for statement, given in tiers(view, words):
        terms = {**given, "known_by": view.known_by or ALWAYS, "most": limit + len(found)}
        found.update(dict.fromkeys(row for (row,) in rows(view.connection, statement, terms)))
        if len(found) >= limit:
            break
    return list(found)[:limit]


Query = tuple[TextClause, dict[str, Any]]


def _sqlite(view: View, words: Words) -> Iterator[Query]:
    for query in (words.in_title, words.in_a_row, words.fts):
        if query is not None:
            found = [row for (row,) in rows(view.connection, _ROWS, {"query": query, "most": FEW + 1})]
            yield (_FEW, {"rows": found}) if len(found) <= FEW else (_MANY, {"query": query})


def _postgres(view: View, words: Words) -> Iterator[Query]:
    every = {f"every{n}": part for n, part in enumerate(words.every)}
    without = {f"without{n}": part for n, part in enumerate(words.without)}
    none = "".join(f" AND NOT words @@ phraseto_tsquery('english', :{name})" for name in without)
    all_of = " AND ".join(f"words @@ phraseto_tsquery('english', :{name})" for name in every)
    query = " && ".join(f"phraseto_tsquery('english', :{name})" for name in every)
    titled = f"to_tsvector('english', coalesce(title, '')) @@ ({query})"
    yield _of_postgres(f"{all_of} AND {titled}{none}"), every | without
    if len(words.every) > 1:
        row = {"every0": " ".join(words.every)}
        yield _of_postgres(f"words @@ phraseto_tsquery('english', :every0){none}"), row | without
    yield _of_postgres(f"{all_of}{none}"), every | without


def _of_postgres(matches: str) -> TextClause:
    return text(f"SELECT row FROM versions WHERE {matches} AND {_LIVE} ORDER BY known DESC, version LIMIT :most")


_LIVE: Final = "known <= :known_by AND (ends IS NULL OR ends > :known_by)"
_ROWS: Final = text("SELECT rowid FROM words WHERE words MATCH :query LIMIT :most")
_FEW: Final = text(
    f"SELECT row FROM versions WHERE row IN :rows AND {_LIVE} ORDER BY known DESC, version LIMIT :most"
).bindparams(bindparam("rows", expanding=True))
# The days of all versions stand in one index, newest first: 200,000 are gone through in 6 ms.
_MANY: Final = text(
    "SELECT row FROM versions INDEXED BY versions_known "
    "WHERE row IN (SELECT rowid FROM words WHERE words MATCH :query) "
    f"AND {_LIVE} ORDER BY known DESC, version LIMIT :most"
)
