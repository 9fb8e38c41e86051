"""The example of the design becomes a site: as strictly as can be, with the statuses that comparing it must give."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import found

from .desk import PROJECT, SHARED, Desk
from .exported import check_format, check_spans
from .site_pages import dead_links, read, tree

SLUG = "north-korea-russia-drones"
BRIEFS = str(Path(sys.executable).with_name("briefs"))
MKDOCS = str(Path(sys.executable).with_name("mkdocs"))


@pytest.fixture(scope="module")
def site(example: Desk) -> Path:
    outcome = example.run("build", "--strict", "-d", str(example.root / "site"))
    assert outcome.code == 0, outcome.err
    assert "WARNING" not in outcome.out + outcome.err
    return example.root / "site"


@pytest.fixture(scope="module", params=["example", "shipped"])
def any_site(request: pytest.FixtureRequest) -> Desk:
    """A site of ours that is built: of the example, and of the briefs that this project ships."""
    if request.param == "example":
        request.getfixturevalue("site")
    desk: Desk = request.getfixturevalue(request.param)
    return desk


@pytest.fixture(scope="module")
def exported(example: Desk) -> dict[str, Any]:
    return example.export(SLUG)


def _expected() -> list[tuple[str, str, int]]:
    """The rows of `expected.md`, those for several claims taken apart."""
    rows = []
    table = (SHARED / "design" / "example" / "expected.md").read_text("utf-8")
    for line in re.findall(r"^\| (.+) \|$", table, re.M)[1:]:
        claims, status, origins, _ = (cell.strip() for cell in line.split("|"))
        counts = [int(count) for count in origins.split(",")]
        names = [name.strip() for name in claims.split(",")]
        rows += [(name, status, count) for name, count in zip(names, counts, strict=True)]
    return rows


def test_the_example_has_no_problem_under_strict(example: Desk) -> None:
    outcome = example.check()
    assert outcome.problems == []
    assert example.run("check", "--strict").code == 0


def test_the_example_has_the_statuses_and_origins_that_are_expected(exported: dict[str, Any]) -> None:
    found = [(claim["id"], claim["computed_status"], claim["origins"]) for claim in exported["claims"]]
    assert sorted(found) == sorted(_expected())
    assert len(found) == 10


def test_every_quotation_of_the_example_slices_to_its_text(example: Desk, exported: dict[str, Any]) -> None:
    check_format(exported)
    assert check_spans(example, exported) == sum(
        len(report["quotes"]) for claim in exported["claims"] for report in claim["reports"]
    )
    assert check_spans(example, exported) >= 16


def test_the_site_holds_the_same_json_as_the_export(site: Path, example: Desk) -> None:
    written = (site / "briefs" / SLUG / "brief.json").read_bytes()
    assert written.decode("utf-8") == example.run("export", SLUG).out


def test_each_claim_has_its_address(site: Path, exported: dict[str, Any]) -> None:
    ids = read((site / "briefs" / SLUG / "index.html").read_text("utf-8")).ids
    assert {f"claim-{claim['id']}" for claim in exported["claims"]} <= ids


def test_each_claim_is_found_on_its_own_by_search(site: Path, exported: dict[str, Any]) -> None:
    places = found.locations(site)
    for claim in exported["claims"]:
        assert f"briefs/{SLUG}/#claim-{claim['id']}" in places


def test_every_link_and_anchor_of_the_site_leads_somewhere(any_site: Desk) -> None:
    assert list(dead_links(any_site.root / "site")) == []


def test_mkdocs_alone_gives_the_same_pages(any_site: Desk, tmp_path: Path) -> None:
    other = tmp_path / "site"
    done = subprocess.run(
        [MKDOCS, "build", "--strict", "-q", "-f", "mkdocs.yml", "-d", str(other)],
        cwd=any_site.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ours, theirs = tree(any_site.root / "site"), tree(other)
    assert ours.keys() == theirs.keys()
    different = {name for name in ours if ours[name] != theirs[name]}
    assert different <= {"sitemap.xml.gz"}


_RELEASE = re.compile(r'\n<meta name="release" content="[0-9a-f]{32}">')


def test_briefs_render_gives_markdown_with_the_dom_of_the_site(any_site: Desk, tmp_path: Path) -> None:
    """The pages on disk, built by plain MkDocs without the plugin, hold the same articles."""
    site = any_site.root / "site"
    root = tmp_path / "plain"
    shutil.copytree(any_site.root / "site_src", root / "site_src")
    assert any_site.run("render", "--out", str(root / "pages")).code == 0
    shutil.copytree(root / "pages", root / "site_src", dirs_exist_ok=True)
    plugin = re.compile(r"  - briefs:\n(?: {6}.*\n)+")
    config = plugin.sub("", (PROJECT / "mkdocs.yml").read_text("utf-8"))
    assert "briefs_dir" not in config
    (root / "mkdocs.yml").write_text(config, "utf-8")
    done = subprocess.run([MKDOCS, "build", "-q"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    compared = 0
    for page in sorted((site / "briefs").rglob("index.html")):
        name = page.relative_to(site)
        ours, theirs = ((folder / name).read_text("utf-8") for folder in (site, root / "site"))
        if 'http-equiv="refresh"' in ours:
            assert theirs == _RELEASE.sub("", ours), name
            continue
        assert _content(read(theirs).dom) == _content(read(ours).dom), name
        compared += 1
    assert compared >= 4


def _content(dom: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The article without what is the theme's: the link for editing, which only the plugin knows, the line that leads
    to the sections, and the names of the links to headings, which are the site's configuration's without the plugin
    and the brief's language's with it. What stands there for the search alone is gone where the plugin ran."""
    first = next(number for number, event in enumerate(dom) if event[0] == "h1")
    ends = {"class=briefs b-jump": "/nav", "class=b-found": "/p"}
    kept: list[tuple[str, ...]] = []
    until = ""
    for event in dom[first:]:
        until = until or next((end for mark, end in ends.items() if mark in event), "")
        if not until:
            kept.append(event[:-1] if "class=headerlink" in event else event)
        until = until if event[0] != until else ""
    return kept


def test_the_command_itself_says_what_it_did(example: Desk, tmp_path: Path) -> None:
    done = subprocess.run(
        [BRIEFS, "export", SLUG], cwd=example.root / "briefs" / SLUG, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["slug"] == SLUG
    wrong = subprocess.run(
        [BRIEFS, "check", "nowhere"], cwd=example.root, capture_output=True, text=True, check=False
    )
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr
