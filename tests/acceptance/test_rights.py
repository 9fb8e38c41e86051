"""What of an article may be published: no more than that is in the site, its search index and its data."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import unquote

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
TEXT = {".html", ".json", ".jsonld", ".xml", ".js", ".txt", ".md", ".csv", ".css", ".yml", ".bib"}
URL = "https://alder.example/lamp"
MADE = {
    f"briefs/{SLUG}/{name}"
    for name in ("brief.json", "claims.csv", "annotations.jsonld", "cite.bib", "cite.json")
}


def _texts(folder: Path) -> dict[str, str]:
    """Every file that holds text, without its markup, white space folded."""
    found = {}
    for path in folder.rglob("*"):
        if path.suffix in TEXT:
            text = path.read_text("utf-8")
            linked = " ".join(unquote(html.unescape(link)) for link in re.findall(r'href="([^"]*)"', text))
            raw = html.unescape(re.sub(r"<[^>]*>", "", text))
            found[path.relative_to(folder).as_posix()] = " ".join(f"{raw} {linked}".split())
    return found


def _held(texts: dict[str, str], passage: str) -> set[str]:
    """The files that hold any eight words in a row of `passage`."""
    runs = shingles(passage)
    return {name for name, text in texts.items() if any(run in text for run in runs)}


def _desk(root: Path, rights: str | None) -> Desk:
    front = {"outlet": "alder", "title": "The lamp", "url": URL, **({"rights": rights} if rights else {})}
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
    site = _texts(tmp_path / "site")
    assert site.keys() >= MADE | {"feed.xml", "feed.json"}
    assert "#:~:text=" in site[f"briefs/{SLUG}/index.html"]
    return site | pages


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


@pytest.mark.parametrize(("rights", "context"), [("excerpts", True), ("none", False)])
def test_a_repeated_quotation_is_told_by_nothing_that_may_not_be_shown(
    rights: str, context: bool, tmp_path: Path
) -> None:
    """Neither the annotations' prefix and suffix nor the text fragment take words from beside the sentence."""
    desk = _desk(tmp_path, rights)
    claim = {
        "id": "lamp",
        "claim": "It was dark",
        "reports": {"alder": {"quote": {"exact": "it was dark", "prefix": "and"}}},
    }
    brief = {"title": "A lamp", "summary": "Invented.", "date": "2025-03-01", "claims": [claim]}
    front = {"outlet": "alder", "title": "The lamp", "url": URL, "rights": rights}
    body = f"{BEFORE} Some say it was dark, others not. They went out, and it was dark. {AFTER}"
    desk.write(
        {
            f"briefs/{SLUG}/brief.yml": as_yaml(brief),
            f"briefs/{SLUG}/articles/alder.md": article(body, **front),
        }
    )
    assert desk.run("build", "--strict", "-q").code == 0
    texts = _texts(tmp_path / "site")
    assert {
        name for name, text in texts.items() if "several weeks ago" in text or "Repairs are" in text
    } == set()
    assert ("text=it was dark,-." in texts[f"briefs/{SLUG}/index.html"]) is context
    assert ("They went out" in texts[f"briefs/{SLUG}/annotations.jsonld"]) is context


def test_full_is_all_of_it(tmp_path: Path) -> None:
    texts = _built(tmp_path, "full")
    for passage in (BEFORE, WHOLE, AFTER, FAR):
        assert f"briefs/{SLUG}/alder/index.html" in _held(texts, passage)
