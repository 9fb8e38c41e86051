"""`briefs rollback`: an older release is served again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from generator.publish.manifest import release_in
from generator.publish.soundness import fault_in
from tests.pipeline.built import tree
from tests.sample import edit, make_site


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, [*arguments, "-f", str(root / "mkdocs.yml")])


@pytest.fixture(params=["link", "rename"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    root = make_site(tmp_path)
    plugin = f"briefs: {{cards: false, search: material, swap: {request.param}}}"
    edit(root / "mkdocs.yml", "plugins: [search, briefs]", f"plugins: [{plugin}]")
    return root


def built(root: Path, title: str) -> dict[str, str]:
    """The site with a brief of this title."""
    brief = root / "briefs/strike/brief.yml"
    brief.write_text(f"title: {title}\n" + brief.read_text("utf-8").partition("\n")[2], "utf-8")
    result = run(root, "build", "-q", "-j", "1")
    assert result.exit_code == 0, result.output
    return tree(root / "site")


def test_the_release_before_is_served_again_and_the_one_before_that(root: Path) -> None:
    sites = [built(root, title) for title in ("One", "Two", "Three")]
    (root / "site/.nojekyll").write_text("")
    for site in (sites[1], sites[0]):
        assert run(root, "rollback").exit_code == 0
        assert tree(root / "site") == site | {".nojekyll": tree(root / "site")[".nojekyll"]}
        assert fault_in(root / "site") == ""
    result = run(root, "rollback")
    assert result.exit_code == 1
    assert "there is no older release" in result.output
    assert (root / "site").is_symlink() == ("swap: link" in (root / "mkdocs.yml").read_text())


def test_a_release_may_be_named_by_its_first_digits(root: Path) -> None:
    names = []
    for title in ("One", "Two", "Three"):
        built(root, title)
        names.append(release_in(root / "site"))
    for name in (names[0], names[2], names[1], names[1]):
        assert run(root, "rollback", name[:8], "-q").output == ""
        assert release_in(root / "site") == name
    assert "no release begins with “x”" in run(root, "rollback", "x").output


def test_the_list_has_the_newest_first_and_a_star_at_the_one_that_is_served(root: Path) -> None:
    names = []
    for title in ("One", "Two", "Three", "Four"):
        built(root, title)
        names.append(release_in(root / "site"))
    assert run(root, "rollback").exit_code == 0
    lines = run(root, "rollback", "--list").output.splitlines()
    assert [line[2:].split()[0] for line in lines] == names[:0:-1]
    assert [line[0] for line in lines] == [" ", "*", " "]


def test_what_was_gone_back_from_is_not_what_the_next_one_goes_back_to(root: Path) -> None:
    one, _ = built(root, "One"), built(root, "Two")
    assert run(root, "rollback").exit_code == 0
    built(root, "Three")
    assert run(root, "rollback").exit_code == 0
    assert tree(root / "site") == one


def test_the_next_build_publishes_what_the_files_say(root: Path) -> None:
    built(root, "One")
    two = built(root, "Two")
    assert run(root, "rollback").exit_code == 0
    assert run(root, "build", "-q").exit_code == 0
    assert tree(root / "site") == two


def test_a_release_that_was_touched_is_not_gone_back_to(root: Path) -> None:
    built(root, "One")
    old = release_in(root / "site")
    two = built(root, "Two")
    page = root / "releases" / old / "index.html"
    page.write_bytes(page.read_bytes().replace(b"</html>", b"<!-- --></html>"))
    result = run(root, "rollback")
    assert result.exit_code == 1
    assert "index.html is not what it was" in result.output
    assert tree(root / "site") == two


def test_where_no_release_is_it_says_so(root: Path) -> None:
    assert "`briefs build` makes the first" in run(root, "rollback").output


def test_so_many_releases_are_kept_as_the_configuration_says(root: Path) -> None:
    edit(root / "mkdocs.yml", "cards: false", "cards: false, releases_kept: 2")
    for title in ("One", "Two", "Three", "Four"):
        built(root, title)
    assert len(run(root, "rollback", "--list").output.splitlines()) == 2
    edit(root / "mkdocs.yml", "releases_kept: 2", "releases_kept: 1")
    assert run(root, "build").exit_code == 1


def test_releases_of_sites_side_by_side_are_each_ones_own(root: Path) -> None:
    built(root, "One")
    assert run(root, "build", "-q", "-d", str(root / "other")).exit_code == 0
    assert tree(root / "other") == tree(root / "site")
    assert len(list((root / "other.releases").iterdir())) >= 3
    assert os.path.realpath(root / "other") != os.path.realpath(root / "site")
