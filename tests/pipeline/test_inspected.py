"""What must not be published isn't: the site stays, and who builds is told the page and the file it is made from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.model.page import Asset, Output, Page
from generator.pipeline import make
from generator.pipeline.outputs import outputs_of_brief

from .built import build, by_mkdocs, refused, site, tree

PAGE = "site_src/about.md"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = site(tmp_path_factory.mktemp("made"), briefs=3)
    build(root, "-q", "-j", "1")
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "root"))


def write(root: Path, text: str) -> None:
    (root / PAGE).write_text(f"# About\n\n{text}\n", "utf-8")


def configure(root: Path, option: str) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    begin = "plugins: [search, briefs: {"
    assert begin in text
    config.write_text(text.replace(begin, f"{begin}{option}, "), "utf-8")


FAULTS = [
    ("<iframe src='https://a.example'></iframe>", "active-content"),
    ("<p onclick='x()'>x</p>", "active-content"),
    ("[x](<javascript:alert(1)>)", "active-content"),
    ("<script>x()</script>", "inline-script"),
    ("![x](https://a.example/x.png)", "load-not-allowed"),
    ("<a href='../nowhere/'>x</a>", "dead-link"),
    ("<a href='../briefs/brief-00001/#claim-none'>x</a>", "dead-link"),
    ("api_key = 'Zx81kq09LmP2'", "secret"),
]


@pytest.mark.parametrize(("text", "code"), FAULTS)
def test_a_site_with_a_fault_is_not_published(root: Path, text: str, code: str) -> None:
    before = tree(root / "site")
    write(root, text)
    for _ in range(2):
        said = refused(root, "-q", "-j", "1")
        assert f"{PAGE}:1:1: error {code}: about/index.html" in said.replace("\n", " ")
        assert "Zx81kq09LmP2" not in said
    assert tree(root / "site") == before
    write(root, "Mended.")
    build(root, "-q", "-j", "1")
    assert "Mended." in (root / "site/about/index.html").read_text("utf-8")


def test_mkdocs_fails_too(root: Path) -> None:
    write(root, FAULTS[0][0] + FAULTS[6][0])
    done = subprocess.run(by_mkdocs(root, root / "other"), check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert f"{PAGE}:1:1: error active-content" in done.stderr
    assert f"{PAGE}:1:1: error dead-link" in done.stderr


def test_what_a_site_names_may_be_loaded(root: Path) -> None:
    write(root, FAULTS[4][0])
    configure(root, "csp: {img-src: https://a.example}")
    build(root, "-q", "-j", "1")
    assert "img-src 'self' data: https://a.example;" in (root / "site/_headers").read_text("utf-8")


def test_a_link_from_what_stayed_to_what_is_gone_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A brief that is made anew without a file that a page by hand leads to."""

    def with_place(*given: object) -> list[Output]:
        outputs = outputs_of_brief(*given)  # type: ignore[arg-type]
        return [*outputs, Asset("briefs/brief-00001/extra.html", b"<p>x")] if _is(outputs) else list(outputs)

    def _is(outputs: list[Output]) -> bool:
        return any(isinstance(each, Page) and each.path == "briefs/brief-00001/index.md" for each in outputs)

    write(root, "<a href='../briefs/brief-00001/extra.html'>x</a>")
    with monkeypatch.context() as patch:
        patch.setattr(make, "outputs_of_brief", with_place)
        _touch(root)
        build(root, "-q", "-j", "1")
    _touch(root)
    assert f"{PAGE}:1:1: error dead-link" in refused(root, "-q", "-j", "1")


def _touch(root: Path) -> None:
    brief = root / "briefs/brief-00001/brief.yml"
    brief.write_text(brief.read_text("utf-8") + "# \n", "utf-8")


def test_an_option_that_changes_is_no_option_that_stayed(root: Path) -> None:
    """What MkDocs leaves of the configuration holds no plugin's options."""
    configure(root, "csp: {font-src: https://a.example}")
    build(root, "-q", "-j", "1")
    for page in ("briefs/brief-00001/index.html", "about/index.html", "404.html"):
        assert "font-src 'self' https://a.example;" in (root / "site" / page).read_text("utf-8")


def test_budgets_are_held(root: Path) -> None:
    configure(root, "budgets: {page: 50 kB, site: 1 MB}")
    said = refused(root, "-q", "-j", "1")
    assert "error page-too-large" in said
    assert "error site-too-large" in said
