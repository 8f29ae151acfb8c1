"""Bytes to Report: text files, HTML, rows of JSON, folders and standard input; what is wrong comes as findings."""

from dragoman.reports.inputs import load, load_rows
from dragoman.reports.text import from_text

__all__ = ["from_text", "load", "load_rows"]
