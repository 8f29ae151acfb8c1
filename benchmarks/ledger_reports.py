"""A seed -> made readings with reports, entries, spans and meanings in the proportions of news, without the coder.

They are told over years by several publishers: stories are told again in other words, wire texts are copied and cut,
reports are updated and taken back, some bear no date. The same seed, number and days always give the same readings.
"""

import csv
import random
import tomllib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from benchmarks.ledger_page import EVEN, SIZE, Fact, Page, id_of
from dragoman.records import (
    Actor,
    ActorKind,
    Event,
    Reading,
    Report,
    Retraction,
    Standing,
    Statement,
    digest,
)

HERE: Final = Path(__file__).parent
STATES: Final = HERE.parent / "dragoman" / "actors" / "data" / "states.tsv"
FIRST: Final = date(2012, 1, 2)
DAYS: Final = 4000  # of the whole ledger, some eleven years
OTHERS: Final = 3000  # persons, ministries, armed groups, companies
TOWNS: Final = 4000
LEADING: Final = (
    "USA CHN RUS ISR IRN UKR GBR FRA DEU IND PAK AFG TUR SYR IRQ JPN KOR PRK EGY SAU YEM LBN PSE POL BRA MEX VEN CUB"
    " SDN ETH NGA ZAF KEN SOM LBY"
).split()
NEW, AGAIN, COPY, UPDATE = 0.46, 0.84, 0.96, 1.0  # bounds of a new story, one told again, a copy, an update
UNDATED, RETRACTED, LATE = 0.01, 0.004, 0.02
FAMILIES: Final = (("event", 0.40), ("statement", 0.38), ("standing", 0.22))
RECENT: Final = 40  # stories and reports that are taken up again


@dataclass(frozen=True, slots=True)
class Plan:
    """A report before it is written: facts with the wording of each, or a wording alone, in their order."""

    told: tuple[tuple[Fact | None, str], ...]
    town: str
    title: str
    published: date
    agency: str | None


@dataclass(frozen=True, slots=True)
class World:
    """Who and what there is, with running sums of how often each is told of."""

    states: tuple[Actor, ...]
    weights: tuple[float, ...]
    others: dict[str, tuple[Actor, ...]]
    persons: dict[str, tuple[Actor, ...]]
    towns: tuple[str, ...]
    wordings: dict[str, Any]


def readings(seed: int, count: int, days: int = DAYS) -> Iterator[Reading | Retraction]:
    """`count` readings over `days` days, nearly in the order of publication, with a few retractions between."""
    rng = random.Random(seed)
    world = _world(seed)
    stories: deque[tuple[Fact, ...]] = deque(maxlen=RECENT)
    recent: deque[tuple[Plan, Reading]] = deque(maxlen=RECENT)
    for at in range(count):
        day = FIRST + timedelta(days=at * days // count)
        way = rng.random()
        if way < NEW or not recent:
            stories.append(_story(rng, world, day))
            plan = _plan(rng, world, stories[-1], day)
        elif way < AGAIN:
            plan = _plan(rng, world, rng.choice(stories), day)
        elif way < COPY:
            plan = _cut(rng, rng.choice(recent)[0])
        else:
            yield _updated(rng, world, *rng.choice(recent), day)
            continue
        made = _written(rng, world, plan, f"{seed}/{at}")
        recent.append((plan, made))
        yield made
        if rng.random() < RETRACTED:
            yield Retraction(rng.choice(recent)[1].report.id, day, "wrong in its main point")


@cache
def _world(seed: int) -> World:
    rng = random.Random(f"world {seed}")
    states = tuple(_states())
    towns = tuple(sorted({_name(rng) for _ in range(TOWNS)}))
    weights = tuple(accumulate(1 / rank for rank in range(1, len(states) + 1)))
    others: dict[str, list[Actor]] = {s.id: [] for s in states}
    persons: dict[str, list[Actor]] = {s.id: [] for s in states}
    for at in range(OTHERS):
        home = states[at] if at < len(states) else rng.choices(states, cum_weights=weights)[0]
        if at % 2 == 0 or at < len(states):
            name = f"{_name(rng)} {_name(rng)}"
            persons[home.id].append(_actor(f"person:{id_of(name)}-{at}", name, home, "GOV", ActorKind.PERSON))
        else:
            others[home.id].append(_body(rng, home, at))
    wordings = tomllib.loads((HERE / "ledger_wordings.toml").read_text(encoding="utf-8"))
    frozen = {k: tuple(v) for k, v in others.items()}, {k: tuple(v) for k, v in persons.items()}
    return World(states, weights, *frozen, towns, wordings)


def _states() -> Iterator[Actor]:
    """The states of today from the registry's table, those most in the news first."""
    with STATES.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t") if not r["end"]]
    rank = {code: at for at, code in enumerate(LEADING)}
    for row in sorted(rows, key=lambda r: rank.get(r["code"], len(rank)))[:200]:
        name = row["names"].split(";")[-1].split("@")[0]
        yield Actor(row["code"], name, row["code"], "GOV", ActorKind.STATE)


BODIES: Final = (
    ("{} ministry of {}", "GOV", ActorKind.MINISTRY),
    ("{} {} Front", "REB", ActorKind.ARMED_GROUP),
    ("{} {} Company", "BUS", ActorKind.COMPANY),
    ("{} {} Party", "PTY", ActorKind.PARTY),
)


def _body(rng: random.Random, home: Actor, at: int) -> Actor:
    form, sector, kind = BODIES[at // 2 % len(BODIES)]
    name = form.format(home.name, _name(rng))
    return _actor(id_of(name), name, home, sector, kind)


def _actor(id: str, name: str, home: Actor, sector: str, kind: ActorKind) -> Actor:
    return Actor(id, name, home.id, sector, kind, acts_for=home.id if sector == "GOV" else None)


def _name(rng: random.Random) -> str:
    """A made name of two or three syllables."""
    parts = ("".join((rng.choice("bdfgklmnprstvz"), rng.choice("aeiou"), rng.choice(("", "", "n", "r", "l", "s"))))
             for _ in range(rng.choice((2, 3))))  # fmt: skip
    return "".join(parts).capitalize()


def _story(rng: random.Random, world: World, day: date) -> tuple[Fact, ...]:
    """Some facts of one matter between one pair, on one day or the one before."""
    a, b = _pair(rng, world)
    town = rng.choice(world.towns)
    w = world.wordings
    matter = f"the {rng.choice(world.towns)} {rng.choice(w['matters'])}"
    facts = []
    for _ in range(rng.choice((4, 5, 5, 6))):
        family = rng.choices([f for f, _ in FAMILIES], [s for _, s in FAMILIES])[0]
        kind = rng.choices(w[family], [k["share"] for k in w[family]])[0]
        first, second = (b, a) if rng.random() < 0.25 else (a, b)
        if rng.random() < 0.15:
            first, second = _pair(rng, world)
        facts.append(
            Fact(
                family, kind, _voice(rng, world, first), second, rng.choice(world.persons[first.id]), town, matter,
                rng.randrange(2, 400), day - timedelta(days=rng.choice((0, 0, 0, 1))), _meant(rng, kind),
            )
        )  # fmt: skip
    return tuple(facts)


def _pair(rng: random.Random, world: World) -> tuple[Actor, Actor]:
    a, b = rng.choices(world.states, cum_weights=world.weights, k=2)
    while a is b:
        b = rng.choices(world.states, cum_weights=world.weights)[0]
    return a, b


def _voice(rng: random.Random, world: World, state: Actor) -> Actor:
    """The state itself, or at times a body of it."""
    bodies = world.others[state.id]
    return rng.choice(bodies) if bodies and rng.random() < 0.2 else state


def _meant(rng: random.Random, kind: dict[str, Any]) -> bytes:
    """A vector half its kind's and half its own: other facts of its kind are somewhat like it."""
    own = random.Random(kind["wordings"][0]).randbytes(SIZE)
    return (own[: SIZE // 2] + rng.randbytes(SIZE // 2)).translate(EVEN)


def _plan(rng: random.Random, world: World, facts: tuple[Fact, ...], day: date) -> Plan:
    """The facts in one of their wordings each, with sentences between that tell nothing."""
    w = world.wordings
    told: list[tuple[Fact | None, str]] = [(f, rng.choice(f.kind["wordings"])) for f in facts]
    for _ in range(rng.choice((1, 2, 3))):
        told.insert(rng.randrange(1, len(told) + 1), (None, rng.choice(w["fillers"])))
    published = day - timedelta(days=rng.randrange(60)) if rng.random() < LATE else day
    published = max(published, *(f.day for f in facts))
    agency = rng.choice(w["agencies"]) if rng.random() < 0.3 else None
    return Plan(tuple(told), facts[0].town, rng.choice(w["titles"]), published, agency)


def _cut(rng: random.Random, plan: Plan) -> Plan:
    """The same text as a paper carries it: the end cut off, under a title of its own."""
    return replace(plan, told=plan.told[: max(3, len(plan.told) - rng.choice((0, 0, 1, 2)))])


def _updated(rng: random.Random, world: World, plan: Plan, first: Reading, day: date) -> Reading:
    """A later version of a report, with a fact more."""
    more = _story(rng, world, plan.published)[0]
    longer = replace(plan, told=(*plan.told, (more, more.kind["wordings"][0])))
    made = _written(rng, world, longer, "", first.report)
    known = first.report.published
    return replace(made, report=replace(made.report, updated=max(day, known) if known else day))


def _written(rng: random.Random, world: World, plan: Plan, origin: str, old: Report | None = None) -> Reading:
    """The report of a plan with its entries; of an `old` report another version."""
    dated = rng.random() >= UNDATED
    publisher = rng.choice(world.wordings["publishers"])
    report_id = old.id if old else digest("made", origin, publisher)
    page = Page(report_id, plan.published if dated else None)
    head = f"{plan.town.upper()} ({plan.agency}) - " if plan.agency else f"{plan.town} - "
    page.put(head)
    for fact, wording in plan.told:
        page.passage(rng, fact or page.last, wording, counts=fact is not None)
    first = next(f for f, _ in plan.told if f)
    title = plan.title.replace("[x]", first.matter).replace("[t]", first.town)
    text = "".join(page.pieces)
    report = Report(
        report_id, text, title, old.published if old else page.known, old.source if old else publisher, plan.agency,
        text_digest=digest(text, size=16), boiler=((0, len(head)),),
    )  # fmt: skip
    return Reading(
        report,
        statements=tuple(e for e in page.entries if isinstance(e, Statement)),
        events=tuple(e for e in page.entries if isinstance(e, Event)),
        standings=tuple(e for e in page.entries if isinstance(e, Standing)),
        findings=(),
        coder="made 1",
        sentences=tuple(page.sentences),
        meanings=page.meanings,
    )
