"""Place or actor: the decision and its tables are in dragoman/places/recognise_roles.py, shared with the atlas."""

from dragoman.places.recognise_roles import EXAMPLES, LOCATIVE, acts

__all__ = ["EXAMPLES", "LOCATIVE", "acts"]
