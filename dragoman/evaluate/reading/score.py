"""Gold and predicted readings -> scores of statements, events and standings, and the one number, `reading`.

Gold entries carry `core`: only core ones count for recall, every gold entry counts as right for precision. `reading` is
the mean F1 of statements, events_parties and standings_key.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from dragoman.evaluate.reading.events import tally_events
from dragoman.evaluate.reading.gold import Gold
from dragoman.evaluate.reading.matching import Pairs, Tally, accuracy, core, summarised
from dragoman.evaluate.reading.standings import tally_standings
from dragoman.evaluate.reading.statements import tally_statements
from dragoman.evaluate.rows import Row, Scores

MEASURES: Final = (
    "statements",
    "statements_lenient",
    "events_type",
    "events_parties",
    "events_full",
    "standings_key",
    "standings_full",
)
ACCURACIES: Final = (
    "speaker_accuracy",
    "date_accuracy",
    "form_accuracy",
    "status_accuracy",
    "event_date_accuracy",
    "mode_accuracy",
    "value_accuracy",
    "conditions_accuracy",
    "return_accuracy",
)
HEADLINE: Final = ("statements", "events_parties", "standings_key")


class Scored:
    """The tally of all reports, that of each, and what was missed or made up."""

    def __init__(self, gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> None:
        """A report without a prediction counts as an empty reading."""
        self.total = Tally()
        self.each: dict[str, Tally] = {}
        self.mistakes: list[str] = []
        for name, row in gold.items():
            mine = Tally()
            report, guess = Gold(row), predicted.get(name, {})
            self.mistakes += _tally(report, guess, mine)
            self.each[name] = mine
            for measure, counts in mine.counts.items():
                self.total.add(measure, **counts)

    def scores(self) -> Scores:
        """What `--json` prints: `all` and `each` report."""
        each = {name: summary(tally) for name, tally in self.each.items()}
        return {"all": summary(self.total), "each": each}

    def by_type(self) -> list[str]:
        """The recall of core entries by type, topic and form, a line each."""
        counts = self.total.counts
        return [
            f"  {name:<32} recall {counts[name]['hit']}/{counts[name]['core']}"
            for name in sorted(counts)
            if "/" in name
        ]


def _tally(gold: Gold, predicted: Row, tally: Tally) -> list[str]:
    """Adds the counts of one report and returns its mistakes."""
    statements, events, standings = (predicted.get(kind) or [] for kind in ("statements", "events", "standings"))
    said = tally_statements(gold, statements, tally)
    done = tally_events(gold, events, tally)
    held = tally_standings(gold, standings, tally)
    return [
        *_mistakes(gold.id, "event", gold.events, events, done),
        *_mistakes(gold.id, "standing", gold.standings, standings, held),
        *_mistakes(gold.id, "statement", gold.statements, statements, said),
    ]


def _mistakes(name: str, kind: str, golds: Sequence[Row], predicted: Sequence[Row], pairs: Pairs) -> list[str]:
    used = set(pairs.values())
    missed = [f"   {name} missed {kind} {_words(a)}" for i, a in enumerate(golds) if core(a) and i not in pairs]
    return missed + [f"   {name} extra {kind} {_words(b)}" for j, b in enumerate(predicted) if j not in used]


def _words(entry: Row) -> str:
    """An entry in a few words."""

    def name(party: Row | None) -> str:
        return str((party or {}).get("name"))

    if "speaker" in entry:
        return f"{name(entry['speaker'])} {entry.get('content')}"
    if "trigger" in entry:
        sides = [", ".join(map(name, entry.get(side) or [])) for side in ("actors", "recipients")]
        return f"{entry.get('type')} {sides[0]} -> {sides[1]} {entry['trigger']}"
    return f"{entry.get('topic')} {name(entry.get('holder'))} -> {name(entry.get('subject'))} {entry.get('value')}"


def summary(tally: Tally) -> Scores:
    """The measures and accuracies of a tally, four digits."""
    out: Scores = {name: summarised(tally.get(name)) for name in MEASURES}
    out["reading"] = round(sum(out[name]["F1"] for name in HEADLINE) / 3, 4)
    out.update({name: accuracy(tally.get(name)) for name in ACCURACIES})
    return out


def lines(scores: Scores) -> list[str]:
    """The scores as the lines that are printed."""
    every = scores["all"]
    out = [f"{len(scores['each'])} reports"]
    for name in MEASURES:
        v = every[name]
        right = (
            f"{v.get('right', 0)} right of {v.get('pred', 0)} predicted; {v.get('hit', 0)} of {v.get('core', 0)} core"
        )
        shares = f"P {v['P']:.3f}  R {v['R']:.3f}  F1 {v['F1']:.3f}"
        out.append(f"  {name:<20} {shares}   ({right}; {v.get('duplicates', 0)} duplicates)")
    out.append(f"  reading              {every['reading']:.3f}   (mean F1 of {', '.join(HEADLINE)})")
    shown = ((name, every[name]) for name in ACCURACIES)
    return [*out, "  " + "  ".join(f"{name} {'-' if share is None else f'{share:.3f}'}" for name, share in shown)]


def per_report(scores: Scores) -> list[str]:
    """The F1 of every measure for each report, a line each."""
    each = scores["each"].items()
    return [f"  {name:<14}" + " ".join(f"{m} {s[m]['F1']:.2f}" for m in MEASURES) for name, s in each]
