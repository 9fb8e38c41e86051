"""The MkDocs plugin: `mkdocs build` works by itself."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from tests import found
from tests.sample import edit, make_site


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(logging.getLogger("mkdocs"), "propagate", True)  # our command turns it off
    return make_site(tmp_path)


def config_of(root: Path, **options: object) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), **options)


def mkdocs_build(root: Path, command: str = "build", **options: object) -> MkDocsConfig:
    config = config_of(root, **options)
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    build(config)
    return config


def test_the_pages_of_a_brief_are_built(root: Path) -> None:
    mkdocs_build(root, strict=True)
    page = (root / "site/briefs/strike/index.html").read_text(encoding="utf-8")
    assert 'id="claim-wage"' in page
    assert "dockers will get a wage rise" in page
    assert (root / "site/briefs/strike/herald/index.html").exists()
    assert (root / "site/briefs/strike/brief.json").exists()
    assert (root / "site/index.html").exists()
    assert (root / "site/assets/briefs/briefs.css").exists()


def test_an_error_leaves_the_old_site_whole(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    (root / "site").mkdir()
    (root / "site/old.html").write_text("old")
    edit(root / "briefs/strike/brief.yml", "dockers will get", "dockers shall get")
    with caplog.at_level(logging.WARNING, "mkdocs"), pytest.raises(Abort):
        mkdocs_build(root)
    assert (root / "site/old.html").read_text() == "old"
    assert "briefs/strike/brief.yml:11:16: error quote-not-found" in caplog.text


def test_a_warning_fails_only_a_strict_build_and_then_before_the_old_site_is_emptied(root: Path) -> None:
    article = root / "briefs/strike/articles/spare.md"
    article.write_text("---\noutlet: herald\ntitle: Spare\n---\n\nNobody quotes this.\n", encoding="utf-8")
    mkdocs_build(root)
    (root / "site/old.html").write_text("old")
    with pytest.raises(Abort):
        mkdocs_build(root, strict=True)
    assert (root / "site/old.html").exists()


def test_drafts_are_served_and_never_built(root: Path) -> None:
    edit(root / "briefs/strike/brief.yml", "date: 2026-03-04", "date: 2026-03-04\nstatus: draft")
    mkdocs_build(root)
    assert not (root / "site/briefs/strike").exists()
    mkdocs_build(root, command="serve")
    assert (root / "site/briefs/strike/index.html").exists()


def test_a_preview_keeps_the_last_good_pages_of_a_brief_that_breaks(
    root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    mkdocs_build(root, command="serve")
    edit(root / "briefs/strike/brief.yml", "dockers will get", "dockers shall get")
    with caplog.at_level(logging.WARNING, "mkdocs"):
        build(config_of(root))
    assert "error quote-not-found" in caplog.text
    assert "dockers will get" in (root / "site/briefs/strike/index.html").read_text(encoding="utf-8")


def test_a_preview_begins_without_a_brief_that_is_broken(root: Path) -> None:
    edit(root / "briefs/strike/brief.yml", "dockers will get", "dockers shall get")
    mkdocs_build(root, command="serve")
    assert (root / "site/index.html").exists()
    assert not (root / "site/briefs/strike").exists()


def test_a_broken_draft_does_not_stop_a_build(root: Path) -> None:
    edit(
        root / "briefs/strike/brief.yml", "date: 2026-03-04", "date: 2026-03-04\nstatus: draft\nbroken: true"
    )
    mkdocs_build(root, strict=True)
    assert (root / "site/index.html").exists()


def test_edit_links_lead_to_the_yaml_and_to_the_article(root: Path) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("repo_url: https://example.org/repo\nedit_uri: edit/main/site_src/\n")
        file.write("theme: {name: material, font: false, features: [content.action.edit]}\n")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        text.replace("theme: {name: material, font: false}\n", ""), encoding="utf-8"
    )
    mkdocs_build(root)
    page = (root / "site/briefs/strike/index.html").read_text(encoding="utf-8")
    assert "https://example.org/repo/edit/main/briefs/strike/brief.yml" in page
    article = (root / "site/briefs/strike/herald/index.html").read_text(encoding="utf-8")
    assert "https://example.org/repo/edit/main/briefs/strike/articles/herald.md" in article


def test_the_folder_of_briefs_is_watched(root: Path) -> None:
    config = config_of(root)
    config.plugins.on_startup(command="serve", dirty=False)
    config = config.plugins.on_config(config)
    assert str(root / "briefs") in config.watch


def test_the_folder_of_briefs_may_have_another_name(root: Path) -> None:
    (root / "briefs").rename(root / "content")
    edit(
        root / "mkdocs.yml", "plugins: [search, briefs]", "plugins: [search, {briefs: {briefs_dir: content}}]"
    )
    mkdocs_build(root, strict=True)
    assert (root / "site/briefs/strike/index.html").exists()


def test_a_hand_written_home_stays(root: Path) -> None:
    (root / "site_src/index.md").write_text("# My own home\n", encoding="utf-8")
    mkdocs_build(root, strict=True)
    assert "My own home" in (root / "site/index.html").read_text(encoding="utf-8")


def test_a_hand_written_page_cannot_hide_a_brief(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    (root / "site_src/briefs").mkdir()
    (root / "site_src/briefs/strike.md").write_text("# Not the brief\n", encoding="utf-8")
    with caplog.at_level(logging.WARNING, "mkdocs"):
        mkdocs_build(root)
    assert "briefs/strike.md is left out" in caplog.text
    assert "claim-wage" in (root / "site/briefs/strike/index.html").read_text(encoding="utf-8")


def test_the_sitemap_does_not_change_with_the_day(root: Path) -> None:
    mkdocs_build(root)
    sitemap = (root / "site/sitemap.xml").read_text(encoding="utf-8")
    place = sitemap.index("briefs/strike/</loc>")
    assert "<lastmod>2026-03-04</lastmod>" in sitemap[place : place + 120]


def test_a_hand_written_page_may_link_to_a_claim(root: Path) -> None:
    (root / "site_src/about.md").write_text(
        "[the wage](briefs/strike/index.md#claim-wage)\n", encoding="utf-8"
    )
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("validation: {links: {anchors: warn}}\n")
    mkdocs_build(root, strict=True)
    assert "briefs/strike/#claim-wage" in (root / "site/about/index.html").read_text(encoding="utf-8")


def test_a_related_brief_is_named_by_its_title_and_found_by_its_old_slug(root: Path) -> None:
    make_site(root, "march")
    edit(root / "briefs/march/brief.yml", "date: 2026-03-04", "date: 2026-03-04\nrelated: [old-strike]")
    edit(root / "briefs/march/brief.yml", "The harbour strike ends", "The march")
    edit(root / "briefs/strike/brief.yml", "date: 2026-03-04", "date: 2026-03-04\naliases: [old-strike]")
    mkdocs_build(root, strict=True)
    page = (root / "site/briefs/march/index.html").read_text(encoding="utf-8")
    assert '<a href="../strike/" lang="en" dir="auto">The harbour strike ends</a>' in page
    assert "2 sources, 1 origin" in page


def test_a_related_draft_is_not_named_in_a_build(root: Path) -> None:
    make_site(root, "march")
    edit(root / "briefs/march/brief.yml", "date: 2026-03-04", "date: 2026-03-04\nrelated: [strike]")
    edit(root / "briefs/strike/brief.yml", "date: 2026-03-04", "date: 2026-03-04\nstatus: draft")
    mkdocs_build(root, strict=True)
    assert "../strike/" not in (root / "site/briefs/march/index.html").read_text(encoding="utf-8")


def test_method_about_and_imprint_are_there_by_themselves(root: Path) -> None:
    (root / "site_src/about.md").unlink()
    mkdocs_build(root, strict=True)
    said = {
        page: (root / f"site/{page}/index.html").read_text("utf-8") for page in ("method", "about", "imprint")
    }
    assert 'id="statuses"' in said["method"]
    assert "What you can rely on" in said["about"]
    assert "The publisher of this site has not been named." in said["imprint"]


def test_a_hand_written_method_stays_as_it_is(root: Path) -> None:
    (root / "site_src/method.md").write_text("# Our method\n\nWe read.\n", encoding="utf-8")
    mkdocs_build(root, strict=True)
    page = (root / "site/method/index.html").read_text(encoding="utf-8")
    assert "We read." in page
    assert 'id="statuses"' not in page


def test_a_hand_written_page_takes_the_generated_part_in_where_it_says_so(root: Path) -> None:
    own = "# Our method\n\nWe read.\n\n<!-- briefs: generated part -->\n\nWrite to us.\n\n[How](#statuses)\n"
    (root / "site_src/method.md").write_text(own, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("validation: {links: {anchors: warn}}\n")
    mkdocs_build(root, strict=True)
    page = (root / "site/method/index.html").read_text(encoding="utf-8")
    places = [
        page.index(text) for text in ("We read.", 'id="statuses"', "b-pill--corroborated", "Write to us.")
    ]
    assert places == sorted(places)
    assert page.count("<h1") == 1
    assert "briefs: generated part" not in page
    [method] = [entry for entry in found.entries(root / "site") if entry["location"] == "method/"]
    assert all(
        text in method["content"] for text in ("We read.", "Each claim gets one status.", "Write to us.")
    )


def with_publisher(root: Path, written: str) -> None:
    edit(
        root / "mkdocs.yml",
        "plugins: [search, briefs]",
        f"plugins: [search, {{briefs: {{publisher: {written}}}}}]",
    )


def test_the_publisher_stands_in_the_imprint_and_in_the_heads_of_pages(root: Path) -> None:
    with_publisher(root, "{name: The Harbour Review, address: [1 Quay], email: desk@example.org}")
    mkdocs_build(root, strict=True)
    assert "The Harbour Review" in (root / "site/imprint/index.html").read_text(encoding="utf-8")
    brief = (root / "site/briefs/strike/index.html").read_text(encoding="utf-8")
    assert '"publisher":{"@type":"NewsMediaOrganization","name":"The Harbour Review"' in brief


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{name: N, adress: x}", "there is no key adress: did you mean address?"),
        (
            "{name: N, email: nowhere}",
            "email: “nowhere” is no e-mail address: write it like desk@example.org",
        ),
        ("[N]", "this is a mapping of keys"),
    ],
)
def test_a_fault_in_the_publisher_is_told_before_anything_is_built(
    root: Path, written: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    with_publisher(root, written)
    with caplog.at_level(logging.ERROR, "mkdocs"), pytest.raises(Abort):
        config_of(root)
    assert "publisher" in caplog.text
    assert said in caplog.text


def test_what_stands_where_there_is_no_page_is_in_the_sites_language(root: Path) -> None:
    edit(root / "mkdocs.yml", "{name: material, font: false}", "{name: material, font: false, language: sv}")
    edit(root / "mkdocs.yml", "https://example.org/", "https://example.org/site/")
    mkdocs_build(root, strict=True)
    page = (root / "site/404.html").read_text(encoding="utf-8")
    assert "<title>Sidan finns inte - Sample</title>" in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'action="/site/"' in page
    assert 'href="/site/briefs/"' in page
    assert 'lang="sv"' in page
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert "noindex" not in home
    assert "not-found.js" not in home


def test_the_nav_stays_lean_where_nothing_is_said_of_it(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(text[: text.index("nav:")], encoding="utf-8")
    with caplog.at_level(logging.INFO, "mkdocs"):
        mkdocs_build(root, strict=True)
    assert "not included in the" not in caplog.text
    nav = (root / "site/about/index.html").read_text(encoding="utf-8").split("<article")[0]
    assert all(f'href="../{folder}/"' in nav for folder in ("outlets", "tags", "archive", "corrections"))
    assert not re.search(r'href="\.\./(briefs|outlets|parties|tags|archive)/[^"]', nav)


def test_what_the_configuration_lets_into_the_nav_comes_in(root: Path) -> None:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    own = text[: text.index("nav:")] + "not_in_nav: '!/briefs/strike/index.md'\n"
    (root / "mkdocs.yml").write_text(own, encoding="utf-8")
    mkdocs_build(root, strict=True)
    nav = (root / "site/about/index.html").read_text(encoding="utf-8").split("<article")[0]
    assert 'href="../briefs/strike/"' in nav
    assert 'href="../briefs/strike/herald/"' not in nav


def test_a_list_without_entries_has_a_date_in_the_sitemap_that_does_not_change_with_the_day(
    root: Path,
) -> None:
    mkdocs_build(root)
    sitemap = (root / "site/sitemap.xml").read_text(encoding="utf-8")
    place = sitemap.index("example.org/corrections/</loc>")
    assert "<lastmod>2026-03-04</lastmod>" in sitemap[place : place + 120]
