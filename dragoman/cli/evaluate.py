"""`dragoman evaluate`: gold files -> predictions, scores and speed of one task."""

import json
import sys
from pathlib import Path

import click

# The tasks stand here too, so that --help need not load them; a test holds the two lists together.
NOW = ("parse", "ner", "quotes", "time", "places", "relations", "events", "reading", "actors")
LATER = ("forecast-rank", "forecast-prob")


@click.command(epilog=f"In a later version: {', '.join(LATER)}.")
@click.argument("task", type=click.Choice([*NOW, *LATER]), metavar="TASK")
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...", type=click.Path(exists=True, path_type=Path))
@click.option("--predictions", type=click.Path(path_type=Path), metavar="OUT", help="Write the predictions to OUT.")
@click.option("--json", "as_json", is_flag=True, help="Print scores and speed as one JSON object.")
@click.option("--gold-tokens", is_flag=True, help="parse: take the gold's words and sentences.")
@click.option("--score-only", type=click.Path(exists=True, path_type=Path), metavar="PRED", help="Score PRED as it is.")
@click.option("--detail", is_flag=True, help="parse: by genre; reading: by type and by report.")
@click.option(
    "--errors", is_flag=True, help="time, places, reading, actors: list every error (not on a held-out test)."
)
@click.option(
    "--ci", "samples", type=click.IntRange(0), default=0, metavar="N", help="quotes, time, places: bootstrap samples."
)
def evaluate(
    *,
    task: str,
    gold: tuple[Path, ...],
    predictions: Path | None,
    as_json: bool,
    gold_tokens: bool,
    score_only: Path | None,
    detail: bool,
    errors: bool,
    samples: int,
) -> None:
    """Predict on gold data and print the scores and the speed.

    TASK is one of parse, ner, quotes, time, places, relations, events, reading, actors. GOLD are CoNLL-U files (parse),
    folders of JSON files (reading, actors) or JSON Lines (actors and all others), gzipped or not. The answers in GOLD
    are not looked at before scoring; gold without answers is only predicted.
    """
    from dragoman.evaluate import run
    from dragoman.evaluate.tasks import Wishes
    from dragoman.evaluate.tasks import task as named

    wishes = Wishes(gold_tokens=gold_tokens, detail=detail, errors=errors, samples=samples)
    told = _tell if sys.stderr.isatty() else None
    outcome = run.evaluate(named(task), gold, wishes, out=predictions, made=score_only, told=told)
    if as_json:
        speed = outcome.speed.rates() if outcome.speed else None
        names = [str(path) for path in gold]
        click.echo(json.dumps({"task": task, "gold": names, "scores": outcome.scores, "speed": speed}, indent=1))
        return
    for line in outcome.lines:
        click.echo(line)
    if outcome.speed:
        click.echo(outcome.speed.line())


def _tell(done: int, total: int) -> None:
    """One line on standard error that is written over."""
    end = "\n" if done == total else ""
    sys.stderr.write(f"\r{done}/{total}{end}")
    sys.stderr.flush()
