"""A token to its lemma and to whether it stands in the passive: the two slips of taggers that the tree mends."""

from typing import TYPE_CHECKING

from dragoman.events.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.events.arcs import Arcs


def lemma_of(token: "Token", low: str) -> str:
    """The lemma by the lexicon's own table of forms, which the tagger's slips do not reach, else the Doc's."""
    book = lexicon()
    if token.pos_ in ("NOUN", "PROPN"):
        return book.nouns.get(low) or book.verbs.get(low) or token.lemma_.lower()
    return book.verbs.get(low) or book.nouns.get(low) or token.lemma_.lower()


def is_passive(tree: "Arcs", i: int) -> bool:
    """Whether the verb `i` is passive, also without auxiliary ("troops killed by rebels")."""
    deps = [tree.deps[k] for k in tree.kids(i)]
    if "aux:pass" in deps or "nsubj:pass" in deps or "obl:agent" in deps:
        return True
    if tree.tokens[i].tag_ != "VBN" or "nsubj" in deps or "aux" in deps:
        return False
    if tree.deps[i] in ("acl", "advcl", "amod", "xcomp"):  # xcomp: "ordered released", "left wounded"
        return True
    return tree.deps[i] == "conj" and tree.tokens[tree.heads[i]].tag_ == "VBN" and tree.passive(tree.heads[i])
