"""What of an article may be published: no more than that is in the site, its search index and its data."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from .conftest import own_site
from .desk import PARTIES, Desk, article, as_yaml
from .site_pages import shingles

SLUG = "lighthouse"
QUOTED = "the lamp of the lighthouse went out shortly before two in the morning"
WHOLE = (
    f"According to the warden of the outer reef, {QUOTED}, and nobody along the whole coast saw it happen."
)
BEFORE = "Seven fishermen from the southern villages had complained about that very lamp several weeks ago."
AFTER = "Repairs are going to take until the end of the coming summer, a clerk wrote to all of the pilots."
FAR = "Elsewhere along the northern shore the annual rowing contest was won by the team of the salt works."
BODY = f"{BEFORE} {WHOLE} {AFTER}\n\n## Other news of the week\n\n{FAR}"
TEXT = {".html", ".json", ".xml", ".js", ".txt", ".md", ".csv", ".css", ".yml"}


def _texts(folder: Path) -> dict[str, str]:
    """Every file that holds text, without its markup, white space folded."""
    found = {}
    for path in folder.rglob("*"):
        if path.suffix in TEXT:
            raw = html.unescape(re.sub(r"<[^>]*>", "", path.read_text("utf-8")))
            found[path.relative_to(folder).as_posix()] = " ".join(raw.split())
    return found


def _held(texts: dict[str, str], passage: str) -> set[str]:
    """The files that hold any eight words in a row of `passage`."""
    runs = shingles(passage)
    return {name for name, text in texts.items() if any(run in text for run in runs)}


def _desk(root: Path, rights: str | None) -> Desk:
    front = {"outlet": "alder", "title": "The lamp", **({"rights": rights} if rights else {})}
    claim = {"id": "lamp", "claim": "The lighthouse was dark", "reports": {"alder": QUOTED}}
    brief = {"title": "A lamp", "summary": "Invented.", "date": "2025-03-01", "claims": [claim]}
    return own_site(root).write(
        {
            "briefs/parties.yml": as_yaml(PARTIES),
            f"briefs/{SLUG}/brief.yml": as_yaml(brief),
            f"briefs/{SLUG}/articles/alder.md": article(BODY, **front),
        }
    )


def _built(tmp_path: Path, rights: str | None) -> dict[str, str]:
    desk = _desk(tmp_path, rights)
    assert desk.run("build", "--strict", "-q").code == 0
    assert desk.run("render", "-q", "--out", str(tmp_path / "markdown")).code == 0
    pages = {f"markdown/{name}": text for name, text in _texts(tmp_path / "markdown").items()}
    return _texts(tmp_path / "site") | pages


@pytest.mark.parametrize("rights", ["excerpts", None])
def test_excerpts_are_the_annotated_sentences_and_no_more(rights: str | None, tmp_path: Path) -> None:
    texts = _built(tmp_path, rights)
    assert f"briefs/{SLUG}/alder/index.html" in _held(texts, WHOLE)
    for passage in (BEFORE, AFTER, FAR):
        assert _held(texts, passage) == set()
    assert not any("Other news of the week" in text for text in texts.values())


def test_none_is_the_quotes_and_no_more(tmp_path: Path) -> None:
    texts = _built(tmp_path, "none")
    assert f"briefs/{SLUG}/index.html" in _held(texts, QUOTED)
    for passage in (BEFORE, AFTER, FAR, *WHOLE.split(QUOTED)):
        assert _held(texts, passage) == set()


def test_full_is_all_of_it(tmp_path: Path) -> None:
    texts = _built(tmp_path, "full")
    for passage in (BEFORE, WHOLE, AFTER, FAR):
        assert f"briefs/{SLUG}/alder/index.html" in _held(texts, passage)
