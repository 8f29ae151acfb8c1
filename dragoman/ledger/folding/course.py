"""Drafts and tellings of one identity, day by day, to the runs of its state: changes, disputes, nothing new."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from dragoman.ledger.folding.facts import Draft, Key, days, draft, shifted
from dragoman.ledger.folding.runs import Run, apart, sharp
from dragoman.ledger.folding.table import Rules
from dragoman.ledger.folding.times import Sort, Telling

_NEAR: Final = 3  # days in which "it is open" after a closing denies the closing rather than tells a new opening
_FRESH: Final = 14  # days after a change in which its own report tells the undated opposite as what was before
_HOLDING: Final = frozenset({"held", "seized", "contested"})


class Course:
    """The way of one identity's state. Read `runs` (None: run out, from that day on) and `drafts` after `go`."""

    def __init__(self, rule: Rules) -> None:
        self.rule = rule
        self.runs: list[tuple[str, Run | None]] = []
        self.drafts: list[Draft] = []
        self._run: Run | None = None
        self._bounded = False
        self._latest: dict[Key, Draft] = {}

    def go(self, acts: Iterable[Draft], others: Iterable[Telling]) -> None:
        """Walks through all days. `acts` are dated facts, `others` tellings that something holds or has happened."""
        on_day: defaultdict[str, tuple[list[Draft], list[Telling]]] = defaultdict(_nothing)
        for made in acts:
            on_day[made.day][0].append(made)
            self._bounded |= any(t.line.until for t in made.tellings)
        for told in others:
            on_day[told.day][1].append(told)
            self._bounded |= bool(told.line.until)
        for day in sorted(on_day):
            if self._bounded:
                self._expire(day)
            self._day(day, *on_day[day])
        self.drafts = [made for made in self.drafts if made.tellings]

    def _expire(self, day: str) -> None:
        """Ends the run whose bound has passed before `day`."""
        bound = self._run.end() if self._run else None
        if bound and bound < day:
            self.runs.append((shifted(bound, 1), None))
            self._run = None

    def _day(self, day: str, acts: list[Draft], others: list[Telling]) -> None:
        new: dict[Key, Draft] = {}
        for made in acts:
            self._note(made)
            new.setdefault(made.key, made)  # a second fact of that value and day (with other bounds) is history
        retold: list[Telling] = []
        for told in sorted(others, key=lambda t: (t.sort, t.order)) if len(others) > 1 else others:
            if not self._takes(told, day, new, retold):
                made = draft(told)
                self._note(made)
                new[made.key] = made
        if new:
            self._settle(day, new, retold)

    def _note(self, made: Draft) -> None:
        self.drafts.append(made)
        self._latest[made.key] = made

    def _takes(self, told: Telling, day: str, new: dict[Key, Draft], retold: list[Telling]) -> bool:
        """Whether a telling without an act of its own goes to a fact that is there, and changes nothing."""
        key = (told.value, told.holder)
        run = self._run
        if key in new:
            new[key].tellings.append(told)
            return True
        if run is None:
            return False
        if run.sides:
            return self._takes_side(told, key, run)
        if run.key == key:
            run.drafts[-1].tellings.append(told)
        elif self._how(run.key, key) in ("covers", "outlasts"):
            self._cover(run, told, key)
        elif told.sort is Sort.PAST and self._is_background(told, key, day, new):
            self._older(told, key)
            return True
        else:
            return False
        run.last = day
        retold.append(told)
        return True

    def _takes_side(self, told: Telling, key: Key, run: Run) -> bool:
        """In a dispute, a side that says the same again settles nothing; somebody else does."""
        sides = self._backed(run, key)
        if not sides or (len(sides) == 1 and told.voice not in run.voices):
            return False
        if key in run.sides:
            run.sides[key][-1].tellings.append(told)
        else:
            self._cover(run, told, key)
        return True

    def _backed(self, run: Run, key: Key) -> list[Key]:
        """The sides of a dispute that the telling of a value backs: the same, or those to which it adds nothing."""
        if key in run.sides:
            return [key]
        return [side for side in run.sides if self._how(side, key) in ("covers", "outlasts")]

    def _cover(self, run: Run, told: Telling, key: Key) -> None:
        if key in run.covered:
            run.covered[key].tellings.append(told)
            return
        run.covered[key] = draft(told)
        self._note(run.covered[key])

    def _is_background(self, told: Telling, key: Key, day: str, new: dict[Key, Draft]) -> bool:
        """Whether "closed" was before: "The embassy, which had been closed, reopened on Monday"."""
        run = self._run
        fresh = [made for k, made in new.items() if self._how(k, key) == "clash"]
        if run and self._how(run.key, key) == "clash" and days(run.day, day) <= _FRESH:
            fresh += run.drafts
        return any(t.line.report == told.line.report for made in fresh for t in made.tellings if t.sort is Sort.ACT)

    def _older(self, told: Telling, key: Key) -> None:
        if key in self._latest:
            self._latest[key].tellings.append(told)
        else:
            self._note(draft(told))

    def _settle(self, day: str, new: dict[Key, Draft], retold: list[Telling]) -> None:
        """What the new facts of a day do to the state: a dispute, or one change after the other."""
        if len(new) == 1 and (self._run is None or self._run.key in new):
            self._apply(next(iter(new.values())), day)
            return
        rivals = self._rivals(day, new, retold)
        if rivals:
            self._dispute(day, rivals)
            return
        rank = self.rule.rank
        for made in sorted(new.values(), key=lambda d: (sharp(d), rank[d.key[0]], d.key)):
            self._apply(made, day)

    def _rivals(self, day: str, new: dict[Key, Draft], retold: list[Telling]) -> dict[Key, list[Draft]]:
        """The facts that contradict each other on this day, told by different voices; empty where none do."""
        found: dict[Key, list[Draft]] = {}
        makes = sorted(new.values(), key=lambda d: d.key)
        for n, one in enumerate(makes):
            for other in makes[n + 1 :]:
                if (
                    self._contradict(one.key, other.key)
                    and sharp(one)
                    and sharp(other)
                    and apart(one.tellings, other.tellings)
                ):
                    found |= {one.key: [one], other.key: [other]}
        run = self._run
        for one in makes if run is not None and not run.sides else ():
            if run is not None and one.key != run.key and self._denies(run, one, day, retold):
                found |= {run.key: run.drafts, one.key: [one]}
        return found

    def _denies(self, run: Run, made: Draft, day: str, retold: list[Telling]) -> bool:
        """Whether a new fact contradicts the state as it is told that very day, or shortly before."""
        how = self._how(run.key, made.key)
        if how not in ("clash", "quarrel") and not retold:
            return False
        said = list(run.tellings())
        if how == "quarrel":
            return apart(said, made.tellings)
        if not sharp(made):
            return False
        today = [t for t in retold if self._contradict((t.value, t.holder), made.key)]
        if how != "clash" or apart(today, made.tellings):
            return apart(today, made.tellings)
        vouching = [t for t in said if t.day < day <= t.last]  # "has been closed since May" vouches for all of June
        held = made.key[0] in self.rule.lasting and all(t.sort is Sort.HOLDS for t in made.tellings)
        return apart(vouching, made.tellings) or (held and days(run.last, day) <= _NEAR and apart(said, made.tellings))

    def _dispute(self, day: str, rivals: dict[Key, list[Draft]]) -> None:
        rank = self.rule.rank
        before = self._run

        def weight(key: Key) -> tuple[int, str, int, Key]:
            part = rivals[key]
            return len({t.voice for d in part for t in d.tellings}), part[-1].day, rank[key[0]], key

        best = max(rivals, key=weight)
        old = before is not None and before.key == best
        for key, part in rivals.items():
            part[-1].changes |= not (before is not None and before.key == key)
        since, exact = (before.day, before.exact) if before is not None and old else (day, rivals[best][0].exact)
        self._enter(day, Run(best, since, exact, rivals[best], day, dict(sorted(rivals.items()))))

    def _apply(self, made: Draft, day: str) -> None:
        run = self._run
        if run is not None and not run.sides and run.key == made.key:
            self._again(run, made, day)
            return
        how = self._how(run.key, made.key) if run is not None else None
        if run is not None and (how == "covers" or (how == "outlasts" and not made.act)):
            run.covered[made.key] = made
            if made.key[0] == "contested":
                run.sides[made.key] = [made]
            run.last = day
            return
        made.changes = True
        after = Run(made.key, day, made.exact, [made], day)
        backed = self._backed(run, made.key) if run is not None and run.sides and not made.act else []
        if run is not None and len(backed) == 1:  # whoever speaks next settles what was disputed
            side = run.sides[backed[0]]
            after = Run(backed[0], side[0].day, side[0].exact, [*side], day)
            after.drafts += [made] if backed[0] == made.key else []
        if made.key[0] == "contested":
            after.sides[made.key] = [made]
            if run is not None and run.key[0] in _HOLDING and run.key[1] != made.key[1]:
                after.sides |= run.sides or {run.key: run.drafts}
        self._enter(day, after)

    def _again(self, run: Run, made: Draft, day: str) -> None:
        """The same value once more. An inexact act that reaches back to where the run began is what began it."""
        run.last = day
        first = run.drafts[0]
        if made.exact or first.act or made.low > run.day:
            run.drafts.append(made)
            return
        first.tellings += made.tellings
        first.low, first.act = made.low, True
        made.tellings = []

    def _enter(self, day: str, run: Run) -> None:
        run.voices = {t.voice for part in run.sides.values() for made in part for t in made.tellings}
        self.runs.append((day, run))
        self._run = run

    def _how(self, standing: Key, told: Key) -> str:
        """What a told value is to the standing one: see table.HOWS; "same" for itself."""
        if standing == told:
            return "same"
        return self.rule.how[standing[0], told[0], standing[1] == told[1]]

    def _contradict(self, one: Key, other: Key) -> bool:
        return self._how(one, other) in ("clash", "quarrel")


def _nothing() -> tuple[list[Draft], list[Telling]]:
    return [], []
