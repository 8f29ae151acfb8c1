"""Where things stand: recognition, relations, missions, pledges, demands, agreements, sanctions, control and more."""

from dragoman.standings.find import find

__all__ = ["find"]
