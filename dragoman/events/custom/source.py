"""A YAML file to nodes that know their lines; what is wrong with them is gathered as faults, not raised one by one."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final, TypeAlias

import yaml  # type: ignore[import-untyped,unused-ignore]

from dragoman.events.custom.schema import Fault, Level

LARGEST: Final = 5_000_000  # characters; a codebook of a thousand types has not half as many

Node: TypeAlias = yaml.Node


class Faults(list[Fault]):
    """The faults of a file as they are found."""

    def error(self, node: Node, message: str, advice: str = "") -> None:
        """Notes an error at the line of a node."""
        self.append(Fault(line(node), Level.ERROR, message, advice))


def line(node: Node) -> int:
    """The line of a node, from 1."""
    return int(node.start_mark.line) + 1


def compose(text: str, faults: Faults) -> Node | None:
    """The root of a YAML text; None with a fault where it is no YAML or has nothing in it."""
    if len(text) > LARGEST:
        faults.append(Fault(1, Level.ERROR, "the file is too long for a codebook", "split it"))
        return None
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        seen = " ".join(str(error.problem or error.context or "it is no YAML").split())
        faults.append(Fault(mark.line + 1 if mark else 1, Level.ERROR, f"no valid YAML: {seen}", _advice(seen)))
        return None
    except (yaml.YAMLError, ValueError) as error:
        faults.append(
            Fault(1, Level.ERROR, f"no valid YAML: {' '.join(str(error).split())}", "save it as plain text in UTF-8")
        )
        return None
    except RecursionError:
        faults.append(Fault(1, Level.ERROR, "lists lie in lists without end", "a codebook needs five levels"))
        return None
    if root is None:
        faults.append(Fault(1, Level.ERROR, "the file is empty", "begin with `codebook:` and `types:`"))
    return root


def _advice(seen: str) -> str:
    if "tab" in seen or "\\t" in seen:
        return "indent with blanks, never with tabs"
    if "mapping values are not allowed" in seen:
        return 'put the sentence in "quotation marks": it has a colon'
    return 'check the indent; a sentence that begins with a sign or has a colon goes in "quotation marks"'


def text(node: Node, faults: Faults, what: str) -> str | None:
    """The text of a node on one line, None with a fault where it is a list, a table or empty."""
    if not isinstance(node, yaml.ScalarNode):
        faults.error(node, f"{what} must be a text", 'if it begins with a sign, put it in "quotation marks"')
        return None
    found = " ".join(str(node.value).split())
    if not found:
        faults.error(node, f"{what} is empty", "fill it in or take it out")
        return None
    return found


def texts(node: Node, faults: Faults, what: str) -> list[tuple[str, Node]]:
    """The texts of a list, or the one text, each with its node."""
    found = []
    for item in items(node):
        one = text(item, faults, what)
        if one is not None:
            found.append((one, item))
    return found


def items(node: Node) -> list[Node]:
    """The items of a list; of a text or a table, itself."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def is_table(node: Node) -> bool:
    """Whether a node is a table of keys and values."""
    return isinstance(node, yaml.MappingNode)


def table(node: Node, faults: Faults, what: str, known: frozenset[str] | None = None) -> dict[str, Node]:
    """The values of a table by key; unknown keys and keys said twice are faults. Empty where it is no table."""
    if not isinstance(node, yaml.MappingNode):
        faults.error(node, f"{what} must be a table of keys and values", "write `key: value`, one a line")
        return {}
    found: dict[str, Node] = {}
    for key, value, at in _pairs(node):
        if key in found:
            faults.error(at, f"{what} has {key!r} twice", "join the two")
        elif known is not None and key not in known:
            faults.error(at, f"{what} has a key {key!r} that nobody knows", near(key, known))
        else:
            found[key] = value
    return found


def lines(node: Node) -> dict[str, int]:
    """The line of each key of a table."""
    return {key: line(at) for key, _, at in _pairs(node)} if isinstance(node, yaml.MappingNode) else {}


def _pairs(node: yaml.MappingNode) -> Iterator[tuple[str, Node, Node]]:
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        yield " ".join(str(name).split()), value, key


def near(word: str, known: frozenset[str]) -> str:
    """Advice for a word that is not known: the one that was likely meant, else all that there are."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.7)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(sorted(known))}"
