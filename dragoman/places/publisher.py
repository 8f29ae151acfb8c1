"""A publisher's name and a report's address -> the country and the place names that they point to: weak hints."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from dragoman.places.gazetteer import gazetteer
from dragoman.places.names import key
from dragoman.places.schema import Own

# address, publisher -> country, place. tests/places/test_places_publisher.py reads this table.
EXAMPLES: Final = (
    ("http://www.tylerpaper.com/article/1", None, None, "tyler"),
    ("https://www.leicestermercury.co.uk/news", None, "GBR", "leicester"),
    ("https://punchng.com/a", None, None, None),
    ("https://www.vanguard.com.ng/x", None, "NGA", None),
    ("https://www.lasvegassun.com/", None, None, "las vegas"),
    ("https://theparisnews.com/", None, None, "paris"),
    ("https://www.reuters.com/world", None, None, None),
    (None, "Lebanon Daily Record", None, "lebanon"),
    (None, "Moscow Times", None, "moscow"),
    (None, "Reuters", None, None),
    ("https://www.timesofmalta.com/a", None, None, "malta"),
)

# Words of publishers' names and addresses that are no places.
WORDS: Final = frozenset(
    """the my our a daily weekly sunday morning evening news newspaper newspapers paper papers times time post press sun
    star herald tribune gazette telegraph journal register democrat republican republic record review recorder reporter
    observer observers examiner enquirer inquirer dispatch courier chronicle sentinel leader ledger messenger mirror
    monitor independent citizen advocate advertiser advance argus banner beacon bee bulletin call capital eagle echo
    express free globe guardian index item mail mercury mountain nation national nonpareil now online outlook pilot
    plain dealer planet progress patriot pioneer standard state statesman today transcript union universe valley
    villager voice watch week world local live tv fm radio channel media network group digital web site info blog
    report reports wire and of com""".split()
)
_GLUED: Final = tuple(sorted((word for word in WORDS if len(word) > 2), key=lambda word: (-len(word), word)))
_FIRST: Final = ("timesof", "daily", "modern", "the", "my", "go", "al")
GENERIC: Final = frozenset("com co org net gov edu ac or ne go".split())
DOMAINS: Final = {"uk": "GBR", "eu": "", "io": "", "tv": "", "me": "", "fm": "", "co": "", "info": "", "us": "USA"}
SMALLEST: Final = 3.0  # weight of the least town that a newspaper's address is taken to name
_HOST: Final = re.compile(r"(?:[a-z]{2,8}://)?(?:[^/@\s]{1,80}@)?([a-z0-9.-]{4,120})", re.IGNORECASE)


class Hints(NamedTuple):
    """`country` is ISO alpha-3; `place` the key of a place name."""

    country: str | None = None
    place: str | None = None


@lru_cache(maxsize=1024)
def hints(url: str | None, publisher: str | None) -> Hints:
    """What the address and the publisher's name point to, each None where they say nothing."""
    host = _HOST.match(url or "")
    labels = host[1].lower().split(".") if host else []
    country = _country(labels[-1]) if len(labels) > 1 else None
    place = _of_words(key(publisher).split()) if publisher else None
    if place is None:
        place = next((found for label in reversed(_own(labels)) if (found := _of_label(label))), None)
    return Hints(country, place)


def _own(labels: list[str]) -> list[str]:
    """The labels of a host that its owner chose: without www, .com and .co.uk."""
    kept = labels[:-1]
    if kept and kept[-1] in GENERIC:
        kept = kept[:-1]
    return [label for label in kept if label != "www"]


def _country(label: str) -> str | None:
    if label in DOMAINS or len(label) != 2:
        return DOMAINS.get(label) or None
    found = gazetteer().rows("SELECT value FROM meta WHERE key = ?", (f"domain {label}",))
    return str(found[0][0]) if found else None


def _of_words(words: list[str]) -> str | None:
    """The longest run of words that is a place, from the left, words such as "times" left out."""
    kept = [word for word in words if word not in WORDS]
    for size in (3, 2, 1):
        for start in range(len(kept) - size + 1):
            name = " ".join(kept[start : start + size])
            if len(name) > 3 and _known(name):
                return name
    return None


def _of_label(label: str) -> str | None:
    if "-" in label:
        return _of_words(label.split("-"))
    rest = _unglued(label)
    if len(rest) < 4 or rest in WORDS:
        return None
    if _known(rest):
        return rest
    # "lasvegas" is two words
    return next((name for i in range(2, len(rest) - 2) if _known(name := f"{rest[:i]} {rest[i:]}")), None)


def _unglued(label: str) -> str:
    """As "theparisnews" -> "paris"."""
    for _ in range(4):
        word = next((w for w in _GLUED if label.endswith(w) and len(label) > len(w) + 3), None)
        if word:
            label = label.removesuffix(word)
        elif first := next((w for w in _FIRST if label.startswith(w) and len(label) > len(w) + 3), None):
            label = label.removeprefix(first)
        else:
            break
    return label


def _known(name: str) -> bool:
    return any(entry.own is Own.OWN and entry.weight >= SMALLEST for entry in gazetteer().named(name))
