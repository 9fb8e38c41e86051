"""A saved page, pasted text, plain text, Markdown or a link, to an article file and what was left out of it."""

from generator.ingest.article import article_file
from generator.ingest.fetch import Rules, fetch
from generator.ingest.kind import KINDS, Kind, decode, kind_of
from generator.ingest.read import read
from generator.ingest.reading import Piece, Reading
from generator.ingest.refused import Refused

__all__ = [
    "KINDS",
    "Kind",
    "Piece",
    "Reading",
    "Refused",
    "Rules",
    "article_file",
    "decode",
    "fetch",
    "kind_of",
    "read",
]
