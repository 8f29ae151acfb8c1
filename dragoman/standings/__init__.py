"""Where things stand: recognition, relations, missions, pledges, demands, agreements, sanctions, control and more."""

from dragoman.standings.find import find
from dragoman.standings.support import Licence, Stood

__all__ = ["Licence", "Stood", "find"]
