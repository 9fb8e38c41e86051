"""Text of a kind to a reading of it."""

from __future__ import annotations

from generator.ingest.kind import Kind
from generator.ingest.pasted import read_pasted
from generator.ingest.plain import read_markdown, read_text
from generator.ingest.reading import Reading
from generator.model.brief import Parties

_READERS = {"pasted": read_pasted, "text": read_text, "markdown": read_markdown}


def read(text: str, kind: Kind, parties: Parties, url: str | None = None) -> Reading:
    """Every piece of `text`, those of the article told from the others, and guesses at its front matter.

    `parties` is the register that outlets and agencies are sought in, `url` where the article is known to stand.
    Raises `Refused` for a page with too many lines.
    """
    if kind == "html":
        from generator.ingest.page import read_html  # noqa: PLC0415 - trafilatura is half of a command's start

        return read_html(text, parties, url)
    return _READERS[kind](text, parties, url)
