"""Stand-ins for the rooms before this one: checked trees from trees.tsv, a cast of words, an empty calendar."""

from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc, Token

from dragoman.records import Actor, ActorKind, When

TREES = Path(__file__).with_name("trees.tsv")


@cache
def trees() -> dict[str, Doc]:
    """Text -> its parsed Doc."""
    return read_trees(TREES)


def read_trees(path: Path) -> dict[str, Doc]:
    """Text -> Doc of a file of checked trees; a ninth column holds entities ("B-PERSON")."""
    vocab = spacy.blank("en").vocab
    docs = {}
    for block in path.read_text("utf-8").strip().split("\n\n"):
        head, *lines = block.split("\n")
        rows = [line.split("\t") for line in lines]
        words = [row[1].replace("\\n", "\n") for row in rows]
        doc = Doc(
            vocab,
            words=words,
            spaces=[row[2] == " " for row in rows],
            pos=[row[3] for row in rows],
            tags=[row[4] for row in rows],
            heads=[int(row[5]) for row in rows],
            deps=[row[6] for row in rows],
            sent_starts=[row[7] == "1" for row in rows],
            ents=[row[8] for row in rows] if len(rows[0]) > 8 else None,
        )
        text = head.removeprefix("# text = ").replace("\\n", "\n")
        assert doc.text == text
        docs[text] = doc
    return docs


class WordCast:
    """Every noun phrase is an actor named by its head word; pronouns are nobody."""

    mentions = ()

    def of(self, token: Token) -> tuple[Actor, ...]:
        if token.pos_ not in ("NOUN", "PROPN"):
            return ()
        return (Actor(id=token.text.lower(), name=token.text, kind=ActorKind.PERSON),)

    def at(self, i: int) -> None:
        return None

    def country_of(self, token: Token) -> None:
        return None


class NoCalendar:
    """No phrase, no date."""

    phrases = ()

    def of(self, token: Token, *, spoken: object = None) -> When | None:
        return None
