"""Actor dictionaries of TABARI, PETRARCH and PETRARCH2 -> rows of the store, findings and what was left out.

    LAKE_DEFENCE_FRONT_ [KENREB]              ; an actor, its code, a remark after ";" or "#"
    +LAKE_FRONT_(LDF)_                        another name of it
    ANN_EXAMPLE_                              codes may follow below, each with the days that it holds for
        [KENGOV 890120-930120]                from 20 January 1989 to 20 January 1993
        [KENOPP >930120]                      from that day on; "<" is until the day before
        [KENELI]                              at all other times

Names are in capitals; how newspapers write them is made of them (cameo_names.py). Left out, and counted: names of
states and places (codes of a country alone: Dragoman has its own), nouns of agents files ("MINISTER [~GOV]": roles are
read from the words themselves), sets of substitutions and synonyms, surnames alone, and actors that are nobody ("---").
Source: TABARI manual 0.8, chapter 4, and the dictionaries of the Open Event Data Alliance.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from dragoman.actors.importers import Found, cameo_names, decoded
from dragoman.actors.importers.cameo_codes import Meaning, meaning
from dragoman.actors.own_cells import BadCell, day, id_of, is_state
from dragoman.actors.own_records import LeftOut, OwnRow
from dragoman.records import Finding

CODE: Final = re.compile(r"\[([^\]\[]*)\]?")
PLURAL: Final = re.compile(r"\{[^}]*\}?")
REMARK: Final = re.compile(r"[#;]")
DIGITS: Final = re.compile(r"\d+")
PIVOT: Final = 30  # years of two digits: 30 to 99 are of the last century (PETRARCH reads them so)
PLACES: Final = "names of states and places; Dragoman has its own"
AGENTS: Final = "nouns of agents; Dragoman reads roles from the words themselves"
NOBODY: Final = "actors that are nobody"
OFFICES: Final = "offices without a name; Dragoman reads roles from the words themselves"
LONE: Final = "surnames alone"
SETS: Final = "sets of synonyms"


@dataclass(slots=True)
class Actor:
    """An actor while its lines are read: names as the file has them, and its codes with their lines."""

    line: int
    names: list[str]
    codes: list[tuple[int, str]] = field(default_factory=list)


def read(lines: Iterable[bytes], where: str) -> Iterator[Found]:
    """The actors of the dictionary, a row a code; a finding for each line that cannot be meant."""
    held: Actor | None = None
    in_set = False
    for number, line in enumerate(decoded(lines), 1):
        text = _bare(line)
        if not text.strip():
            continue
        if text[0] in "&!":
            in_set = text[0] == "&"
            yield LeftOut(SETS)
            continue
        if in_set and text[0] == "+":
            continue
        in_set = False
        name = PLURAL.sub("", text.partition("[")[0]).strip().lstrip("+").strip()
        codes = [(number, code) for code in CODE.findall(text)]
        if text.lstrip()[0] in "+[":
            if held is None:
                yield Finding("bad-row", "a further name or code, and no actor before it", f"{where}:{number}")
                continue
            held.names += [name] if name else []
            held.codes += codes
            continue
        if held is not None:
            yield from _finished(held, where)
        held = Actor(number, [name], codes)
    if held is not None:
        yield from _finished(held, where)


def _bare(line: str) -> str:
    """The line without remarks and the space after it; a "#" or ";" in the brackets of a code begins none."""
    if line.lstrip().startswith("<!--"):
        return ""
    cut = next(
        (m.start() for m in REMARK.finditer(line) if line.count("[", 0, m.start()) <= line.count("]", 0, m.start())),
        None,
    )
    return line[:cut].rstrip()


def _finished(actor: Actor, where: str) -> Iterator[Found]:
    source = f"{where}:{actor.line}"
    if any(code.lstrip().startswith("~") for _, code in actor.codes):
        yield LeftOut(AGENTS)
        return
    if not actor.codes:
        seen = f"{actor.names[0][:60]!r} has no code"
        yield Finding("bad-row", f"{seen}; write one after it in square brackets, as in [KENGOV]", source)
        return
    roles: list[tuple[int, str, str, str, Meaning]] = []
    nobody = 0
    for line, code in actor.codes:
        try:
            word, start, end = _dated(code)
            found = meaning(word)
        except BadCell as error:
            yield Finding("bad-row", str(error), f"{where}:{line}")
            continue
        if found is None:
            nobody += 1
        else:
            roles.append((line, start, end, word.strip().upper(), found))
    if roles:
        yield from _rows(actor, roles, where)
    elif nobody:
        yield LeftOut(NOBODY)


def _dated(code: str) -> tuple[str, str, str]:
    """The code alone, its first and its last day. Raises BadCell."""
    word, _, dates = code.strip().partition(" ")
    dates = dates.replace(" ", "")
    if not dates and word[:1] in "<>":
        raise BadCell(f"[{code}] has dates and no code")
    if not dates:
        return word, "", ""
    if dates[0] == ">":
        return word, _day(dates[1:], code), ""
    if dates[0] == "<":
        return word, "", _day(dates[1:], code)
    first, dash, last = dates.partition("-")
    if not dash:
        raise BadCell(f"[{code}] has dates that cannot be read; write them as 890120-930120, >890120 or <930120")
    start, end = _day(first, code), _day(last, code)
    if end < start:
        raise BadCell(f"[{code}] ends before it begins; which of the two days is wrong?")
    return word, start, end


def _day(digits: str, code: str) -> str:
    if not DIGITS.fullmatch(digits) or len(digits) not in (6, 8):
        raise BadCell(f"[{code}] has dates that cannot be read; write them as 890120-930120, >890120 or <930120")
    full = digits if len(digits) == 8 else f"{20 if int(digits[:2]) < PIVOT else 19}{digits}"
    return day(f"{full[:4]}-{full[4:6]}-{full[6:]}", f"the day in [{code}]")


def _rows(actor: Actor, roles: list[tuple[int, str, str, str, Meaning]], where: str) -> Iterator[Found]:
    # "at all other times a former official" is what a role that has ended means anyway
    real = [role for role in roles if role[4].sector != "ELI"] or roles
    if all(role[4].bare for role in real):
        yield LeftOut(PLACES)
        return
    name, aliases, acronyms = cameo_names.written(actor.names)
    if not name:
        yield LeftOut(OFFICES)
        return
    sectors = {role[4].sector for role in real}
    kind = cameo_names.kind_of(name, sectors, dated=any(role[1] or role[2] for role in real))
    if kind == "person" and " " not in name:
        yield LeftOut(LONE)
        return
    if is_state(name):
        yield LeftOut(PLACES)
        return
    id = id_of(name, kind, real[0][4].country if len({role[4].country for role in real}) == 1 else "")
    others = tuple(text for text in aliases if not is_state(text))
    for line, start, end, code, found in real:
        yield OwnRow(
            id, name, kind, found.country, found.sector, "", "", start, end, "", "", others, acronyms, code,
            f"{where}:{line}",
        )  # fmt: skip
        others, acronyms = (), ()
