"""A binary stream to its numbered lines, each held alone and none longer than a limit."""

from collections.abc import Iterator
from typing import IO

from dragoman.reports.limits import LONGEST_LINE


class Peeked:
    """A binary stream whose first line that is not blank can be looked at before it is read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._head = b""

    def first_line(self) -> bytes:
        """The first line with more than blanks on it, b"" if there is none; reading starts before it all the same."""
        while True:
            line = self._stream.readline(LONGEST_LINE)
            self._head += line
            if line.strip() or not line or len(self._head) > LONGEST_LINE:
                return line

    def readline(self, limit: int) -> bytes:
        """The next line, its line end included, or its first `limit` bytes."""
        if not self._head:
            return self._stream.readline(limit)
        end = self._head.find(b"\n", 0, limit) + 1 or min(limit, len(self._head))
        line, self._head = self._head[:end], self._head[end:]
        if not line.endswith(b"\n") and len(line) < limit and not self._head:
            line += self._stream.readline(limit - len(line))
        return line

    def read(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end."""
        parts = [self._head[:size]]
        self._head = self._head[size:]
        missing = size - len(parts[0])
        while missing > 0:
            part = self._stream.read(missing)
            if not part:
                break
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)


def numbered(stream: Peeked) -> Iterator[tuple[int, bytes, bool]]:
    """Each line's number from 1, its bytes, and whether it is whole: of longer ones than the limit nothing comes."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        whole = len(line) < LONGEST_LINE or line.endswith(b"\n")
        rest = line
        while not whole and rest and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE)
        yield number, line if whole else b"", whole
