"""Lines and links to the Identity of each line: contents joined by links, words without content given to theirs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dragoman.ledger.folding.identity import Identity, identity
from dragoman.ledger.folding.table import Rules, rules
from dragoman.ledger.folding.times import Telling
from dragoman.ledger.lines import Line


def components(lines: dict[int, Line], links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Row to a row that stands for its component, for the rows that are linked to another of the same label."""
    group: dict[int, list[int]] = {}
    for one, other in links:
        a, b = lines.get(one), lines.get(other)
        if a is None or b is None or a.label != b.label:
            continue
        mine, theirs = group.get(one) or [one], group.get(other) or [other]
        if mine is not theirs:
            small, large = (mine, theirs) if len(mine) < len(theirs) else (theirs, mine)
            large += small
            for row in small:
                group[row] = large
            group[large[0]] = large
    return {row: members[0] for row, members in group.items()}


def identified(tellings: Sequence[Telling], links: Iterable[tuple[int, int]]) -> dict[Identity, list[Telling]]:
    """Every telling under its identity. `links` are pairs of rows of one content; rows not given are skipped."""
    roots = components({t.line.row: t.line for t in tellings}, links)
    found: dict[Identity, list[Telling]] = {}
    for one, members in _addressed(_seated(_alone(tellings)), roots).items():
        if rules(one.topic).contents:
            found.update(_by_content(one, members, roots))
        else:
            found[one] = members
    return found


def _alone(tellings: Sequence[Telling]) -> dict[Identity, list[Telling]]:
    """Tellings by the identity of each line seen alone, found once for all lines that look the same to it."""
    alike: defaultdict[tuple[str | None, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        line = telling.line
        value = line.value if line.label == "mission" else None
        alike[line.label, line.source, line.target, line.subject, line.kind, line.place, value].append(telling)
    found: defaultdict[Identity, list[Telling]] = defaultdict(list)
    for group in alike.values():
        found[identity(group[0].line)] += group
    return found


def _seated(found: dict[Identity, list[Telling]]) -> dict[Identity, list[Telling]]:
    """An embassy or consulate told without its city is the only one told with it, if there is only one."""
    cities: defaultdict[Identity, list[Identity]] = defaultdict(list)
    for one in found:
        if one.place:
            cities[Identity(one.topic, one.holder, one.subject, one.kind)].append(one)
    for bare, placed in cities.items():
        if bare in found and len(placed) == 1:
            found[placed[0]].extend(found.pop(bare))
    return found


def _addressed(found: dict[Identity, list[Telling]], roots: dict[int, int]) -> dict[Identity, list[Telling]]:
    """Linked words that name nobody ("promised elections") are to whom the others of their content are, if to one."""
    nobody = [one for one in found if roots and not one.subject and not rules(one.topic).symmetric]
    named: defaultdict[tuple[str, str, int], set[Identity]] = defaultdict(set)
    for one, members in found.items() if nobody else ():
        if one.subject and rules(one.topic).contents:
            for row in {roots[t.line.row] for t in members if t.line.row in roots}:
                named[one.topic, one.holder, row].add(one)
    for bare in nobody:
        rest: list[Telling] = []
        for telling in found[bare]:
            to = named.get((bare.topic, bare.holder, roots.get(telling.line.row, -1)), set())
            (found[min(to)] if len(to) == 1 else rest).append(telling)
        found[bare] = rest
    return {one: members for one, members in found.items() if members}


def _by_content(one: Identity, members: list[Telling], roots: dict[int, int]) -> dict[Identity, list[Telling]]:
    """The tellings of the same parties by content; a content is named by its first line known."""
    groups: defaultdict[tuple[bool, int], list[Telling]] = defaultdict(list)
    for telling in members:
        row = telling.line.row
        root = roots.get(row)
        groups[root is not None, row if root is None else root].append(telling)
    found: dict[Identity, list[Telling]] = {}
    unsaid: dict[Identity, list[Telling]] = {}
    for group in groups.values():
        named = group[0].line.words or any(telling.line.words for telling in group)
        name = Identity(one.topic, one.holder, one.subject, content=_first(group))
        (found if named else unsaid)[name] = group
    owners = _owners(unsaid, found, rules(one.topic)) if unsaid else {}
    for name, group in unsaid.items():
        owner = owners.get(name) or (one if rules(one.topic).pooled else name)
        found.setdefault(owner, []).extend(group)
    return found


def _owners(
    unsaid: dict[Identity, list[Telling]], contents: dict[Identity, list[Telling]], rule: Rules
) -> dict[Identity, Identity]:
    """To whom words without content belong: the only matter not ended on that day, else the only one ended that way."""
    begun: defaultdict[str, list[Identity]] = defaultdict(list)
    last: defaultdict[str, dict[Identity, tuple[tuple[str, str, str, int], str]]] = defaultdict(dict)
    for name, group in contents.items():
        begun[min(t.day for t in group)].append(name)
        for t in group:
            if t.active and (name not in last[t.day] or last[t.day][name][0] < t.order):
                last[t.day][name] = t.order, t.value
    asked: defaultdict[str, list[tuple[Identity, str]]] = defaultdict(list)
    for name, group in unsaid.items():
        first = min(group, key=lambda t: t.order)
        asked[first.day].append((name, first.value))
    still: set[Identity] = set()
    ended: defaultdict[str, set[Identity]] = defaultdict(set)
    found: dict[Identity, Identity] = {}
    for day in sorted({*begun, *last, *asked}):
        still.update(begun[day])
        for name, value in asked[day]:
            chosen = still or ended[value]
            if len(chosen) == 1:
                found[name] = next(iter(chosen))
        for name, (_, value) in last[day].items():
            for part in (still, *ended.values()):
                part.discard(name)
            (ended[value] if value in rule.closing else still).add(name)
    return found


def _first(group: list[Telling]) -> str:
    return min((t.line.known, t.line.id) for t in group)[1] if len(group) > 1 else group[0].line.id
