"""The pages of the design, as they were pasted, give the example's articles; shared pages never crash it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
import yaml

from generator import pipeline
from generator.ingest import decode, kind_of, read
from generator.load import load_article
from generator.model.brief import Parties
from generator.model.settings import Settings
from tests.test_cli import run

from .desk import CONFIG, SHARED

EXAMPLE = SHARED / "design" / "example" / "briefs"
CORPUS = SHARED / "corpora" / "extraction_pages"
PASTED = sorted((SHARED / "articles").glob("*.paste.txt"))


def parts(content: bytes) -> tuple[str, dict[str, object]]:
    manuscript, problems = load_article("article.md", content)
    assert problems == []
    assert manuscript is not None
    assert isinstance(manuscript.front.value, dict)
    return manuscript.body, manuscript.front.value


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if len(PASTED) < 2 or not EXAMPLE.is_dir():
        pytest.skip("the pages are kept beside the project, in shared/")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "briefs").mkdir()
    (tmp_path / "site_src").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_pasted_page_gives_the_examples_article(root: Path) -> None:
    (root / "briefs" / "parties.yml").write_bytes((EXAMPLE / "parties.yml").read_bytes())
    for page in PASTED:
        wanted = next(EXAMPLE.glob(f"*/articles/{page.name.removesuffix('.paste.txt')}.md"))
        result = run("add", "event", str(page), "--dry-run")
        assert result.exit_code == 0, result.output
        body, keys = parts(result.stdout.encode())
        wanted_body, wanted_keys = parts(wanted.read_bytes())
        assert body == wanted_body
        # a date with ~ is the editor's: that page names a day and no year
        assert keys == {key: value for key, value in wanted_keys.items() if not str(value).endswith("~")}


def test_pasted_pages_make_a_brief_without_error(root: Path) -> None:
    for page in PASTED:
        result = run("add", "event", str(page), "--register")
        assert result.exit_code == 0, result.output
    written = yaml.safe_load((root / "briefs" / "parties.yml").read_text(encoding="utf-8"))
    known = yaml.safe_load((EXAMPLE / "parties.yml").read_text(encoding="utf-8"))
    names = {page.name.removesuffix(".paste.txt") for page in PASTED}
    assert {id_: party["name"] for id_, party in written.items()} == {
        id_: known[id_]["name"] for id_ in names
    }
    outcome = pipeline.check(root, Settings(drafts=True))
    assert [problem.code for problem in outcome.problems if problem.is_error] == []


@pytest.mark.parametrize("folder", ["pasted", "html"])
def test_no_shared_page_crashes_it(folder: str) -> None:
    files = sorted((CORPUS / folder).glob("*.gz"))[::5]
    if not files:
        pytest.skip("the corpora are kept beside the project, in shared/")
    for file in files:
        text = decode(gzip.decompress(file.read_bytes()))
        reading = read(text, kind_of(text), Parties({}))
        assert reading.body
        assert (reading.kind == "html") == (folder == "html")
