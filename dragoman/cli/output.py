"""Where a verb writes: the name of a file -> a file opened for bytes, or standard output."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import OutputError


@contextmanager
def sink(name: str | None) -> Iterator[BinaryIO]:
    """The file `name` opened for bytes, or standard output. Raises OutputError when it cannot be written."""
    if name is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        file = Path(name).open("wb")  # noqa: SIM115 - closed below; only opening it may raise OutputError
    except OSError as error:
        raise OutputError(
            error.strerror or str(error), name, "Name a file in a folder that you may write to."
        ) from error
    with file:
        yield file
