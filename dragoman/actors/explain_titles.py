"""A description of an office ("Russian foreign minister", "UN chief") and a day -> who holds it on that day."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.actors import own_store
from dragoman.actors.importers import titles
from dragoman.actors.registry import Body, Group, Leader, Office, Organisation, registry

# Titles of one office: what one country calls a minister, another calls a secretary.
SAME: Final = (
    ("foreign minister", "foreign secretary", "secretary of state", "minister of foreign affairs", "top diplomat"),
    ("defence minister", "defense minister", "defence secretary", "defense secretary", "minister of defence"),
    ("prime minister", "premier", "taoiseach", "chancellor", "head of government"),
    ("president", "head of state"),
    ("secretary-general", "secretary general", "chief"),
    ("finance minister", "treasury secretary", "chancellor of the exchequer"),
)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds the office, the user's first; what is to be said where nobody does, and why they are meant."""

    leaders: tuple[Leader, ...]
    verdict: str
    why: str


def holders(words: str, on: date | None) -> Holders | None:
    """The holders of the office that `words` describe; None where they describe none."""
    bare = words.removeprefix("the ").removeprefix("The ")
    found = _of_record(bare)
    if found is None:
        said = titles.read(bare)
        title, owner, country = said.title.lower(), "", said.country
        name = registry().states[country].name_on(on) if country in registry().states else ""
    else:
        record, title = found
        owner, country, name = record.id, "", record.name
    role = registry().role(title)
    if role is None or not role.person or not (owner or country):
        return None
    day = f"on {on}" if on else "now"
    leaders = [
        leader for leader in registry().leaders.values() if _office(leader, title, owner, country, on) is not None
    ]
    own = own_store.by_id()
    leaders.sort(key=lambda leader: leader.id not in own)
    if not leaders:
        sector = f" ({role.sector})" if role.sector else ""
        told = f"“{title}” of {name} is an office{sector}, but nobody is known to hold it {day}."
        return Holders((), f"{told} In a report the words stand for the office, unless it names the holder.", "")
    held = leaders[0].office_on(on)
    return Holders(tuple(leaders), "", f"{held.title if held else title} of {name} {day}")


def _office(leader: Leader, title: str, owner: str, country: str, on: date | None) -> Office | None:
    names = next((row for row in SAME if title in row), (title,))
    held = leader.office_on(on)
    if held is None or held.title.lower() not in names:
        return None
    if owner:
        return held if owner in (held.of, held.country) else None
    return held if held.country == country and (held.of == country or len(held.of) == 3) else None


def _of_record(words: str) -> tuple[Organisation | Group | Body, str] | None:
    """As in "UN chief", "Taliban leader", "leader of the Taliban": the organisation or group, and the title."""
    parts = words.split()
    for cut in range(len(parts) - 1, 0, -1):
        head, rest = " ".join(parts[:cut]).removesuffix("'s"), " ".join(parts[cut:])
        if (record := _record(head)) is not None and registry().role(rest) is not None:
            return record, rest.lower()
    title, _, name = words.partition(" of ")
    record = _record(name.removeprefix("the ")) if name else None
    return (record, title.lower()) if record is not None and registry().role(title) is not None else None


def _record(name: str) -> Organisation | Group | Body | None:
    for entry in registry().lookup(name):
        if isinstance(entry.record, Organisation | Group | Body) and entry.kind in ("name", "alias", "acronym"):
            return entry.record
    return None
