"""Social cards: the pictures that Open Graph's readers show of a page, and what each says in words."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.address import SITE_CARD, brief_card_path
from generator.model.findings import Findings, Status
from generator.model.page import Asset
from generator.model.settings import Settings
from generator.render.catalogue import words_for
from generator.render.dates import date_words
from generator.render.records import counts
from generator.render.social.fonts import SANS, SERIF
from generator.render.social.letters import drawable
from generator.render.social.picture import Card, Part, draw
from generator.render.strip import Stretch, strip
from generator.render.wording import slug_of


@dataclass(frozen=True, slots=True)
class SocialCard:
    """A card before it is drawn: the path of its file, and `alt`, what it says to those who don't see it."""

    path: str
    card: Card
    alt: str

    @property
    def asset(self) -> Asset:
        """It as a file of the site."""
        return Asset(self.path, draw(self.card))

    @property
    def meta(self) -> Mapping[str, str]:
        """What a page that is shown by this card has in its front matter."""
        return {"card": self.path, "card_alt": self.alt}


def brief_card(findings: Findings, settings: Settings) -> SocialCard | None:
    """The card of a published brief: the site's name, when and from how many sources, the title, claims by status.

    `None` for a draft or a withdrawn brief, and where the site wants no cards. A title that can't be drawn
    (`letters.drawable`) gives way to the number of sources.
    """
    notes = findings.brief.annotations
    if not settings.cards or notes.status != "published":
        return None
    words = words_for(notes.language, settings.language)
    number = len(findings.brief.articles)
    sources = words.ngettext("%(num)s source", "%(num)s sources", number)
    date = date_words(notes.date, words)
    instead = words.ngettext(
        "%(num)s source, read claim by claim", "%(num)s sources, compared claim by claim", number
    )
    parts = _parts(strip(counts(findings), words))
    card = Card(
        name=drawable(settings.site_name, SERIF),
        kicker=drawable(words.gettext("Brief · %(date)s · %(sources)s", date=date, sources=sources), SANS),
        title=drawable(notes.title, SERIF) or drawable(instead, SERIF),
        text="",
        parts=parts,
    )
    numbered = ", ".join(f"{part.number} {part.label}" for part in parts)
    claims = [words.gettext("Claims by status: %(counts)s.", counts=numbered)] if parts else []
    return SocialCard(brief_card_path(findings.brief.slug), card, _said(card, claims))


def site_card(settings: Settings) -> SocialCard | None:
    """The card of all other pages: the site's name and description, and the statuses that a claim can have.

    `None` where the site wants no cards.
    """
    if not settings.cards:
        return None
    words = words_for(settings.language)
    parts = tuple(
        Part(part.status, part.label, "", part.x, part.width)
        for part in _parts(strip({status.value: 1 for status in Status}, words))
    )
    card = Card(
        name="",
        kicker="",
        title=drawable(settings.site_name, SERIF),
        text=drawable(settings.site_description, SANS),
        parts=parts,
    )
    statuses = ", ".join(part.label for part in parts)
    key = words.gettext("The statuses of claims: %(statuses)s.", statuses=statuses)
    return SocialCard(SITE_CARD, card, _said(card, [key]))


# --- Private ---

_STATUSES = {slug_of(status): status for status in Status}
_LONGEST = 200
"""Characters of a title or description in the words of a card, of which readers take 420."""


def _parts(stretches: tuple[Stretch, ...]) -> tuple[Part, ...]:
    return tuple(
        Part(_STATUSES[stretch.slug], stretch.word, str(stretch.number), stretch.x, stretch.width)
        for stretch in stretches
    )


def _said(card: Card, sentences: list[str]) -> str:
    """What the card says, each of its texts as a sentence."""
    texts = (card.name, card.title, card.text, card.kicker)
    said = [textwrap.shorten(text, _LONGEST, placeholder="…") for text in texts if text]
    return " ".join([*(text if text.endswith(_ENDS) else f"{text}." for text in said), *sentences])


_ENDS = (".", "!", "?", "…", "؟")
