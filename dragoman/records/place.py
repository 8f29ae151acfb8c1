"""A place with its country and coordinates."""

from dataclasses import dataclass

from dragoman.records.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """`country` is ISO 3166 alpha-3; `lat` and `lon` are degrees (WGS 84); what is unknown is None."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    mention: Span | None = None
