"""The language server: problems, completion, hover, definitions, quick fixes and renaming while a brief is typed."""

from generator.lsp.server import serve

__all__ = ["serve"]
