"""The folder of data files to a Codebook whose every reference holds, or one CodebookError that says what does not."""

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from dragoman.codebook.source import CodebookError, Table, toml, tsv
from dragoman.codebook.terms import Cameo, Codebook, Context, EventType, Mode, Quad, Sector, Topic

CAMEO_COLUMNS: Final = ("code", "parent", "name", "goldstein", "quad", "type", "mode", "contexts")
IDENTITY: Final = frozenset({"parties", "place", "kind", "content"})
GREATEST: Final = 10.0  # Goldstein (1992) and PLOVER both score from -10 to 10

# Codes whose PLOVER type is of another quad class than CAMEO's root, each for a reason that data/README.md gives.
CROSSING: Final = frozenset({"02", "055", "056", "116"})


def load(folder: Traversable) -> Codebook:
    """The codebook in `folder`; raises CodebookError with file, line or key, and what is wrong."""
    events = toml(folder, "types.toml")
    quads = {name: _quad(name, table) for name, table in events.tables("quads")}
    types = {name: _type(name, table, quads) for name, table in events.tables("types")}
    events.end()
    contexts = _contexts(folder)
    cameo = _cameo(folder, quads, types, contexts)
    _check_codes(types, cameo)
    return Codebook(
        quads=MappingProxyType(quads),
        types=MappingProxyType(types),
        contexts=MappingProxyType(contexts),
        sectors=MappingProxyType(_sectors(folder)),
        cameo=MappingProxyType(cameo),
        topics=MappingProxyType(_topics(folder)),
    )


def _quad(name: str, table: Table) -> Quad:
    quad = Quad(name, table.take("penta", int), table.text("definition"))
    table.end()
    return quad


def _type(name: str, table: Table, quads: Mapping[str, Quad]) -> EventType:
    modes = {key: _mode(key, inner) for key, inner in table.tables("modes")} if "modes" in table.content else {}
    found = EventType(
        name=name,
        definition=table.text("definition"),
        modes=MappingProxyType(modes),
        quad=_known(table.text("quad"), quads, "quad class", table.place),
        symmetric=table.take("symmetric", bool),
        recipient=table.take("recipient", bool),
        score=_score(table.take("score", float), table.place),
        cameo=table.text("cameo"),
    )
    table.end()
    return found


def _mode(name: str, table: Table) -> Mode:
    mode = Mode(name, table.text("cameo"), table.text("definition"))
    table.end()
    return mode


def _contexts(folder: Traversable) -> dict[str, Context]:
    found: dict[str, Context] = {}
    for place, row in tsv(folder, "contexts.tsv", ("name", "definition")):
        _new(row["name"], found, place)
        found[row["name"]] = Context(row["name"], _filled(row, "definition", place))
    return found


def _sectors(folder: Traversable) -> dict[str, Sector]:
    found: dict[str, Sector] = {}
    for place, row in tsv(folder, "sectors.tsv", ("code", "name", "plover", "definition")):
        code = row["code"]
        _new(code, found, place)
        if not (len(code) == 3 and code.isalpha() and code.isupper()):
            raise CodebookError(f"{code!r} is no code of three capitals", place)
        name, definition = _filled(row, "name", place), _filled(row, "definition", place)
        found[code] = Sector(code, name, row["plover"] or None, definition)
    return found


def _cameo(
    folder: Traversable, quads: Mapping[str, Quad], types: Mapping[str, EventType], contexts: Mapping[str, Context]
) -> dict[str, Cameo]:
    found: dict[str, Cameo] = {}
    for place, row in tsv(folder, "cameo.tsv", CAMEO_COLUMNS):
        code = row["code"]
        _new(code, found, place)
        if not (len(code) in (2, 3, 4) and code.isascii() and code.isdigit()):
            raise CodebookError(f"{code!r} is no code of 2 to 4 digits", place)
        parent = code[:-1] if len(code) > 2 else None
        if row["parent"] != (parent or ""):
            raise CodebookError(f"the parent of {code} is {parent or 'empty'}, not {row['parent']!r}", place)
        if parent and parent not in found:
            raise CodebookError(f"the parent {parent} does not stand above {code}", place)
        type_ = _known(row["type"], types, "type", place) if row["type"] else None
        about = tuple(_known(name, contexts, "context", place) for name in row["contexts"].split(",") if name)
        entry = Cameo(
            code=code,
            name=_filled(row, "name", place),
            root=code[:2],
            parent=parent,
            goldstein=_score(_number(row["goldstein"], place), place),
            type=type_,
            mode=_mode_of(row["mode"], types[type_] if type_ else None, place),
            contexts=about,
            quad=_known(row["quad"], quads, "quad class", place),
        )
        found[code] = entry
        _check_quad(entry, found[entry.root], types, place)
    return found


def _mode_of(mode: str, type_: EventType | None, place: str) -> str | None:
    if not mode:
        return None
    if type_ is None:
        raise CodebookError(f"mode {mode!r} without a type", place)
    return _known(mode, type_.modes, f"mode of {type_.name}", place)


def _check_quad(entry: Cameo, root: Cameo, types: Mapping[str, EventType], place: str) -> None:
    if entry.quad != root.quad:
        raise CodebookError(f"{entry.code} is {entry.quad}, but its root {root.code} is {root.quad}", place)
    expected = types[entry.type].quad if entry.type else entry.quad
    if entry.quad != expected and not {entry.code, entry.root} & CROSSING:
        raise CodebookError(f"{entry.code} is {entry.quad}, but its type {entry.type} is {expected}", place)


def _check_codes(types: Mapping[str, EventType], cameo: Mapping[str, Cameo]) -> None:
    for found in types.values():
        _known(found.cameo, cameo, "CAMEO code", f"types.toml, key types.{found.name}.cameo")
        for mode in found.modes.values():
            _known(mode.cameo, cameo, "CAMEO code", f"types.toml, key types.{found.name}.modes.{mode.name}.cameo")


def _topics(folder: Traversable) -> dict[str, Topic]:
    file = toml(folder, "topics.toml")
    topics = {name: _topic(name, table) for name, table in file.tables("topics")}
    file.end()
    return topics


def _topic(name: str, table: Table) -> Topic:
    values = table.take("values", dict)
    if not values or not all(type(text) is str and text for text in values.values()):
        raise CodebookError("'values' must give a definition for each value, and at least one", table.place)
    topic = Topic(
        name=name,
        definition=table.text("definition"),
        holder=table.text("holder"),
        subject=table.text("subject"),
        values=MappingProxyType(values),
        passing=frozenset(_known(value, values, "value", table.place) for value in table.texts("passing")),
        identity=tuple(_known(part, IDENTITY, "part of an identity", table.place) for part in table.texts("identity")),
        symmetric=table.take("symmetric", bool),
    )
    if not topic.identity:
        raise CodebookError("'identity' is empty", table.place)
    table.end()
    return topic


def _known(name: str, names: Mapping[str, object] | frozenset[str], noun: str, place: str) -> str:
    if name not in names:
        raise CodebookError(f"{name!r} is no {noun} of the codebook", place)
    return name


def _new(name: str, names: Mapping[str, object], place: str) -> None:
    if not name or name in names:
        raise CodebookError(f"{name!r} stands twice" if name else "the first column is empty", place)


def _filled(row: Mapping[str, str], column: str, place: str) -> str:
    if not row[column].strip():
        raise CodebookError(f"column {column!r} is empty", place)
    return row[column]


def _number(text: str, place: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise CodebookError(f"{text!r} is no number", place) from None


def _score(score: float, place: str) -> float:
    if not -GREATEST <= score <= GREATEST:  # also false for a score that is no number
        raise CodebookError(f"the score {score} is not between -10 and 10", place)
    return score
