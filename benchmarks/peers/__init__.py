"""Other makers of sites, each with the Markdown that stock MkDocs gets, pinned here and installed below `.tools/`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.builders import Builder
from benchmarks.measure import CommandFailedError, run

_HERE = Path(__file__).parent
_TOOLS = _HERE.parent.parent / ".tools" / "peers"
_LIMIT = 600
"""Seconds that an installation may take."""

_PAGE = "<!doctype html>\n<html><head><title>{}</title></head>\n<body>\n{}\n</body></html>\n"
_HUGO = """\
baseURL: https://example.org/
title: Benchmark
disableKinds: [taxonomy, term, RSS, sitemap, "404"]
markup: {goldmark: {renderer: {unsafe: true}, parser: {attribute: {title: true}}}}
"""
_ELEVENTY = """\
export default function (config) {
  config.addPassthroughCopy("docs/**/*.{bib,csv,html,json,jsonld,png,txt,xml}");
  config.addGlobalData("layout", "page.html");
  config.setUseGitIgnore(false);
}
export const config = {
  dir: { input: "docs", includes: "../layouts", output: "site" },
  templateFormats: ["md"],
  markdownTemplateEngine: false,
};
"""


def peers(docs: Path, folder: Path) -> dict[str, Callable[[], Builder]]:
    """By each one's name, what installs it and lays out the Markdown in `docs` for it, below `folder`.

    That raises `benchmarks.measure.CommandFailedError` where it can't be had.
    """
    return {
        "Zensical": lambda: _zensical(docs, folder / "zensical"),
        "Hugo": lambda: _hugo(docs, folder / "hugo"),
        "Eleventy": lambda: _eleventy(docs, folder / "eleventy"),
    }


# --- Private functions ---


def _zensical(docs: Path, root: Path) -> Builder:
    """It reads the same mkdocs.yml as stock MkDocs, and has its own search."""
    packages = _python()
    shutil.copytree(docs, root / "docs")
    shutil.copyfile(docs.parent / "mkdocs.yml", root / "mkdocs.yml")
    command = (sys.executable, "-m", "zensical", "build", "-f", "mkdocs.yml")
    return Builder(
        "Zensical", root, command, root / "site", (root / ".cache",), _editing(root / "docs"),
        {"PYTHONPATH": str(packages)},
    )  # fmt: skip


def _hugo(docs: Path, root: Path) -> Builder:
    binary = _python() / "hugo" / "binaries" / "hugo"
    binary.chmod(0o755)
    shutil.copytree(
        docs, root / "static", ignore=shutil.ignore_patterns("*.md")
    )  # HTML there is nobody's page
    shutil.copytree(
        docs,
        root / "content",
        ignore=lambda _, names: [n for n in names if Path(n).suffix not in ("", ".md")],
    )
    for page in (root / "content").rglob("index.md"):
        page.rename(page.with_name("_index.md"))  # what Hugo calls a folder's own page
    layouts = root / "layouts"
    layouts.mkdir()
    (root / "hugo.yaml").write_text(_HUGO, "utf-8")
    for name in ("single", "list", "home"):
        (layouts / f"{name}.html").write_text(_PAGE.format("{{ .Title }}", "{{ .Content }}"), "utf-8")
    command = (str(binary), "build", "--quiet", "--destination", "site")
    return Builder("Hugo", root, command, root / "site", (root / "resources",), _editing(root / "content"))


def _eleventy(docs: Path, root: Path) -> Builder:
    modules = _node()
    shutil.copytree(docs, root / "docs")
    (root / "layouts").mkdir()
    (root / "layouts" / "page.html").write_text(
        _PAGE.format("{{ title | escape }}", "{{ content }}"), "utf-8"
    )
    (root / "eleventy.config.mjs").write_text(_ELEVENTY, "utf-8")
    (root / "node_modules").symlink_to(modules)
    command = ("node", str(modules / "@11ty" / "eleventy" / "cmd.cjs"), "--quiet")
    return Builder("Eleventy", root, command, root / "site", (root / ".cache",), _editing(root / "docs"))


def _editing(docs: Path) -> Callable[[int], object]:
    """One brief's page with a paragraph more."""

    def edit(number: int) -> None:
        page = sorted(path for path in (docs / "briefs").glob("*/*index.md"))[number]
        page.write_text(f"{page.read_text('utf-8')}\nA word more, number {number}.\n", "utf-8")

    return edit


def _python() -> Path:
    """The folder of packages that `requirements.txt` locks."""
    folder = _TOOLS / "python"
    if not (folder / ".ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        pip = (str(Path(sys.executable).resolve()), "-m", "pip", "install", "--quiet", "--require-hashes")
        wanted = ("--target", str(folder), "-r", str(_HERE / "requirements.txt"))
        run((*pip, "--disable-pip-version-check", *wanted), folder, limit=_LIMIT)
        (folder / ".ready").touch()
    return folder


def _node() -> Path:
    """The folder of modules that `package-lock.json` locks."""
    folder = _TOOLS / "node"
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise CommandFailedError("Node is not installed")
    if not (folder / ".ready").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copyfile(_HERE / name, folder / name)
        run(("npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"), folder, limit=_LIMIT)
        (folder / ".ready").touch()
    return folder / "node_modules"
