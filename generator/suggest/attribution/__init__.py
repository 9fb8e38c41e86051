"""Reads who told what: a sentence -> its attributions, and what they name -> places of a chain."""

from generator.suggest.attribution.find import attributions
from generator.suggest.attribution.values import Told

__all__ = ["Told", "attributions"]
