"""Docs cannot rot: every verb, option, finding and error that there is stands in docs/cli.md or the errors' drawing."""

import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from dragoman.cli.main import VERBS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_option_is_documented(verb: str) -> None:
    command = getattr(import_module(f"dragoman.cli.{verb}"), verb)
    assert f"## dragoman {verb}" in PAGE
    section = PAGE.split(f"## dragoman {verb}")[1].split("\n## ")[0]
    own = list(command.commands.values()) if isinstance(command, click.Group) else []
    params = [p for c in (command, *own) for p in c.params]
    options = [o for p in params if isinstance(p, click.Option) for o in p.opts if o not in ("-h", "--help")]
    assert options
    for option in options:
        assert f"`{option}" in section, option


def test_every_finding_is_documented() -> None:
    code = "\n".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "dragoman").rglob("*.py")))
    codes = set(re.findall(r"Finding\(\s*\"([a-z-]+)\"", code))
    assert len(codes) >= 12
    missing = {c for c in codes if f"`{c}`" not in PAGE}
    assert not missing


def test_links_between_the_docs_lead_somewhere() -> None:
    card = ROOT / "dragoman" / "language" / "model" / "MODEL-CARD.md"
    for page in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md", card]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
