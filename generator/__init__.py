"""Annotated briefs: from articles and YAML to checked, compared and published pages."""

__version__ = "0.1.0"
