"""A folder -> a PostgreSQL server of our own in it, by scripts/postgres.sh, that can be felled and set up again."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SCRIPT: Final = Path(__file__).parent.parent / "scripts" / "postgres.sh"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `address` is that of a database in it."""

    folder: Path
    address: str

    def fell(self) -> None:
        """Stops it at once, as a crash would: nothing is written out and sessions are cut; then starts it again."""
        self._control("-m immediate restart")

    def cut(self) -> None:
        """Ends all sessions of the database but its own, once there is one."""
        import psycopg

        others = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        until = time.monotonic() + 5
        with psycopg.connect(self.address, autocommit=True) as connection:
            while time.monotonic() < until:
                if connection.execute(f"SELECT pg_terminate_backend(pid) FROM ({others}) o").fetchall():
                    return
                time.sleep(0.001)

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        import psycopg

        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return f"{self.address.rsplit('/', 1)[0]}/{name}"

    def _control(self, what: str) -> None:
        binary = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))[-1]
        line = f"cd '{self.folder}' && '{binary}' -D data -w -t 60 -l server.log {what} >control.log 2>&1"
        owner = self.folder.owner()
        root = os.getuid() == 0
        subprocess.run(["su", owner, "-s", "/bin/sh", "-c", line] if root else ["sh", "-c", line], check=True)


@contextmanager
def server() -> Iterator[Server]:
    """A server of our own, stopped and taken away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        started = subprocess.run(["sh", SCRIPT, "start", folder], check=True, capture_output=True, text=True)
        try:
            yield Server(Path(folder), started.stdout.strip())
        finally:
            subprocess.run(["sh", SCRIPT, "stop", folder], check=True)
