"""The errors that Dragoman raises: what was seen, where, and what to do.

    DragomanError            DR000  anything below
    ├── DateError            DR050  a date given as an option is none
    ├── OutputError          DR100  the results cannot be written
    ├── GoldError            DR200  gold or predictions are not in the form that the task asks for
    │   └── TextsDiffer      DR210  the two files of a comparison do not hold the same text
    ├── NotYet               DR300  a task or a verb that comes in a later version
    ├── ModelError           DR400  the model's files are missing or damaged
    ├── WorkerError          DR500  a reading process died
    ├── ActorsError          DR600  the file of the user's own actors cannot be read or written
    ├── PlacesError          DR700  a gazetteer or a GeoNames dump cannot be read or written
    ├── OwnCodebookError     DR800  the user's own codebook cannot be read or used
    ├── NoEntryError         DR900  no entry, more than one, or no words are what is to be explained
    └── LedgerError          DR950  a ledger cannot be opened, read or written
        ├── NoLedgerError    DR951  there is no ledger at the place named
        ├── NetworkFileError DR952  the ledger's file lies on a network file system
        ├── SchemaError      DR953  the ledger is of another version of Dragoman, or is no ledger
        ├── BusyError        DR954  others held the ledger for too long
        ├── FullError        DR955  the disk is full
        ├── DamagedError     DR956  the ledger's file is damaged
        ├── JudgementError   DR957  a correction names nothing, or cannot be
        └── AskError         DR958  a question names an actor, a place or a day that is none

Problems of the data (a row that is no JSON, a file of no known kind) are findings that are returned and counted.
"""

from typing import ClassVar


class DragomanError(Exception):
    """What was `seen`, `where` (file, row, option) and the `advice` that helps; `code` is stable across versions."""

    code: ClassVar[str] = "DR000"

    def __init__(self, seen: str, where: str = "", advice: str = "") -> None:
        super().__init__(
            seen, where, advice
        )  # all three in args, so that the error survives pickling between processes
        self.seen = seen
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.advice}" if self.advice else ""
        return f"[{self.code}] {place}{self.seen.rstrip('.')}.{advice}"


class DateError(DragomanError, ValueError):
    """A date given as an option is none."""

    code = "DR050"


class OutputError(DragomanError):
    """The results cannot be written."""

    code = "DR100"


class GoldError(DragomanError):
    """Gold or predictions are not in the form that the task asks for."""

    code = "DR200"


class TextsDiffer(GoldError):  # noqa: N818 - named for what was seen
    """The two files of a comparison do not hold the same text."""

    code = "DR210"


class NotYet(DragomanError):  # noqa: N818 - named for what was seen
    """A task or a verb that comes in a later version."""

    code = "DR300"


class ModelError(DragomanError):
    """The model's files are missing or damaged."""

    code = "DR400"


class WorkerError(DragomanError):
    """A reading process died."""

    code = "DR500"


class ActorsError(DragomanError):
    """The file of the user's own actors cannot be read or written, or is damaged."""

    code = "DR600"


class PlacesError(DragomanError):
    """A gazetteer or a GeoNames dump cannot be read or written, or is none."""

    code = "DR700"


class OwnCodebookError(DragomanError):
    """The user's own codebook cannot be read, or has errors."""

    code = "DR800"


class NoEntryError(DragomanError):
    """No entry, more than one, or no words are what is to be explained."""

    code = "DR900"


class LedgerError(DragomanError):
    """A ledger cannot be opened, read or written."""

    code = "DR950"


class NoLedgerError(LedgerError):
    """There is no ledger at the place named."""

    code = "DR951"


class NetworkFileError(LedgerError):
    """The ledger's file lies on a network file system."""

    code = "DR952"


class SchemaError(LedgerError):
    """The ledger is of another version of Dragoman, or the database is no ledger."""

    code = "DR953"


class BusyError(LedgerError):
    """Others held the ledger for too long."""

    code = "DR954"


class FullError(LedgerError):
    """The disk is full."""

    code = "DR955"


class DamagedError(LedgerError):
    """The ledger's file is damaged."""

    code = "DR956"


class JudgementError(LedgerError):
    """A correction names nothing, or cannot be made."""

    code = "DR957"


class AskError(LedgerError):
    """A question names an actor, a place or a day that is none."""

    code = "DR958"
