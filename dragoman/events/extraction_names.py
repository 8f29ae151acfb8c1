"""A Doc and its cast to the tokens that name a state or a people that no list knows, forms of one name together."""

from typing import TYPE_CHECKING, Final

from dragoman.actors.cast import Cast, Mention
from dragoman.actors.mentions_persons import given_names
from dragoman.actors.registry import registry
from dragoman.events.extraction_codes import UNKNOWN
from dragoman.events.lexicon import classes
from dragoman.records import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BESIDE: Final = ("compound", "amod", "nmod:desc", "nmod:poss")
LABELS: Final = frozenset({"LOC", "NORP", "ORG", "PERSON", "MISC", "FAC", ""})
FORMS: Final = frozenset({"PROPN", "ADJ", "NOUN"})
# What makes a name of several words the name of a state.
POLITIES: Final = frozenset(
    """republic kingdom duchy principality federation emirate sultanate union empire islands state states confederation
    commonwealth democratic people's grand free north south east west northern southern eastern western upper lower new
    greater of the and saint san""".split()
)
# Endings that a people's name adds to a state's, with the state's last vowel gone: Zembla, Zemblan, Zemblans.
ENDINGS: Final = frozenset(
    """a e i o u y ia ya n an ns ans ian ians ean eans nian nians er ers lander landers ese i is ish ic ics ite ites
    land lands men man s es ine ines""".split()
)
TITLES: Final = frozenset(
    """foreign interior defence defense vice acting former lord lady army navy police court bank party front movement
    state national central supreme high air security people church television radio news agency""".split()
)
TITLED: Final = frozenset({"mr", "mrs", "ms", "dr", "sir", "mr.", "mrs.", "ms.", "dr."})
NAMELESS: Final = frozenset({ActorKind.PLACE, ActorKind.PERSON, ActorKind.OTHER, ActorKind.PARTY})
SITES: Final = frozenset(
    """town village city district province port valley river hill camp airport region suburb base lake island mountain
    street square airfield neighbourhood neighborhood county prefecture municipality area stronghold""".split()
)
LANDFORMS: Final = frozenset({"island", "river", "valley", "lake", "mountain", "peninsula", "strait", "reef"})
STEM: Final = 4  # letters that two forms of one name share at least


def names(doc: "Doc", cast: Cast) -> dict[int, str]:
    """The tokens that name a stranger, each with the code of it."""
    found: dict[int, str] = {}
    for token in doc:
        if not _strange(token, cast):
            continue
        stem = token.lower_
        known = next((code for code in found.values() if _same(code.removeprefix(UNKNOWN), stem)), None)
        found[token.i] = known or UNKNOWN + stem
    return found


def _strange(token: "Token", cast: Cast) -> bool:
    """Whether a token is a proper name that no list knows and that stands as a state's or a people's does."""
    if token.pos_ not in FORMS or not token.text[:1].isupper() or not token.text.isalpha() or len(token) < STEM:
        return False
    if not token.ent_type_ and (token.is_sent_start or token.pos_ != "PROPN"):
        return False  # "Heavy snow blocked the road"
    if token.pos_ == "NOUN" and token.is_sent_start:
        return False
    if token.ent_type_ not in LABELS or token.text.isupper() or token.lower_ in given_names() or _common(token.lower_):
        return False
    mention = cast.at(token.i)
    unknown = mention is not None and _unknown(mention, token.text)
    if mention is not None and not unknown:
        inside = mention.head != token.i and token.ent_type_ in ("LOC", "NORP", "ORG") and token.pos_ != "NOUN"
        own = mention.actors[0].country if mention.how != "description" else None
        if not inside or own or mention.actors[0].kind is ActorKind.ORGANISATION:
            return False
        if mention.how in ("name",) or token.dep_ not in (*BESIDE, "nmod", "conj"):
            return False
    if token.head.lemma_.lower() in SITES and (
        token.dep_ in ("nmod", "appos")
        or (token.dep_ in ("compound", "flat") and token.head.lemma_.lower() in LANDFORMS)
    ):
        return False  # "the town of Konna", "the Spratly islands"
    if cast.country_of(token) and not (unknown and mention is not None and mention.how == "name"):
        return False
    return _alone(token) and not _person(token)


def _common(word: str) -> bool:
    """Whether a word, though written with a capital, is part of a title or of many names."""
    return word in POLITIES or word in classes()["OFFICE"] or word in classes()["OFFICIAL"] or word in TITLES


def _unknown(mention: Mention, text: str) -> bool:
    """Whether a mention says no more than its one name, which no list has: a country it has is guessed from around."""
    bare = mention.end - mention.start == 1 and mention.how == "name" and not registry().lookup(text)
    return all(
        (a.kind in NAMELESS or (a.kind is ActorKind.COMPANY and a.sector == "MED"))  # "the Zemblan news agency"
        and (bare or (a.country is None and a.sector is None))
        and not (a.kind is ActorKind.PERSON and " " in a.name)
        for a in mention.actors
    )


def _alone(token: "Token") -> bool:
    """Whether the name is one word, or the rest of it says that it is a state's: "North Zembla", "Zembla Republic"."""
    doc = token.doc
    near = [doc[j] for j in (token.i - 1, token.i + 1) if 0 <= j < len(doc)]
    for other in near:
        name = other.pos_ == "PROPN" and other.text[:1].isupper() and other.ent_type_ == token.ent_type_
        if (
            name
            and token.ent_type_
            and other.lower_ not in POLITIES
            and (token.ent_type_ != "LOC" or other == token.head)
        ):
            return False
    return True


def _person(token: "Token") -> bool:
    """Whether the name follows a title, or a title stands on it."""
    if token.ent_type_ == "LOC":
        return False
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and (before.lower_ in TITLED or (before.pos_ == "PROPN" and before.head.i == token.i)):
        return before.lower_ not in POLITIES
    return any(k.dep_ in ("flat", "nmod:desc", "appos") and k.i < token.i for k in token.children)


def _same(one: str, other: str) -> bool:
    """Whether two names are forms of one: Zembla and Zemblan, Orland and Orlanders."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    rest = {one[shared:], other[shared:]}
    return shared >= STEM and all(not part or part in ENDINGS for part in rest)
