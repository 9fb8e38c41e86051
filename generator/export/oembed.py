"""What a publishing system is told when an editor pastes a brief's address: the frame to put there (oEmbed 1.0)."""

from __future__ import annotations

from generator.export.brief_json import Json
from generator.export.json_bytes import json_bytes
from generator.model.address import embed_folder
from generator.model.brief import Brief
from generator.model.characters import one_line
from generator.model.frame import Frame
from generator.model.page import Asset
from generator.model.settings import Settings

WIDTH = 600
"""CSS pixels. oEmbed asks for a number; the frame takes the width it is given (oEmbed 2.3.4.4)."""


def oembed(brief: Brief, frame: Frame, settings: Settings) -> Asset | None:
    """`embed/<slug>/oembed.json` of a published brief, which its page names in its head; none without `site_url`.

    One answer for every request: a static file knows nothing of `maxwidth` and `format`.
    """
    if not settings.site_url or brief.annotations.status != "published":
        return None
    said: Json = {
        "version": "1.0",
        "type": "rich",
        "title": one_line(brief.annotations.title),
        "provider_name": one_line(settings.site_name),
        "provider_url": settings.site_url,
        "html": frame.code(settings),
        "width": WIDTH,
        "height": frame.height,
    }
    return Asset(f"{embed_folder(brief.slug)}oembed.json", json_bytes(said))
