"""A place name to the gazetteer's entries: `lookup` gives all, `resolve` the likeliest, `country` one country."""

from dragoman.places.choice import country, lookup, resolve

__all__ = ["country", "lookup", "resolve"]
