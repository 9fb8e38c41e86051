"""Files by hand get into the site where they are of a kind that runs nothing, or that the site's owner named."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from PIL import Image

from generator.publish.engine import configuration
from generator.publish.static import put_pictures, read_kinds, statics

CONFIG = """\
site_name: S
docs_dir: docs
theme: {name: material, font: false}
extra_css: [own.css]
extra_javascript: [own.js, {path: module.mjs, type: module}]
exclude_docs: "left.svg"
"""


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3, 3), "red").save(out, "PNG")
    return out.getvalue() + b"more"


def site(root: Path, *names: str) -> MkDocsConfig:
    (root / "mkdocs.yml").write_text(CONFIG)
    for name in ("index.md", *names):
        file = root / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png() if name.endswith(".png") else b"x")
    return configuration(root / "mkdocs.yml", root / "site")


@pytest.mark.parametrize(
    "name",
    [
        "a.pdf",
        "a/b.CSV",
        "CNAME",
        "_headers",
        "a.woff2",
        "own.css",
        "own.js",
        "module.mjs",
        "left.svg",
        ".htaccess",
    ],
)
def test_what_is_let_in(tmp_path: Path, name: str) -> None:
    assert statics(site(tmp_path, name), frozenset(), tmp_path).problems == ()


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("a.svg", "static: [svg]"), ("a/b.HTML", "static: [html]"), ("a.xhtml", "static: [xhtml]"),
        ("other.js", "extra_javascript"), ("a/own.css", "extra_css"), ("Makefile", "a name"),
    ],
)  # fmt: skip
def test_what_is_refused(tmp_path: Path, name: str, remedy: str) -> None:
    config = site(tmp_path, name)
    (problem,) = statics(config, frozenset(), tmp_path).problems
    assert (problem.code, problem.location.file) == ("file-not-allowed", f"docs/{name}")
    assert remedy in (problem.remedy or "")
    kind = name.rpartition(".")[2].lower()
    assert (statics(config, frozenset({kind}), tmp_path).problems == ()) == ("." in name)


def test_pictures_are_drawn_anew_and_kept_where_there_is_a_cache(tmp_path: Path) -> None:
    config = site(tmp_path, "a.png")
    found = statics(config, frozenset(), tmp_path)
    assert not (tmp_path / ".cache").exists()
    (tmp_path / ".cache/briefs").mkdir(parents=True)
    assert statics(config, frozenset(), tmp_path) == found
    (kept,) = (tmp_path / ".cache/briefs/pictures").iterdir()
    assert statics(config, frozenset(), tmp_path) == found
    kept.write_bytes(kept.read_bytes()[:-1])
    assert statics(config, frozenset(), tmp_path) == found
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.png").write_bytes(b"as MkDocs copied it")
    put_pictures(found.pictures, tmp_path / "site")
    assert (tmp_path / "site/a.png").read_bytes() == found.pictures["a.png"]
    assert b"more" not in found.pictures["a.png"]
    (tmp_path / "docs/a.png").unlink()
    statics(config, frozenset(), tmp_path)
    assert list((tmp_path / ".cache/briefs/pictures").iterdir()) == []


def test_a_picture_that_is_none_is_told(tmp_path: Path) -> None:
    config = site(tmp_path, "a.jpg")
    (problem,) = statics(config, frozenset({"jpg"}), tmp_path).problems
    assert (problem.code, problem.location.file) == ("bad-picture", "docs/a.jpg")


@pytest.mark.parametrize(
    ("written", "kinds", "is_right"),
    [
        (None, set(), True), (["svg", ".ZIP"], {"svg", "zip"}, True), ("svg", set(), False), (["a/b"], set(), False),
        ([3], set(), False),
    ],
)  # fmt: skip
def test_what_is_read(written: object, kinds: set[str], *, is_right: bool) -> None:
    read, fault = read_kinds(written)
    assert read == kinds
    assert (fault == "") == is_right
