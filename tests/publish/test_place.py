"""What is none of ours is never destroyed by a build, and no site is put where the next build would destroy it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import commands
from generator.publish import disk
from generator.publish.place import TakenError, folder_of, refuse_foreign, refuse_place
from generator.publish.shelf import RENAME, Shelf
from tests.faults.scene import number_of, publish
from tests.sample import make_site

BY_MKDOCS = '<html><head><meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.8.2"></head></html>'


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        file = folder / name.replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder


@pytest.mark.parametrize("by", ["link", "rename"])
def test_a_folder_with_something_of_somebody_else_is_refused(tmp_path: Path, by: str) -> None:
    put(tmp_path / "site", thesis_txt="t", manifest_json='{"name": "An app"}')
    before = names(tmp_path)
    with pytest.raises(TakenError, match=r"site/manifest\.json is no part .*-d DIR"):
        publish(tmp_path, 1, by=by)
    assert [name for name in names(tmp_path) if not name.startswith("kept")] == before


def test_a_link_that_leads_there_is_followed(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(put(tmp_path / "papers", thesis_txt="t"))
    with pytest.raises(TakenError, match=r"papers/thesis\.txt"):
        publish(tmp_path, 1)
    assert (tmp_path / "site/thesis.txt").read_text() == "t"


@pytest.mark.parametrize(
    "there",
    [
        {},
        {"_nojekyll": ""},
        {"index_html": BY_MKDOCS, "old_html": "old"},
        {"404_html": BY_MKDOCS.replace('"', "", 2), "old_html": "old"},
        {"index_html": "", "404_html": "", "sitemap_xml": "", "sitemap_xml_gz": ""},
    ],
)
@pytest.mark.parametrize("by", ["link", "rename"])
def test_what_may_be_replaced(tmp_path: Path, there: dict[str, str], by: str) -> None:
    (tmp_path / "site/empty").mkdir(parents=True)
    put(tmp_path / "site", **there)
    publish(tmp_path, 1, by=by)
    assert number_of(tmp_path) == 1
    assert not (tmp_path / "site/old.html").exists()
    assert (tmp_path / "site/.nojekyll").exists() == ("_nojekyll" in there)


def test_a_site_of_another_generator_is_refused(tmp_path: Path) -> None:
    page = '<meta name="generator" content="Hugo 0.150">'
    put(tmp_path, index_html=page, **{"404_html": page, "sitemap_xml": "", "assets_css": ""})
    with pytest.raises(TakenError):
        refuse_foreign(tmp_path)


def test_every_release_of_ours_may_be_replaced_and_a_link_to_one_that_is_gone(tmp_path: Path) -> None:
    for number, by in enumerate(("link", "rename", "link", "rename", "rename"), 1):
        publish(tmp_path, number, by=by)
        assert number_of(tmp_path) == number
    publish(tmp_path, 6)
    disk.remove(tmp_path / "releases")
    publish(tmp_path, 7)
    assert number_of(tmp_path) == 7


def test_what_lies_in_a_release_that_is_a_folder_is_looked_at_too(tmp_path: Path) -> None:
    publish(tmp_path, 1, by=RENAME)
    put(tmp_path / "site", thesis_txt="t")
    with pytest.raises(TakenError, match=r"thesis\.txt"):
        publish(tmp_path, 2, by=RENAME)
    assert number_of(tmp_path) == 1
    (tmp_path / "site/thesis.txt").rename(tmp_path / "thesis.txt")
    publish(tmp_path, 2, by=RENAME)
    assert number_of(tmp_path) == 2


def test_what_came_while_one_waited_is_not_destroyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path / "site")
    usual = Shelf._mend
    monkeypatch.setattr(Shelf, "_mend", lambda self: (usual(self), put(shelf.target, thesis_txt="t")))
    with pytest.raises(TakenError), shelf.held():
        pass
    assert names(shelf.target) == ["thesis.txt"]


@pytest.mark.parametrize("name", ["site/briefs", "releases", "releases/x1"])
def test_no_site_lies_in_another_or_among_its_releases(tmp_path: Path, name: str) -> None:
    publish(tmp_path, 1)
    before = names(tmp_path)
    with pytest.raises(TakenError), Shelf(tmp_path / name).held():
        pass
    assert names(tmp_path) == before


def test_sites_may_lie_side_by_side_where_none_is(tmp_path: Path) -> None:
    for name in ("en", "sv"):
        with Shelf(tmp_path / "site" / name).held():
            pass
    with pytest.raises(TakenError), Shelf(tmp_path / "site").held():
        pass


def test_what_lies_where_releases_would_is_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "site")
    folder.write_text("notes")
    with pytest.raises(TakenError, match=f"{folder} is no folder"):
        publish(tmp_path, 1)
    assert folder.read_text() == "notes"
    folder.unlink()
    folder.symlink_to("nowhere")
    with pytest.raises(TakenError, match=f"{folder} is no folder"):
        refuse_place(tmp_path / "site", folder)
    (tmp_path / "other").mkdir()
    publish(tmp_path / "other", 1)
    folder.unlink()
    folder.symlink_to("other/site")
    with pytest.raises(TakenError, match=f"{folder} is a site"):
        refuse_place(tmp_path / "site", folder)


def test_commands_refuse_it_before_anything_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_site(tmp_path)
    put(root / "d9", thesis_txt="t")
    (root / "link").symlink_to("d9")
    before = names(root)
    monkeypatch.chdir(root)
    for name in ("d9", "link"):
        result = CliRunner().invoke(commands, ["build", "-q", "-j", "1", "-d", name])
        assert (result.exit_code, names(root)) == (1, before)
        assert result.output.startswith(f"Error: {root}/d9/thesis.txt is no part of a site")
    put(root / "site", thesis_txt="t")
    assert CliRunner().invoke(commands, ["build", "-q", "-j", "1"]).exit_code == 0, (
        "the configuration names it"
    )
    disk.remove(root / "site")
    disk.remove(root / "releases")
    disk.remove(root / ".cache")
    refused = {"d9": "thesis.txt", "link": "thesis.txt", "briefs": "cannot take", ".cache": "cannot take"}
    for name, told in refused.items():
        mkdocs = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-d", name],
            cwd=root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (mkdocs.returncode, names(root)) == (1, before)
        assert told in mkdocs.stderr
        assert "Traceback" not in mkdocs.stderr
