"""`dragoman places ...`: a GeoNames dump made a gazetteer of your own; which place a name means, and why."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from dragoman.places.units import Unit


@click.group()
def places() -> None:
    """Import a GeoNames dump, and explain which place a name means.

    Reading uses the gazetteer that DRAGOMAN_GAZETTEER in the environment names, or the one that you imported, or the
    one that comes with Dragoman: every town of 500 people, states, counties, countries, seas and well-known regions.
    """


@places.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), help="The gazetteer to write; yours if it is not given.")
@click.option("--alternates", type=click.Path(path_type=Path), help="alternateNamesV2.txt, for former and short names.")
@click.option("--admin1", type=click.Path(path_type=Path), help="admin1CodesASCII.txt, for ids of states.")
def load(file: Path, into: Path | None, alternates: Path | None, admin1: Path | None) -> int:
    """Write a gazetteer from FILE: allCountries.txt, cities500.txt or a country's file of GeoNames, or its .zip.

    Lines that are no rows are told and left out. Nothing is fetched: get the files from download.geonames.org.
    """
    from rich.console import Console
    from rich.progress import Progress

    from dragoman.places.gazetteer import user_file
    from dragoman.places.importer import import_dump

    target = into or user_file()
    files = [path for path in (file, admin1, alternates) if path]
    size = sum(path.stat().st_size for path in files if path.is_file() and path.suffix.lower() != ".zip")
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(f"reading {file.name}", total=size or None)
        done = import_dump(
            file, target, alternates=alternates, admin1=admin1, read=lambda n: progress.advance(task, n)
        )  # fmt: skip
    for line in done.bad:
        click.echo(line, err=True)
    if done.skipped > len(done.bad):
        click.echo(f"... and {done.skipped - len(done.bad):,} more lines that are no rows", err=True)
    click.echo(f"{done.places:,} places and {done.names:,} names in {target} (digest {done.digest})")
    if into:
        click.echo(f"Reading uses it where DRAGOMAN_GAZETTEER={target} is set.")
    return 1 if done.skipped else 0


@places.command()
@click.argument("name")
@click.option("--near", multiple=True, metavar="CODE", help="A country of the report (ISO alpha-3); may be repeated.")
@click.option(
    "--with", "others", multiple=True, metavar="NAME", help="Another place name of the report; may be repeated."
)
@click.option("--url", help="Where the report was published.")
@click.option("--all", "many", is_flag=True, help="Show every candidate, not the first ten.")
def find(name: str, near: tuple[str, ...], others: tuple[str, ...], url: str | None, many: bool) -> int:
    """Show which place NAME means in a report, the other candidates, and what counted for each."""
    from dragoman.places.locate import Name, decide

    names, text = [], ""
    for said in (name, *others):
        inner, comma, outer = said.partition(",")
        for part in (inner, outer) if comma and outer.strip() else (said,):
            text += ("  " if not comma or part is inner else ", ") if text else ""
            names.append(Name(part.strip(), len(text), len(text) + len(part.strip())))
            text += part.strip()
    unit = decide(names, text, countries=[code.upper() for code in near], url=url)[0]
    if unit.chosen is None:
        click.echo(f"no place is called {name!r} here; `dragoman places import` makes a larger gazetteer", err=True)
        return 1
    _show(unit, None if many else 10)
    return 0


def _show(unit: "Unit", most: int | None) -> None:
    ranked = sorted(zip(unit.scores, unit.found, strict=True), key=lambda pair: -pair[0])
    for n, (score, found) in enumerate(ranked[:most]):
        entry = found.entry
        where = ", ".join(part for part in (entry.name, entry.admin1, entry.country or "") if part)
        number = f"GeoNames {entry.id}" if entry.id > 0 else "no GeoNames id"
        click.echo(f"{'*' if n == 0 else ' '} {score:6.2f}  {where}  {entry.lat:.3f} {entry.lon:.3f}  "
                   f"{entry.kind.name.lower()}  {entry.population:,} people  {number}")  # fmt: skip
        if n == 0:
            click.echo("          because: " + "; ".join(unit.reasons()))
    if most is not None and len(ranked) > most:
        click.echo(f"  ... and {len(ranked) - most} more (--all shows them)")
