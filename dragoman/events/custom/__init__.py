"""A user's own codebook (YAML) and a report to events in the user's types: by rules and by nearest examples."""

from dragoman.events.custom.code import code
from dragoman.events.custom.load import load
from dragoman.events.custom.ready import Ready, ready
from dragoman.events.custom.schema import FaultyCodebook, OwnCodebook
from dragoman.events.custom.space import ready_space

__all__ = ["FaultyCodebook", "OwnCodebook", "Ready", "code", "load", "ready", "ready_space"]
