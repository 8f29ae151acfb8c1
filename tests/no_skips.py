"""A plugin of pytest for CI, where nothing may be left out: with `-p tests.no_skips` a skipped test fails the run."""

import pytest


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turns a run with skipped tests into a failed one."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says which tests were skipped, and that they may not be."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("skipped, which CI forbids")
    for report in skipped:
        terminalreporter.line(f"{report.nodeid}: {report.longrepr[2] if report.longrepr else ''}")
