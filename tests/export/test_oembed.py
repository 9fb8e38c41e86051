"""What a publishing system is told of a brief that an editor pastes: a frame, as oEmbed 1.0 has it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.export.oembed import oembed
from generator.model.frame import Frame
from generator.model.settings import Settings
from tests.render.harbour import harbour

HERE = Settings(site_url="https://example.org/", site_name="The Brief")
FRAME = Frame("embed/harbour/", "A ferry <b>aground</b>", 320)


def said(settings: Settings = HERE, status: str = "published") -> dict[str, Any] | None:
    asset = oembed(harbour(status).brief, FRAME, settings)
    if asset is None:
        return None
    assert asset.path == "embed/harbour/oembed.json"
    answer: dict[str, Any] = json.loads(asset.content)
    return answer


def test_a_brief_is_offered_with_all_that_the_type_rich_requires() -> None:
    answer = said()
    assert answer is not None
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["html"] == FRAME.code(HERE)
    assert (answer["width"], answer["height"]) == (600, 320)
    assert (answer["provider_name"], answer["provider_url"]) == ("The Brief", "https://example.org/")
    assert answer["title"] == "A ferry <b>aground</b> & afloat"


@pytest.mark.parametrize("status", ["withdrawn", "draft"])
def test_what_is_not_published_is_not_offered(status: str) -> None:
    assert said(status=status) is None


def test_nothing_is_offered_where_the_site_does_not_know_its_address() -> None:
    assert said(Settings(site_name="The Brief")) is None
