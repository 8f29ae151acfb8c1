"""Lines of JSON, an object each, in brackets and with commas between them or not -> objects with their lines."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from dragoman.actors.own_cells import BadCell, day, plain
from dragoman.records import Finding


def objects(lines: Iterable[bytes], where: str) -> Iterator[tuple[int, dict[str, Any]] | Finding]:
    """Each object with the number of its line; a finding for each line that holds none."""
    for number, raw in enumerate(lines, 1):
        line = raw.removeprefix(b"\xef\xbb\xbf").strip().rstrip(b",")
        if line in (b"", b"[", b"]"):
            continue
        try:
            found = msgspec.json.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            seen = f"not one JSON object on a line ({str(error).rstrip('.')})"
            yield Finding("bad-row", f"{seen}; write each entity on a line of its own", f"{where}:{number}")
            continue
        if isinstance(found, dict):
            yield number, found
        else:
            yield Finding("bad-row", "JSON, but no object; each line must be one entity", f"{where}:{number}")


def texts(value: Any) -> list[str]:
    """The strings in a value that should be a list of strings; a single one is a list of one."""
    found = value if isinstance(value, list) else [value]
    return [text for item in found if isinstance(item, str) and (text := plain(item).replace(";", ","))]


def latin(names: Iterable[str]) -> list[str]:
    """The names that a report in English may print: of Latin letters, each once."""
    return [
        name
        for name in dict.fromkeys(names)
        if all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" or not c.isalpha() for c in name)
    ]


def date_of(text: str) -> str:
    """A date in the form of the store; "" for none or for one that is no date."""
    try:
        return day(text[:10], "date") if text else ""
    except BadCell:
        return ""
