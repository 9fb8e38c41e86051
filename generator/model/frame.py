"""A page that other sites may show in an `<iframe>`: where it is, what it is called, and the code to copy."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from generator.model.settings import Settings

UNKNOWN_SITE = "https://…/"
"""Stands for the site's address in the code where the site doesn't know its own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """`folder` is the page's address below the top of the site; `title` names it in words, on one line.

    `height` is that of its content in CSS pixels in a narrow column, roughly: no script of ours may ask the host for
    more.
    """

    folder: str
    title: str
    height: int

    def code(self, settings: Settings) -> str:
        """The element that shows the page, to be copied; its address is a full one where there is a `site_url`."""
        address = settings.address(self.folder, UNKNOWN_SITE)
        return (
            f'<iframe src="{escape(address)}" title="{escape(self.title)}" width="100%" height="{self.height}" '
            'loading="lazy" style="border:0"></iframe>'
        )
