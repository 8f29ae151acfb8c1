"""`dragoman judge ...`: what a person says of entries, facts and actors, kept beside the coding and never over it."""

import getpass
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from dragoman.cli.judge_told import export, listing
from dragoman.cli.ledger_at import WrongUse, ledger_option, to_write

if TYPE_CHECKING:
    from dragoman.ledger.judgements import Judgement

Command = TypeVar("Command", bound=Callable[..., Any])

DONE: Final[Mapping[str, str]] = {
    "confirm": "confirmed",
    "reject": "rejected",
    "edit": "edited",
    "merge": "merged into one fact",
    "split": "split from its fact",
    "rename": "renamed",
    "same": "taken for one actor",
    "undo": "undone",
}


def _me() -> str:
    """The name that the user is logged in by; "" where the system tells none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


OPTIONS: Final = (
    ledger_option,
    click.option("--note", default="", metavar="WORDS", help="Why; kept with it."),
    click.option("--author", default=_me, metavar="NAME", help="Who says so; by default your login name."),
)


def said(command: Command) -> Command:
    """Gives `command` the options --ledger, --note and --author."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.group()
def judge() -> None:
    """Confirm, reject or edit entries, join or split facts, name actors; undo it.

    Judgements are only added, with author and time, and never overwritten by a newer coding. Every answer of the
    ledger follows them, unless it is asked for --as-coded.
    """


@judge.command(short_help="Say that an entry is right.")
@click.argument("entry")
@said
def confirm(*, entry: str, where: str, note: str, author: str) -> None:
    """Say that the entry of the id ENTRY is right as it was coded."""
    _judge(where, "confirm", (entry,), author=author, note=note)


@judge.command(short_help="Say that an entry is wrong.")
@click.argument("entry")
@said
def reject(*, entry: str, where: str, note: str, author: str) -> None:
    """Say that the entry of the id ENTRY is wrong: it leaves every answer."""
    _judge(where, "reject", (entry,), author=author, note=note)


@judge.command(short_help="Set fields of an entry.")
@click.argument("entry")
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
@said
def edit(*, entry: str, fields: tuple[str, ...], where: str, note: str, author: str) -> None:
    """Set fields of the entry of the id ENTRY, as in: type=COERCE recipients="Mali; MNLA" when=2012-03-02.

    An event has type, mode, status, actors, recipients, when and according_to; a standing topic, value, status, holder,
    subject, when, until and according_to; a statement speaker, addressee, date, form, venue and according_to. A time is
    DAY or DAY..DAY, actors are ids or names, several are separated by ";", none takes a value away.
    """
    change = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not equals or not name.strip():
            raise WrongUse(f"{field!r} sets nothing; write FIELD=VALUE, as in type=COERCE.")
        change[name.strip()] = value
    _judge(where, "edit", (entry,), author=author, note=note, change=change)


@judge.command(short_help="Say that entries tell one fact.")
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY ENTRY...")
@said
def merge(*, entries: tuple[str, ...], where: str, note: str, author: str) -> None:
    """Say that the entries tell one fact: one event, one pledge, one saying."""
    _judge(where, "merge", entries, author=author, note=note)


@judge.command(short_help="Say that entries are another fact than the rest.")
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY...")
@said
def split(*, entries: tuple[str, ...], where: str, note: str, author: str) -> None:
    """Say that the entries tell another fact than those that they stand with."""
    _judge(where, "split", entries, author=author, note=note)


@judge.command(short_help="Give an actor another name.")
@click.argument("actor")
@click.argument("name")
@said
def rename(*, actor: str, name: str, where: str, note: str, author: str) -> None:
    """Show the actor of the id ACTOR under NAME in every answer."""
    _judge(where, "rename", (actor,), author=author, note=note, change={"name": name})


@judge.command(short_help="Say that two actors are one.")
@click.argument("actor")
@click.argument("into")
@said
def same(*, actor: str, into: str, where: str, note: str, author: str) -> None:
    """Say that the actor of the id ACTOR is the actor of the id INTO: asked for one, both are found."""
    _judge(where, "same", (actor, into), author=author, note=note)


@judge.command(short_help="Take a judgement back.")
@click.argument("judgement")
@said
def undo(*, judgement: str, where: str, note: str, author: str) -> None:
    """Take the judgement of the id JUDGEMENT back: all is as it was before it. To undo that brings it back."""
    _judge(where, "undo", (judgement,), author=author, note=note)


def _judge(
    where: str,
    verb: str,
    targets: tuple[str, ...],
    *,
    author: str,
    note: str,
    change: Mapping[str, str] | None = None,
) -> None:
    """Keeps it and says so."""
    from dragoman.ledger.judging import judge as keep

    with to_write(where) as store:
        made: Judgement = keep(store, verb, targets, author=author, change=change, note=note)
    click.echo(f"{DONE[verb]}: {' '.join(targets)}; to take it back: dragoman judge undo {made.id}")


for command in (listing, export):
    judge.add_command(command)
