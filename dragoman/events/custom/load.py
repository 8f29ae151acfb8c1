"""A YAML file to a user's codebook, with all its faults at once."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from dragoman.codebook import codebook
from dragoman.errors import OwnCodebookError
from dragoman.events.custom import source
from dragoman.events.custom.load_rules import Lists, Within, examples, rules
from dragoman.events.custom.schema import Example, Fault, FaultyCodebook, Level, OwnCodebook, OwnRule, OwnType
from dragoman.events.custom.source import Faults, Node
from dragoman.records import digest

TOP: Final = frozenset(("codebook", "also", "lists", "types", "not", "nearest", "notes"))
TYPE: Final = frozenset(("definition", "quad", "class", "like", "cameo", "modes", "examples", "not", "rules", "notes"))
NEAREST: Final = frozenset(("threshold", "margin"))
OFF: Final = frozenset(("no", "off", "false"))
ON: Final = frozenset(("yes", "on", "true"))


def load(file: str | Path) -> OwnCodebook:
    """The codebook of a YAML file. Raises FaultyCodebook for errors in it, OwnCodebookError when it cannot be read."""
    path = Path(file)
    try:
        return parsed(path.read_bytes(), str(file))
    except OSError as error:
        raise OwnCodebookError(error.strerror or str(error), str(file), "Check the path.") from error


@lru_cache(maxsize=16)
def parsed(content: bytes, file: str) -> OwnCodebook:
    """The codebook of a file's bytes; `file` is what faults name."""
    faults = Faults()
    book = _book(content, file, faults)
    if book is None or any(fault.level is Level.ERROR for fault in faults):
        raise FaultyCodebook(file, ordered(faults))
    return book


def ordered(faults: list[Fault]) -> tuple[Fault, ...]:
    """The faults in the order of the file, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda f: (f.line, f.level, f.message)))


def _book(content: bytes, file: str, faults: Faults) -> OwnCodebook | None:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = content[: error.start].count(b"\n") + 1
        faults.append(Fault(at, Level.ERROR, "the file is not UTF-8", "save it as UTF-8"))
        return None
    root = source.compose(words, faults)
    if root is None:
        return None
    top = source.table(root, faults, "the codebook", TOP)
    lists = Lists(top.get("lists"), faults)
    types = _types(root, top, lists, faults)
    nots = examples(top["not"], Within(None, {}, lists, faults), "`not`") if "not" in top else ()
    name = (source.text(top["codebook"], faults, "the name `codebook`") or "") if "codebook" in top else Path(file).stem
    nearest, threshold, margin = _nearest(top.get("nearest"), faults)
    _twice(types, nots, faults)
    return OwnCodebook(
        name=name,
        file=file,
        digest=digest(words, size=4),
        types=MappingProxyType(types),
        lists=MappingProxyType(lists.words),
        also_plover=_also(top.get("also"), faults),
        nearest=nearest,
        threshold=threshold,
        margin=margin,
        nots=nots,
        faults=ordered(faults),
    )


def _also(node: Node | None, faults: Faults) -> bool:
    if node is None:
        return False
    found = source.text(node, faults, "`also`")
    if found is not None and found.lower() != "plover":
        faults.error(node, f"`also` is {found!r}", "write `also: plover`, or leave it out")
    return True


def _nearest(node: Node | None, faults: Faults) -> tuple[bool, float | None, float | None]:
    """Whether nearest examples are used, and the user's threshold and margin."""
    if node is None:
        return True, None, None
    if not source.is_table(node):
        word = (source.text(node, faults, "`nearest`") or "").lower()
        if word not in OFF | ON:
            faults.error(node, f"`nearest` is {word!r}", "write off, or a table with threshold and margin")
        return word not in OFF, None, None
    numbers: dict[str, float] = {}
    for key, value in source.table(node, faults, "`nearest`", NEAREST).items():
        words = source.text(value, faults, f"`{key}`") or "0"
        try:
            numbers[key] = float(words)
        except ValueError:
            numbers[key] = -1.0
        if not 0.0 <= numbers[key] <= 1.0:
            faults.error(value, f"`{key}` is {words!r}", "write a number from 0 to 1, as in 0.7")
    return True, numbers.get("threshold"), numbers.get("margin")


def _types(root: Node, top: Mapping[str, Node], lists: Lists, faults: Faults) -> dict[str, OwnType]:
    if not source.is_table(root):
        return {}
    if "types" not in top:
        faults.error(root, "the codebook has no `types`", "list them: a name, a definition, five examples")
        return {}
    at = source.lines(top["types"])
    parts = source.table(top["types"], faults, "`types`")
    found = {name: _type(name, at[name], node, lists, faults) for name, node in parts.items()}
    if not found and source.is_table(top["types"]):
        faults.error(top["types"], "there is no type", "write a name, a definition, five examples")
    _ids(found, faults)
    return found


def _type(name: str, line: int, node: Node, lists: Lists, faults: Faults) -> OwnType:
    parts = source.table(node, faults, f"type {name!r}", TYPE)
    definition = ""
    if "definition" in parts:
        definition = source.text(parts["definition"], faults, f"the definition of {name!r}") or ""
    elif parts:
        faults.append(Fault(line, Level.GAP, f"type {name!r} has no definition", "say in a sentence what counts"))
    modes = _modes(name, parts.get("modes"), faults)
    within = Within(name, modes, lists, faults)
    told = examples(parts["examples"], within, f"examples of {name!r}") if "examples" in parts else ()
    own = OwnType(
        name=name,
        line=line,
        definition=definition,
        quad=_quad(parts, faults),
        like=_known(parts.get("like"), frozenset(codebook().types), "PLOVER type", faults),
        cameo=_known(parts.get("cameo"), frozenset(codebook().cameo), "CAMEO code", faults),
        modes=MappingProxyType(modes),
        rules=_numbered(rules(parts["rules"], within), len(told)) if "rules" in parts else (),
        examples=told,
        nots=examples(parts["not"], within, f"`not` of {name!r}") if "not" in parts else (),
    )
    if parts and not parts.keys() & {"examples", "rules"} and len(parts) == len(source.lines(node)):
        message = f"type {name!r} has neither examples nor rules: nothing can be coded as it"
        faults.append(Fault(line, Level.ERROR, message, "give about five example sentences"))
    return own


def _numbered(rules: tuple[OwnRule, ...], first: int) -> tuple[OwnRule, ...]:
    """The rules with their examples counted on from those of the type."""
    found = []
    for rule in rules:
        found.append(
            replace(rule, examples=tuple(replace(e, number=first + n) for n, e in enumerate(rule.examples, 1)))
        )
        first += len(rule.examples)
    return tuple(found)


def _quad(parts: Mapping[str, Node], faults: Faults) -> str | None:
    quads = frozenset(codebook().quads)
    if "quad" in parts:
        if "class" in parts:
            faults.error(parts["class"], "a type has `quad` or `class`, not both", "take one out")
        words = source.text(parts["quad"], faults, "`quad`") or ""
        named = words.lower().replace(" ", "_")
        if words and named not in quads:
            advice = f"PLOVER's are {', '.join(sorted(quads))}; for one of your own write `class: {words}`"
            faults.error(parts["quad"], f"{words!r} is no quad class", advice)
        return named
    return source.text(parts["class"], faults, "`class`") if "class" in parts else None


def _known(node: Node | None, known: frozenset[str], what: str, faults: Faults) -> str | None:
    word = source.text(node, faults, f"the {what}") if node is not None else None
    if word is not None and node is not None and word not in known:
        advice = source.near(word, known) if len(known) < 50 else "`dragoman codebook show` lists them"
        faults.error(node, f"{word!r} is no {what}", advice)
    return word


def _modes(name: str, node: Node | None, faults: Faults) -> dict[str, str]:
    """The modes of a type with their definitions, which may be left out: a list of names will do."""
    if node is None:
        return {}
    if not source.is_table(node):
        return {mode: "" for mode, _ in source.texts(node, faults, f"a mode of {name!r}")}
    found = source.table(node, faults, f"the modes of {name!r}")
    return {mode: source.text(value, faults, f"mode {mode!r}") or "" for mode, value in found.items()}


def _ids(types: Mapping[str, OwnType], faults: Faults) -> None:
    seen: dict[str, int] = {}
    for rule in (rule for type in types.values() for rule in type.rules):
        if rule.id in seen:
            message = f"the rule id {rule.id!r} stands in line {seen[rule.id]} already"
            faults.append(Fault(rule.line, Level.ERROR, message, "give each rule an id of its own"))
        seen.setdefault(rule.id, rule.line)


def _twice(types: Mapping[str, OwnType], nots: tuple[Example, ...], faults: Faults) -> None:
    """Sentences said twice: an error where they are to be coded in two ways, else only idle."""
    seen: dict[tuple[str, object], Example] = {}
    for example in (e for type in types.values() for e in type.examples):
        first = seen.setdefault((example.text.casefold(), example.trigger), example)
        if first is example:
            continue
        if first.type == example.type:
            message = f"this example stands in line {first.line} already"
            faults.append(Fault(example.line, Level.HINT, message, "take it out: it adds nothing"))
        else:
            message = f"this example stands as {first.type!r} in line {first.line} already"
            faults.append(
                Fault(example.line, Level.ERROR, message, "one act has one type: mark another trigger, or choose")
            )
    texts = {(text, type.type): type for (text, _), type in seen.items()}
    for no in (*nots, *(e for type in types.values() for e in type.nots)):
        for (text, name), example in texts.items():
            if text == no.text.casefold() and no.type in (None, name):
                message = f"this sentence is an example of {name!r} in line {example.line}"
                faults.append(Fault(no.line, Level.ERROR, message, "it cannot be both: take one out"))
