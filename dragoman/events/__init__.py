"""A report with its Doc, cast, calendar and voices to PLOVER events: who did what to whom, when and whether."""

from dragoman.events.calibrated import given
from dragoman.events.code import code
from dragoman.events.pairs import pairs
from dragoman.events.private import private
from dragoman.events.relations import Relation, relate, relation

__all__ = ["Relation", "code", "given", "pairs", "private", "relate", "relation"]
