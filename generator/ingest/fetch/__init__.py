"""A link to the bytes behind it, within limits, and from no address that isn't public."""

from generator.ingest.fetch.client import Fetched, Prober, fetch
from generator.ingest.fetch.rules import Rules

__all__ = ["Fetched", "Prober", "Rules", "fetch"]
