"""The actors task: whom a span of a report stands for -> accuracy of identity, country and sector, by kind of question.

Identity is the test of the reading scorer for speakers (one name in two forms, or both bodies of one state). Country
and sector are asked where an actor is expected; none is an answer, too. A place is nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.evaluate.reading.names import is_speaker, same_country
from dragoman.evaluate.rows import Row, Scores
from dragoman.records import Span

AFTER_HEAD: Final = re.compile(r"\s(?:of|in|at|on|from|to|for|with|near|who|which|that)\s|,")
MEASURES: Final = ("identity", "country", "sector", "all_three")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for one question: whether each measure is right (None: not asked), and the words for a report."""

    kind: str
    right: dict[str, bool | None]
    words: str


def answers(gold: Iterable[Row], predicted: Iterable[Row]) -> Iterator[Answer]:
    """The answers to all questions of the items `gold`, by the casts of `predicted` with their ids."""
    casts = {str(row["id"]): row["mentions"] for row in predicted}
    for item in gold:
        for question in item["questions"]:
            yield _answer(item, question, casts.get(str(item["id"]), []))


def _answer(item: Row, question: Row, mentions: Sequence[Row]) -> Answer:
    span, expected = question["span"], question["expected"]
    wanted = expected if isinstance(expected, list) else [expected] if expected else []
    said = _all_within(mentions, span) if question["near"] else _at(item["text"], mentions, span, len(wanted))
    fitting = [_fitting(one, said, question["shared"]) for one in wanted]
    if not wanted:
        right: dict[str, bool | None] = dict.fromkeys(MEASURES)
        right["identity"] = right["all_three"] = not said
    else:
        shown = fitting if question["near"] else [one or _next_best(said, n) for n, one in enumerate(fitting)]
        exact = len(said) == len(wanted) or question["near"]
        right = {
            "identity": exact and all(fitting),
            "country": all(one is not None and _same_country(w, one) for w, one in zip(wanted, shown, strict=True)),
            "sector": all(one is not None and _same_sector(w, one) for w, one in zip(wanted, shown, strict=True)),
        }
        right["all_three"] = all(right.values())
    words = item["text"][slice(*span)]
    told = "; ".join(map(_told, said)) if not question["near"] else "; ".join(_told(one) for one in fitting if one)
    line = f"{item['id']}\t{question['kind']}\t{' '.join(words.split())[:70]!r}\t{'; '.join(map(_told, wanted)) or '-'}"
    return Answer(question["kind"], right, f"{line}\t{told or '-'}")


def _at(text: str, mentions: Sequence[Row], span: Span, count: int) -> list[Row]:
    """The actors of the mention that fits the span best; of all mentions in it where `count` are asked for.

    Of "the junta in Freetown" the mentions before the preposition come first.
    """
    head = AFTER_HEAD.search(text, *span)
    inside = [m for m in mentions if head is not None and span[0] <= m["head"] < head.start()]
    best, fit = None, 0.0
    for mention in inside or mentions:
        shared = min(mention["end"], span[1]) - max(mention["start"], span[0])
        if shared > 0 and span[0] <= mention["head"] < span[1]:
            share = shared / (max(mention["end"], span[1]) - min(mention["start"], span[0]))
            if share > fit:
                best, fit = mention, share
    if best is None:
        return []
    actors = _political(best)
    return actors if count < 2 or len(actors) >= count else _all_within(mentions, span)


def _political(mention: Row) -> list[Row]:
    return [] if mention["how"] == "place" else list(mention["actors"])


def _all_within(mentions: Sequence[Row], span: Span) -> list[Row]:
    """The actors of all mentions that begin inside the span, each once."""
    found: dict[tuple[str, str | None], Row] = {}
    for mention in mentions:
        if span[0] <= mention["start"] < span[1]:
            for actor in _political(mention):
                found.setdefault((actor["id"], actor["sector"]), actor)
    return list(found.values())


def _fitting(wanted: Row, said: Sequence[Row], shared: frozenset[str]) -> Row | None:
    """The first actor said that is the one wanted; of several the one whose sector is right, too."""
    names = (wanted.get("name"), *(wanted.get("name_alt") or ()))
    countries = (wanted.get("country"), *(wanted.get("country_alt") or ()))
    meant = [{**wanted, "name": name, "country": country} for name in names for country in countries]
    same = [one for one in said if any(is_speaker(each, one, shared) for each in meant)]
    return next((one for one in same if _same_sector(wanted, one)), same[0] if same else None)


def _next_best(said: Sequence[Row], n: int) -> Row | None:
    """Whose country and sector count where the identity is wrong."""
    return said[n] if n < len(said) else None


def _same_country(wanted: Row, one: Row) -> bool:
    return any(same_country({"country": code}, one) for code in (wanted.get("country"), *wanted.get("country_alt", ())))


def _same_sector(wanted: Row, one: Row) -> bool:
    sectors = (wanted.get("sector"), *wanted.get("sector_alt", ()))
    return (one.get("sector") or None) in [sector or None for sector in sectors]


def _told(actor: Row) -> str:
    return f"{actor.get('name')} {actor.get('country') or '-'}/{actor.get('sector') or '-'}"


def score(gold: Sequence[Row], predicted: Sequence[Row], *, errors: bool = False) -> Scores:
    """`all` and each kind of question: {questions, identity, country, sector, all_three}, shares with four digits."""
    found = list(answers(gold, predicted))
    kinds = {"all": found}
    for answer in found:
        kinds.setdefault(answer.kind, []).append(answer)
    scores: Scores = {kind: _shares(mine) for kind, mine in kinds.items()}
    if errors:
        wrong = [(a, [m for m in MEASURES[:3] if a.right[m] is False]) for a in found]
        scores["errors"] = [f"   {','.join(measures)}\t{a.words}" for a, measures in wrong if measures]
    return scores


def _shares(found: Sequence[Answer]) -> Scores:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for answer in found:
        for measure, is_right in answer.right.items():
            asked[measure] += is_right is not None
            right[measure] += bool(is_right)
    shares = {m: round(right[m] / asked[m], 4) if asked[m] else None for m in MEASURES}
    return {"questions": len(found), **shares}


def lines(scores: Scores) -> list[str]:
    """The scores as lines, all questions first, then kind by kind in the order of the alphabet."""
    kinds = ["all", *sorted(kind for kind in scores if kind not in ("all", "errors"))]
    width = max(map(len, kinds))
    out = [f"{'':<{width}}  questions  {'  '.join(f'{m:>9}' for m in MEASURES)}"]
    for kind in kinds:
        shares = (scores[kind][m] for m in MEASURES)
        cells = "  ".join(f"{'-' if share is None else format(share, '.3f'):>9}" for share in shares)
        out.append(f"{kind:<{width}}  {scores[kind]['questions']:>9}  {cells}")
    return [*out, *scores.get("errors", [])]
