"""Lines of standings to the state of each identity on a day, with its history; planned events to their outcome."""

from dragoman.ledger.folding.fold import fold
from dragoman.ledger.folding.identity import Identity, identity
from dragoman.ledger.folding.plans import Plan, plans
from dragoman.ledger.folding.state import Fact, Side, State
from dragoman.ledger.folding.table import ended

__all__ = ["Fact", "Identity", "Plan", "Side", "State", "ended", "fold", "identity", "plans"]
