"""`dragoman codebook ...`: a codebook of one's own checked, and its types or PLOVER's shown."""

from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.output import sink

if TYPE_CHECKING:
    from dragoman.events.custom.check import Check
    from dragoman.events.custom.schema import Fault


@click.group()
def codebook() -> None:
    """Check a codebook of your own, and show what one holds.

    A codebook is a YAML file of event types with definitions, example sentences and rules; docs/codebooks.md tells how
    to write one. `dragoman read --codebook FILE` codes reports by it.
    """


@codebook.command("check", short_help="Tell what is missing in a codebook.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="One JSON object with all that was found.")
def checked(file: str, as_json: bool) -> int:
    """Tell what is missing in the codebook FILE, line by line, and how its rules and examples fare.

    An error must be mended before the codebook can be used, and makes the exit code 1. A gap makes it weaker: something
    is not coded, or not as you mean. A hint is advice.
    """
    from dragoman.events.custom import FaultyCodebook, load, ready_space
    from dragoman.events.custom.check import check
    from dragoman.events.custom.page import table

    try:
        found = check(load(file), ready_space())
    except FaultyCodebook as error:
        for line in [_json(file, error.faults, None)] if as_json else [f.told(file) for f in error.faults]:
            click.echo(line)
        return 1
    if as_json:
        click.echo(_json(file, found.faults, found))
    else:
        for line in (*(fault.told(file) for fault in found.faults), *table(found)):
            click.echo(line)
    return 0 if found.usable else 1


def _json(file: str, faults: "tuple[Fault, ...]", found: "Check | None") -> str:
    import json
    from dataclasses import asdict

    told: dict[str, Any] = {"file": file, "usable": bool(found and found.usable)}
    told["faults"] = [{"line": f.line, "level": str(f.level), "message": f.message, "advice": f.advice} for f in faults]
    if found is not None:
        told |= {"threshold": found.threshold, "margin": found.margin}
        told["types"] = [asdict(type) for type in found.types]
    return json.dumps(told, ensure_ascii=False)


@codebook.command(short_help="Show the types of a codebook.")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False))
@click.option("--out", type=click.Path(dir_okay=False), metavar="OUT", help="Write to OUT, not to standard output.")
def show(file: str | None, out: str | None) -> None:
    """Show the types of the codebook FILE with their rules; without FILE, PLOVER's types, modes and CAMEO codes."""
    if file is None:
        from dragoman.codebook import codebook as plover
        from dragoman.codebook.page import page

        text = page(plover())
    else:
        from dragoman.events.custom import load
        from dragoman.events.custom.page import shown

        text = shown(load(file)) + "\n"
    with sink(out) as target:
        target.write(text.encode("utf-8", "replace"))
