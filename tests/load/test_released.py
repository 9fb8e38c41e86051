"""The site's own exports, read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load.released import Exports, read_released
from generator.model.address import BRIEF_JSON
from generator.model.released import Released


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for slug in ("zoo", "port"):
        folder = tmp_path / "briefs" / slug
        folder.mkdir(parents=True)
        (folder / BRIEF_JSON).write_bytes(slug.encode())
    (tmp_path / "briefs/page").mkdir()
    return tmp_path


def test_each_brief_has_its_export_by_slug_in_order(site: Path) -> None:
    exports = Exports(site)
    assert (list(exports), len(exports)) == (["port", "zoo"], 2)
    assert (exports["zoo"], exports.get("page"), exports.get("nothing")) == (b"zoo", None, None)
    with pytest.raises(KeyError, match="nothing"):
        exports["nothing"]


def test_a_slug_that_is_none_leads_nowhere(site: Path) -> None:
    """An editor may write anything as an old slug: it is no way out of the site, nor to another file in it."""
    (site / BRIEF_JSON).write_bytes(b"the site's own")
    exports = Exports(site)
    for slug in ("..", "../briefs/zoo", "zoo/../port", "/", "", "."):
        assert exports.get(slug) is None
        with pytest.raises(KeyError) as raised:
            exports[slug]
        assert raised.value.args == (slug,)


def test_where_no_site_is_there_are_none(tmp_path: Path) -> None:
    assert dict(Exports(tmp_path / "nowhere")) == {}


def test_an_export_says_what_binds_the_next_release() -> None:
    said = b'{"slug": "port", "status": "published", "date": "2025", "aliases": ["old"], "more": 5}'
    assert read_released(said) == Released("port", "published", "2025", aliases=("old",))


@pytest.mark.parametrize("content", [b"", b"no JSON", b"5", b"[]", b"{}", b'{"slug": 5}'])
def test_what_is_no_export_of_ours_says_nothing(content: bytes) -> None:
    assert read_released(content) is None
