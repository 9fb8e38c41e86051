"""A saved page, pasted text, plain text, Markdown or a link, to an article file and what was left out of it."""

from generator.ingest.fetch import Rules, fetch
from generator.ingest.refused import Refused

__all__ = ["Refused", "Rules", "fetch"]
