"""Arguments -> a verb: `dragoman VERB ...`; verbs are imported only when called, so that `--help` answers at once."""

import os
import sys
from importlib import import_module
from typing import Final

import click

from dragoman.errors import DragomanError

# verb, what its --help line says; its file is dragoman/cli/<verb>.py and its command there has the verb's name
VERBS: Final = {
    "actors": "Add actors of your own; explain whom a name means.",
    "add": "Add reports to a ledger.",
    "brief": "Show where things stand between two actors, and who says so.",
    "codebook": "Check a codebook of your own, and show what one holds.",
    "dyads": "Count the events between two actors by month and class.",
    "entry": "Show the whole story of one entry of a ledger.",
    "evaluate": "Predict on gold data and print the scores and the speed.",
    "explain": "Explain why an entry is there, or why none is.",
    "judge": "Correct a ledger: confirm, reject, edit, merge, undo.",
    "ledger": "Count, check, merge, back up a ledger; read it again.",
    "missions": "Show embassies, consulates and envoys as they stand on a day.",
    "places": "Import a GeoNames dump; explain which place a name means.",
    "pledges": "Show promises and demands: open, kept, broken.",
    "quotes": "Show who said what to whom, when and where.",
    "read": "Read reports into statements, events and standings.",
    "recognition": "Show who recognises a state or government on a day.",
    "search": "Find reports of a ledger by their words.",
    "timeline": "Show what happened between two actors, one line a fact.",
}
CLOSED_PIPE: Final = 141  # what a shell shows for a program whose reader went away (128 + SIGPIPE)


class Verbs(click.Group):
    """The verbs of `VERBS`, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, sorted."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb, or None for a word that is no verb."""
        if cmd_name not in VERBS:
            return None
        command = getattr(import_module(f"dragoman.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Runs the verb; ends quietly when the reader of its output (head, less) goes away."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes once more at exit and would complain: give it something that swallows
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(CLOSED_PIPE)
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the verbs with their lines, without importing them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, VERBS[verb]) for verb in sorted(VERBS)])


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("dragoman")
        except PackageNotFoundError:
            number = "from source, not installed"
        click.echo(f"dragoman {number}")
        ctx.exit()


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version.")
def dragoman() -> None:
    """Read news reports into a cited, time-aware ledger of relations between political actors."""


def main(arguments: list[str] | None = None) -> None:
    """Runs the verb that `arguments` (else those of the process) name and ends the process with its exit code.

    0: all went well; 1: something was skipped, or could not be done (it says what, and what to do); 2: wrong usage.
    """
    try:
        code = dragoman.main(args=arguments, prog_name="dragoman", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except DragomanError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)
