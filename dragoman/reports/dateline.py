"""The beginning of a line to its dateline: "NAIROBI, Kenya, Aug. 7 (AP) --" is places, a day and an agency."""

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.records import Place, Span
from dragoman.reports.dates import DAY

# line, cities, agency, the day's words. Each row is a test (tests/reports/test_reports_dateline.py).
EXAMPLES: Final = (
    ("NAIROBI, Kenya (AP) — Police said", ("NAIROBI",), "AP", ""),
    ("LA PAZ, Sept 4 (Reuters) - Miners blocked", ("LA PAZ",), "Reuters", "Sept 4"),
    ("HARARE, Aug. 17 (Xinhua) -- Zimbabwe", ("HARARE",), "Xinhua", "Aug. 17"),
    ("MOSCOW. June 5 (Interfax) - Two ships", ("MOSCOW",), "Interfax", "June 5"),
    ("MOSCOW, June 5. /TASS/. The ministry", ("MOSCOW",), "TASS", "June 5"),
    ("Madrid, Jun 5 (EFE).- The court", ("Madrid",), "EFE", "Jun 5"),
    ("New Delhi, Jan 5 (PTI): The army", ("New Delhi",), "PTI", "Jan 5"),
    ("New Delhi [India], January 5 (ANI): The army", ("New Delhi",), "ANI", "January 5"),
    ("Tehran, June 5, IRNA – The speaker", ("Tehran",), "IRNA", "June 5"),
    ("GENEVA, 5 June 2003 (IRIN) - Donors", ("GENEVA",), "IRIN", "5 June 2003"),
    ("OTTAWA/HAVANA, May 22 - Canada", ("OTTAWA", "HAVANA"), None, "May 22"),
    ("QUITO and BOGOTA — Ecuador", ("QUITO", "BOGOTA"), None, ""),
    ("Bonn/Prague (dpa) - Germany", ("Bonn", "Prague"), "DPA", ""),
    ("PORT-AU-PRINCE, Haiti (AP)_ Soldiers", ("PORT-AU-PRINCE",), "AP", ""),
    ("SUVA, Fiji, March 24 AAP - Rebels", ("SUVA",), "AAP", "March 24"),
    ("RIO DE JANEIRO: Brazil", ("RIO DE JANEIRO",), None, ""),
    ("(Bloomberg) -- Turkey", (), "Bloomberg", ""),
    ("June 5 (UPI) -- Lawmakers", (), "UPI", "June 5"),
    ("BREAKING: A blast was heard", None, None, ""),
    ("Peru's president - who won - said", None, None, ""),
    ("The committee (ANC) - the largest body", None, None, ""),
    ("UPDATE 2 - Oil falls", None, None, ""),
    ("WALDEN-SMITH: Thank you, Mr. Chairman", None, None, ""),
)

# Words in capitals before a dash or colon that are labels, not cities.
LABELS: Final = frozenset(
    """ALERT ANALYSIS
    ANSWER AUDIO BREAKING BRIEF BRIEFS CHRONOLOGY COLUMN COMMENT COMMENTARY CORRECTED CORRECTION EDITORIAL
    EXCLUSIVE EXPLAINED EXPLAINER FACTBOX FEATURE FLASH FOCUS FORECAST GRAPHIC HEADLINES HIGHLIGHTS INSIGHT INTERVIEW
    INSTANT LATEST LIVE MORE NEWS NEWSMAKER NOTE OPINION PHOTO PHOTOS PICTURES PREVIEW PROFILE QUESTION QUOTES RECAP
    RELATED REFILE REPORT RESEND REVIEW SNAPSHOT SPECIAL SPORT STORY SUMMARY TEXT TIMELINE TRANSCRIPT UPDATE UPDATED
    URGENT     VIDEO VIEW WATCH WRAPUP ABSTRACT ADVISORY ATTENTION EDITORS""".split()
)
_SMALL: Final = frozenset(
    """a al and at by d da das de del des di do dos du e el en es i in la las le les los of on near sur the und upon
    van y""".split()
)
_SEPARATOR: Final = re.compile(
    r"\.-[ ]?"  # "(EFE).- The court"
    r"|(?<=/)\.(?=\s)"  # "/TASS/. The ministry"
    r"|[ ]{0,2}(?<=[ .,)\]])(?:-{1,3}|[–—―]{1,2}|_)(?=[\s\"“]|$|(?<=\)[-–—_])\w)"
    r"|(?<=[\w)])[–—]{1,2}(?=\s)"
    r"|:(?=\s)"
    r"|(?<=\))(?=[ ]?[A-Z\"“])"  # "(CNN) The court"
)
_AGENCY: Final = re.compile(r"[\s,.]*(?:\(([^()]{2,40})\)|/([^/()]{2,40})/)[.\s]*$")
_BETWEEN: Final = re.compile(r"/| & | and (?=[A-Z]{2})")  # "Bosnia and Herzegovina" is one
_DAY: Final = re.compile(rf"(?:^|[,.\s]\s{{0,3}}){DAY}[,.]?\s*$", re.IGNORECASE)
_REACH: Final = 140  # no dateline of the development texts is longer


@dataclass(frozen=True, slots=True)
class Dateline:
    """`span` runs from the first city to the dash or colon, both included; `day` is a match of dates.DAY, or None."""

    span: Span
    cities: tuple[tuple[Span, str], ...]  # where the city stands and the country or region printed after it
    agency: str | None
    day: re.Match[str] | None


@cache
def agencies() -> dict[str, str]:
    """What stands in the brackets of datelines -> the agency's name (data/agencies.tsv)."""
    rows = files("dragoman.reports").joinpath("data/agencies.tsv").read_text("utf-8").splitlines()[1:]
    return dict(row.split("\t") for row in rows)


def read_dateline(text: str, start: int) -> Dateline | None:
    """The dateline that begins at `start` (the first letter of a line), or None."""
    end = text.find("\n", start, start + _REACH)
    line = text[start : end if end >= 0 else start + _REACH]
    for tries, mark in enumerate(_SEPARATOR.finditer(line)):
        if tries == 4:
            break
        head = line[: mark.start()]
        found = _parse(head, mark[0].strip(), start, start + mark.end(), _length(text, start) - mark.end())
        if found:
            return found
    return None


def _length(text: str, start: int) -> int:
    end = text.find("\n", start, start + 4 * _REACH)
    return (end if end >= 0 else min(len(text), start + 4 * _REACH)) - start


def _parse(head: str, mark: str, start: int, end: int, rest: int) -> Dateline | None:
    body, agency, known = _agency(head)
    if not mark and not known:
        return None
    day = _DAY.search(body)
    if day:
        body = body[: day.start()]
    cities = _cities(body, start)
    if cities is None or not (cities or known):
        return None
    if not _plausible(body, mark, rest, bracket=bool(agency), known=known, dated=day is not None):
        return None
    return Dateline((start, end), cities, agency, day)


def _agency(head: str) -> tuple[str, str | None, bool]:
    """What is left of `head` without its agency, the agency, and whether it is one we know."""
    if found := _AGENCY.search(head):
        name = " ".join((found[1] or found[2]).split())
        known = agencies().get(name) or agencies().get(name.split("/")[0])
        plain = len(name.split()) <= 4 and name[:1].isupper()
        return (
            (head[: found.start()], known or (name if plain else None), known is not None)
            if known or plain
            else (head, None, False)
        )
    words = head.rsplit(None, 1)
    if len(words) == 2 and words[1] in agencies() and len(words[1]) > 1 and re.search(r"[,\d][ ]*$", words[0] + " "):
        return words[0], agencies()[words[1]], True
    return head, None, False


def _cities(body: str, start: int) -> tuple[tuple[Span, str], ...] | None:
    """The cities of "OTTAWA, Canada/HAVANA", empty for nothing at all, None if these are no places."""
    cities: list[tuple[Span, str]] = []
    at = 0
    for piece in _BETWEEN.split(body):
        begin = body.index(piece, at)
        at = begin + len(piece)
        if not piece.strip(" ,."):
            continue
        name, _, region = piece.partition(",")
        name = re.sub(r"\s*\[[^\]]*\]\s*$", "", name.rstrip(" .,"))
        lead = len(name) - len(name.lstrip())
        name = name.strip()
        if not _is_name(name) or not _is_region(region):
            return None
        first = start + begin + lead
        cities.append(((first, first + len(name)), region.strip(" ,.")))
    return tuple(cities) if len(cities) <= 4 else None


def _is_name(name: str) -> bool:
    words = name.split()
    if not words or len(words) > 6 or any(ch.isdigit() for ch in name) or len(name) < 2:
        return False
    if not words[0][:1].isupper() or words[0].upper().strip(".:'") in LABELS:
        return False
    return all(_is_word(word) for word in words) and not re.search(r"['’]s\b|[!?;\"“”(),]", name)


def _is_word(word: str) -> bool:
    return word.lower() in _SMALL or word[:1].isupper()


def _is_region(region: str) -> bool:
    words = region.split()
    return len(words) <= 6 and all(_is_word(word.strip("(,")) for word in words) and not re.search(r"[!?;\"“”]", region)


def _plausible(body: str, mark: str, rest: int, *, bracket: bool, known: bool, dated: bool) -> bool:
    """Whether places so written, with such a mark, are a dateline and not a label, a speaker or a subject."""
    first = body.split(",", maxsplit=1)[0].strip(" .,")
    capitals = _in_capitals(first)
    if known or (dated and (capitals or mark)):
        return True
    if capitals and (bracket or "/" in first or "," in body or " and " in first):
        return mark != ":" or "-" not in first
    if _resolve(_proper(first) if capitals else first) is None:
        return False
    # "Clinton: Time for a change" is a headline, "Muscat: The festival ..." runs on as a paragraph does.
    return rest > 100 if mark == ":" else capitals or rest > 40


def _in_capitals(name: str) -> bool:
    letters = [ch for ch in name if ch.isalpha() and ch.isascii()]
    return len(letters) >= 2 and sum(ch.isupper() for ch in letters) >= 0.75 * len(letters) and name[:1].isupper()


def city(name: str, mention: Span, region: str = "") -> Place:
    """The place of a dateline's city; `region`, the country or state printed after it, narrows the search.

    A city that the gazetteer lacks keeps its name and the region's country.
    """
    proper = _proper(name) if _in_capitals(name) and len(name) > 3 else name
    around = _resolve(region) if region else None
    country = around.country if around else None
    found = (_resolve(f"{proper}, {region}") if region else None) or _resolve(proper, (country,) if country else ())
    return replace(found, mention=mention) if found else Place(proper, country, mention=mention)


def _resolve(name: str, near: tuple[str, ...] = ()) -> Place | None:
    from dragoman.places import resolve  # the gazetteer is read when the first dateline is

    return resolve(name, near=near)


def _proper(name: str) -> str:
    """As "RIO DE JANEIRO" -> "Rio de Janeiro", "PORT-AU-PRINCE" -> "Port-au-Prince", "N'DJAMENA" -> "N'Djamena"."""
    words = re.split(r"([ \-'’])", name.lower())
    return "".join(
        word if i and word in _SMALL | {"au", "aux"} else word[:1].upper() + word[1:] for i, word in enumerate(words)
    )
