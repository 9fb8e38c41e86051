"""How to cite a brief, in a line of words."""

from __future__ import annotations

from generator.model.citation import Citation
from generator.render.catalogue import Words
from generator.render.wording import quoted


def in_words(citation: Citation, words: Words) -> str:
    """Author. “Title.” Site, date, updated date. Address. What isn't known is left out."""
    updated = words.gettext("updated %(date)s", date=citation.updated) if citation.updated else ""
    published = ", ".join(filter(None, [citation.site, citation.date, updated]))
    end = "" if citation.title.endswith((".", "?", "!", "…")) else "."
    return " ".join(
        filter(
            None,
            [
                f"{citation.author}." if citation.author else "",
                quoted(citation.title + end, words),
                f"{published}." if published else "",
                citation.address,
            ],
        )
    )
