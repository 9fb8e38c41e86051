"""Reads the bytes of YAML and article files strictly, and keeps the place of everything in them."""

from generator.load.article import load_article
from generator.load.document import load_yaml

__all__ = ["load_article", "load_yaml"]
