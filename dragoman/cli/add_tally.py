"""What came of adding -> the progress bar, the findings and the closing counts, all on standard error."""

from dragoman.cli.add_draft import Drafted
from dragoman.cli.pool import Done
from dragoman.cli.tally import Tally
from dragoman.ledger.writing import Stored
from dragoman.views.ledger_info import some


class AddTally(Tally):
    """Counts what was added, told as `dragoman add` tells it: what is counted here is in the ledger, come what may."""

    doing = "adding"
    several = 1  # one file may hold a million rows

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names, notes=True, bar=True)
        self.reports = self.versions = self.codings = self.known = self.copies = self.retracted = 0
        self.entries = self.links = self.texts = 0

    def left(self, made: Drafted) -> None:
        """Counts what is not stored: an input that could not be read, or that the ledger has already."""
        self.known += made.known
        super().add(Done(findings=made.findings))
        self._moved()

    def taken_back(self, new: bool) -> None:
        """Counts a retraction."""
        self.retracted += new
        self.known += not new
        self._moved()

    def stored(self, made: Drafted, stored: Stored) -> None:
        """Counts a reading that is in the ledger now."""
        super().add(Done(b"", findings=made.findings, words=made.words, entries=made.entries))
        new = stored.new_version or stored.new_coding
        self.known += not new
        self.reports += stored.new_report
        self.versions += stored.new_version and not stored.new_report
        self.codings += stored.new_coding and not stored.new_version
        self.copies += stored.copies > 0
        self.entries += stored.entries
        self.links += stored.links
        self.texts += made.read
        self._moved()

    def _moved(self) -> None:
        seen = self.read + self.known + self.retracted + self.empty + sum(self.skipped.values())
        self._advance(seen, self.read + self.known)

    def close(self) -> None:
        """Prints the closing counts: what is new, what was there, copies, entries and links, speed."""
        parts = [some(self.reports, "new report")] if self.reports else []
        parts += [some(self.versions, "new version")] if self.versions else []
        parts += [some(self.codings, "new coding") + " of old reports"] if self.codings else []
        parts += [some(self.retracted, "report") + " taken back"] if self.retracted else []
        parts = parts or ["nothing new"]
        parts += [f"{self.known:,} already there"] if self.known else []
        parts += [f"{self.empty:,} empty"] if self.empty else []
        self.console.print("added " + ", ".join(parts), markup=False)
        if self.read:
            self._close_read()
        self.close_skipped()

    def _close_read(self) -> None:
        rate = f"{self.read / self.seconds:,.1f} reports/s"
        found = [some(self.entries, "entry"), some(self.links, "link") + " to what was told before"]
        found += [some(self.copies, "copy") + " of other reports"] if self.copies else []
        found += [f"{self.words:,} words in {self.seconds:.1f} s ({rate})"]
        self.console.print("; ".join(found), markup=False)
