"""Crawlers may read everything, and are told where the list of pages is."""

from __future__ import annotations

from pathlib import Path
from urllib.robotparser import RobotFileParser

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.export.robots import robots
from generator.model.settings import Settings
from tests.sample import make_site


def read(settings: Settings) -> RobotFileParser:
    (made,) = robots(settings)
    assert made.path == "robots.txt"
    parser = RobotFileParser()
    parser.parse(made.content.decode("utf-8").splitlines())
    return parser


def test_everything_may_be_read_and_the_sitemap_is_named() -> None:
    rules = read(Settings(site_url="https://example.org/news/"))
    assert rules.can_fetch("*", "https://example.org/news/briefs/strike/")
    assert rules.site_maps() == ["https://example.org/news/sitemap.xml"]


def test_a_site_without_an_address_names_no_sitemap() -> None:
    rules = read(Settings())
    assert rules.can_fetch("*", "/")
    assert rules.site_maps() is None


def test_a_hand_written_one_goes_before_it(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    build(load_config(str(root / "mkdocs.yml")))
    assert "Allow: /" in (root / "site/robots.txt").read_text("utf-8")
    (root / "site_src").mkdir(exist_ok=True)
    (root / "site_src/robots.txt").write_text("User-agent: *\nDisallow: /drafts/\n")
    build(load_config(str(root / "mkdocs.yml")))
    assert (root / "site/robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /drafts/\n"
