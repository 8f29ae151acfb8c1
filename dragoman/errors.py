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
    └── NoEntryError         DR900  no entry, more than one, or no words are what is to be explained

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
