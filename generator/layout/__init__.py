"""Lays YAML and the front matter of articles out: white space alone changes, or nothing does."""

from generator.layout.files import lay_out_article, lay_out_file
from generator.layout.runs import difference, runs
from generator.layout.sheet import lay_out

__all__ = ["difference", "lay_out", "lay_out_article", "lay_out_file", "runs"]
