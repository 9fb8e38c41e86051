"""A build and a check held to what was released: by the site that stands, by another, or by a revision of git."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.cli import commands
from tests.pipeline.built import tree
from tests.sample import edit, make_site

CORRECTION = """\
corrections:
  - {date: 2026-03-05, claim: wage, was: It ends with a wage rise, now: The strike is over, why: It was vague.}
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = make_site(tmp_path_factory.mktemp("released"))
    done = run(site, "build", "-q", "--strict", "--no-cache")
    assert done.exit_code == 0, done.output
    return site


@pytest.fixture
def root(released: Path, tmp_path: Path) -> Path:
    """A site that was released once."""
    return shutil.copytree(released, tmp_path / "site-root")


def run(root: Path, command: str, *arguments: str) -> Result:
    result = CliRunner().invoke(commands, [command, "-f", str(root / "mkdocs.yml"), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def codes(root: Path, *arguments: str) -> list[tuple[str, int, str]]:
    """The problems that `briefs check` tells: file, code, line."""
    told = json.loads(run(root, "check", "--format", "json", *arguments).stdout)["problems"]
    return [(each["file"], each["line"], each["code"]) for each in told]


def brief(root: Path) -> Path:
    return root / "briefs/strike/brief.yml"


def reword(root: Path) -> None:
    edit(brief(root), "claim: The strike ends with a wage rise", "claim: The strike is over")


UNTOLD = ("briefs/strike/brief.yml", 8, "untold-correction")


def test_what_is_as_it_was_is_no_problem(root: Path) -> None:
    assert codes(root) == []
    assert run(root, "build", "-q", "--strict").exit_code == 0


def test_a_silent_change_warns_and_fails_under_strict_until_it_is_mended(root: Path) -> None:
    before = tree(root / "site")
    reword(root)
    assert codes(root) == [UNTOLD]
    assert run(root, "check").exit_code == 0
    assert run(root, "check", "--strict").exit_code == 1
    for _ in range(2):
        failed = run(root, "build", "-q", "--strict")
        assert failed.exit_code == 1
        assert 'was: "The strike ends with a wage rise"' in failed.output
        assert tree(root / "site") == before
    shutil.rmtree(root / ".cache")
    assert run(root, "build", "-q", "--strict").exit_code == 1
    with brief(root).open("a") as file:
        file.write(CORRECTION)
    assert codes(root) == []
    assert run(root, "build", "-q", "--strict").exit_code == 0
    assert tree(root / "site") != before


@pytest.mark.parametrize("options", [(), ("--no-cache",), ("-j", "2")])
def test_what_a_build_without_strict_warns_of_is_what_was_released_then(
    root: Path, options: tuple[str, ...]
) -> None:
    reword(root)
    warned = run(root, "build", "-q", *options)
    assert warned.exit_code == 0
    assert "untold-correction" in warned.output
    assert codes(root) == []
    assert run(root, "build", "-q", "--strict", *options).exit_code == 0


def test_comparing_changes_no_page(root: Path) -> None:
    """A site built over an older one is that which is built where none was."""
    reword(root)
    assert run(root, "build", "-q").exit_code == 0
    assert run(root, "build", "-q", "--strict", "-d", str(root / "fresh"), "--no-cache").exit_code == 0
    assert tree(root / "site") == tree(root / "fresh")


def test_mkdocs_alone_holds_to_it_too(root: Path) -> None:
    def build(*, strict: bool) -> None:
        config = load_config(str(root / "mkdocs.yml"), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)

    reword(root)
    before = tree(root / "site")
    with pytest.raises(Abort):
        build(strict=True)
    assert tree(root / "site") == before
    build(strict=False)
    build(strict=True)


def test_without_a_site_there_is_nothing_to_hold_to(root: Path) -> None:
    shutil.rmtree(root / "site")
    reword(root)
    assert codes(root) == []
    assert run(root, "build", "-q", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("measure: dockers", "measure: dockers hurt"),
        ("measure: dockers", "measure: dockers\n    tolerance: 40%"),
        ("text: less", "text: more"),
    ],
)
def test_what_a_figure_and_a_translation_mean_is_compared(root: Path, said: str, now: str) -> None:
    edit(brief(root), "via: wire\n      echo", "via: wire\n        translation: {text: less}\n      echo")
    assert run(root, "build", "-q", "--strict").exit_code == 0
    edit(brief(root), said, now)
    assert [code for _, _, code in codes(root)] == ["untold-correction"]


@pytest.mark.parametrize("status", ["published", "withdrawn"])
@pytest.mark.parametrize(("said", "now"), [(CORRECTION, ""), ("was: It ends", "was: It began")])
def test_a_correction_that_was_published_stays(root: Path, said: str, now: str, status: str) -> None:
    with brief(root).open("a") as file:
        file.write(CORRECTION)
    assert run(root, "build", "-q", "--strict").exit_code == 0
    edit(brief(root), said, now)
    edit(brief(root), "title:", f"status: {status}\ntitle:")
    assert [code for _, _, code in codes(root)] == ["vanished-correction"]
    failed = run(root, "build", "-q", "--strict")
    assert failed.exit_code == 1
    assert 'was: "It ends with a wage rise"' in failed.output
    edit(brief(root), now or "status:", said if now else f"{CORRECTION}status:")
    assert run(root, "build", "-q", "--strict").exit_code == 0


def test_a_draft_and_a_new_brief_correct_nothing(root: Path) -> None:
    make_site(root, "other")
    edit(root / "briefs/other/brief.yml", "title:", "status: draft\ntitle:")
    assert run(root, "build", "-q", "--strict").exit_code == 0
    edit(root / "briefs/other/brief.yml", "claim: Night shifts were the cause", "claim: Night shifts")
    assert codes(root) == []
    edit(root / "briefs/other/brief.yml", "status: draft\n", "")
    assert run(root, "build", "-q", "--strict").exit_code == 0


def test_a_slug_is_for_ever(root: Path) -> None:
    (root / "briefs/strike").rename(root / "briefs/harbour")
    assert codes(root) == [("briefs/strike/brief.yml", 1, "vanished-brief")]
    assert run(root, "build", "-q", "--strict").exit_code == 1
    assert codes(root, "harbour") == [], "of one brief alone it isn't known what others there are"
    edit(root / "briefs/harbour/brief.yml", "date:", "aliases: [strike]\ndate:")
    assert codes(root) == []
    edit(root / "briefs/harbour/brief.yml", "claim: The strike ends with a wage rise", "claim: It is over")
    assert [code for _, _, code in codes(root)] == ["untold-correction"], "compared under its old slug"
    edit(root / "briefs/harbour/brief.yml", "claim: It is over", "claim: The strike ends with a wage rise")
    assert run(root, "build", "-q", "--strict").exit_code == 0
    edit(root / "briefs/harbour/brief.yml", "aliases: [strike]\n", "")
    assert codes(root) == [("briefs/harbour/brief.yml", 1, "vanished-brief")], "an old address is one too"


def test_a_published_brief_is_withdrawn_and_no_draft_again(root: Path) -> None:
    edit(brief(root), "title:", "status: draft\ntitle:")
    assert codes(root) == [("briefs/strike/brief.yml", 1, "vanished-brief")]
    edit(brief(root), "status: draft", "status: withdrawn")
    assert run(root, "build", "-q", "--strict").exit_code == 0
    told = json.loads((root / "site/briefs/strike/brief.json").read_text())
    assert (told["slug"], told["status"]) == ("strike", "withdrawn")
    assert told.pop("claim_ids") == ["wage", "number", "cause"]
    assert "wage" not in json.dumps(told)
    shutil.rmtree(root / "briefs/strike")
    make_site(root, "other")
    assert [code for _, _, code in codes(root)] == ["vanished-brief"], "a tombstone stays"


def test_ids_of_claims_and_sources_are_for_ever(root: Path) -> None:
    edit(brief(root), "id: cause", "id: reason")
    (root / "briefs/strike/articles/echo.md").rename(root / "briefs/strike/articles/radio.md")
    brief(root).write_text(brief(root).read_text().replace("echo", "radio"))
    assert {code for _, _, code in codes(root)} == {"vanished-claim", "vanished-source", "untold-correction"}
    edit(brief(root), "id: reason", "id: reason\n    aliases: [cause]")
    edit(root / "briefs/strike/articles/radio.md", "title:", "aliases: [echo]\ntitle:")
    assert codes(root) == []
    assert run(root, "build", "-q", "--strict").exit_code == 0
    site = root / "site"
    page = (site / "briefs/strike/index.html").read_text()
    assert 'id="claim-cause"' in page
    assert 'id="claim-reason"' in page
    assert "url=../radio/" in (site / "briefs/strike/echo/index.html").read_text()
    assert (site / "embed/strike/cause/index.html").read_bytes() == (
        site / "embed/strike/reason/index.html"
    ).read_bytes()


def test_an_old_id_of_an_article_leads_to_one(root: Path) -> None:
    edit(root / "briefs/strike/articles/echo.md", "title:", "aliases: [herald]\ntitle:")
    assert [code for _, _, code in codes(root)] == ["duplicate-id"]


def test_what_an_error_hides_is_not_gone(root: Path) -> None:
    edit(brief(root), "more than 600 dockers, value", "more than 900 dockers, value")
    assert {code for _, _, code in codes(root)} == {"quote-not-found"}


# --- Another site, and git ---


def test_another_site_may_be_what_was_released(root: Path) -> None:
    shutil.copytree(root / "site", root / "released")
    reword(root)
    assert run(root, "build", "-q").exit_code == 0
    assert codes(root) == []
    assert codes(root, "--since-site", str(root / "released")) == [UNTOLD]
    assert run(root, "build", "-q", "--strict", "--since-site", str(root / "released")).exit_code == 1


@pytest.mark.parametrize("command", ["check", "build"])
def test_another_site_is_a_site_of_ours(root: Path, command: str) -> None:
    assert run(root, command, "--since-site", str(root / "nowhere")).exit_code == 2
    told = run(root, command, "--since-site", str(root / "briefs"))
    assert told.exit_code == 2
    assert f"--since-site {root / 'briefs'}: there is no site of ours" in told.stderr
    (root / "site/manifest.json").unlink()
    assert run(root, "check", "--strict", "--since-site", str(root / "site")).exit_code == 0, "it has exports"


def test_a_site_without_briefs_is_one_all_the_same(root: Path) -> None:
    shutil.rmtree(root / "briefs/strike")
    assert run(root, "build", "-q", "-d", str(root / "bare")).exit_code == 0
    make_site(root)
    assert codes(root, "--since-site", str(root / "bare")) == []


def test_nothing_is_compared_where_the_register_cannot_be_read(root: Path) -> None:
    reword(root)
    (root / "briefs/parties.yml").write_text("herald: {name: The Herald\n")
    assert {code for _, _, code in codes(root)} & {"untold-correction", "vanished-brief"} == set()
    failed = run(root, "build", "-q")
    assert failed.exit_code == 1
    assert "untold-correction" not in failed.output


def test_a_brief_that_was_withdrawn_is_not_published_again_with_other_claims(root: Path) -> None:
    edit(brief(root), "title:", "status: withdrawn\ntitle:")
    assert run(root, "build", "-q", "--strict").exit_code == 0
    edit(brief(root), "status: withdrawn\n", "")
    edit(brief(root), "id: cause", "id: reason")
    assert [code for _, _, code in codes(root)] == ["untold-correction", "vanished-claim"]
    edit(brief(root), "id: reason", "id: cause")
    with brief(root).open("a") as file:
        file.write(
            "corrections: [{date: 2026-03-05, was: Withdrawn, now: Published again, why: It was right.}]\n"
        )
    assert run(root, "build", "-q", "--strict").exit_code == 0


def test_an_old_slug_is_not_given_to_another_brief(root: Path) -> None:
    edit(brief(root), "date:", "aliases: [walkout, stoppage]\ndate:")
    assert run(root, "build", "-q", "--strict").exit_code == 0
    edit(brief(root), "[walkout, stoppage]", "[walkout]")
    make_site(root, "stoppage")
    assert codes(root) == [("briefs/strike/brief.yml", 1, "vanished-brief")]
    assert run(root, "build", "-q", "--strict").exit_code == 1
    shutil.rmtree(root / "briefs/stoppage")
    (root / "briefs/strike").rename(root / "briefs/stoppage")
    edit(root / "briefs/stoppage/brief.yml", "[walkout]", "[walkout, strike]")
    assert codes(root) == [], "it took back its own"


UNREAD = ("briefs/strike/brief.yml", 1, "not-compared")


def test_what_cannot_be_compared_is_said(root: Path) -> None:
    export = root / "site/briefs/strike/brief.json"
    told = json.loads(export.read_text())
    bare = {key: told[key] for key in ("slug", "status", "date")}
    for content in (
        *(b"", b'{"a"', b"[]", b'{"slug": 3}', b"\xff\xfe", json.dumps(bare).encode()),
        json.dumps(told | {"slug": "other"}).encode(),
    ):
        export.write_bytes(content)
        assert codes(root) == codes(root, "strike") == [UNREAD], content
    export.unlink()
    assert codes(root) == codes(root, "strike") == [UNREAD]
    assert run(root, "check", "--strict").exit_code == 1
    reword(root)
    for _ in range(2):
        failed = run(root, "build", "-q", "--strict")
        assert failed.exit_code == 1
        assert "not-compared" in failed.output
    make_site(root, "other")
    assert codes(root, "other") == []
    shutil.rmtree(root / "briefs/strike")
    assert codes(root) == [UNREAD, ("briefs/strike/brief.yml", 1, "vanished-brief")]
    assert run(root, "build", "-q", "--no-cache").exit_code == 0, "from then on it is known"
    assert codes(root) == []


def git(root: Path, *arguments: str) -> None:
    own = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *own, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(root: Path) -> Path:
    """The same, committed in a repository whose top is above it."""
    git(root.parent, "init", "-q")
    git(root.parent, "add", "site-root/briefs", "site-root/mkdocs.yml")
    git(root.parent, "commit", "-q", "-m", "first")
    shutil.rmtree(root / "site")
    return root


def test_a_revision_of_git_may_be_what_was_released(committed: Path) -> None:
    assert codes(committed, "--since", "HEAD") == []
    reword(committed)
    assert codes(committed) == []
    assert codes(committed, "--since", "HEAD") == [UNTOLD]
    assert run(committed, "build", "-q", "--since", "HEAD").exit_code == 0
    for _ in range(2):  # also where the site is the very one that would be built
        assert run(committed, "build", "-q", "--strict", "--since", "HEAD").exit_code == 1
    shutil.rmtree(committed / "briefs/strike")
    make_site(committed, "other")
    assert ("briefs/strike/brief.yml", 1, "vanished-brief") in codes(committed, "--since", "HEAD")


def test_a_correction_of_a_revision_stays(committed: Path) -> None:
    with brief(committed).open("a") as file:
        file.write(CORRECTION)
    git(committed.parent, "commit", "-qam", "corrected")
    edit(brief(committed), CORRECTION, "")
    assert [code for _, _, code in codes(committed, "--since", "HEAD")] == ["vanished-correction"]


def test_drafts_of_a_revision_were_not_released(committed: Path) -> None:
    edit(brief(committed), "title:", "status: draft\ntitle:")
    git(committed.parent, "commit", "-qam", "a draft")
    reword(committed)
    assert codes(committed, "--since", "HEAD") == []
    assert len(codes(committed, "--since", "HEAD~1")) == 1


def test_a_brief_that_had_an_error_then_is_named(committed: Path) -> None:
    edit(brief(committed), "quote: dockers will", "quote: nobody will")
    git(committed.parent, "commit", "-qam", "a fault")
    edit(brief(committed), "quote: nobody will", "quote: dockers will")
    told = run(committed, "check", "--strict", "--since", "HEAD")
    assert told.exit_code == 0
    assert "are not compared: strike" in told.stderr


@pytest.mark.parametrize("revision", ["no-such", "--output=x", "HEAD:briefs", ""])
def test_a_revision_that_is_none_is_wrong_usage(committed: Path, revision: str) -> None:
    for command in ("check", "build"):
        told = run(committed, command, f"--since={revision}")
        assert told.exit_code == 2
        assert f"--since {revision}: " in told.stderr


def test_where_git_is_absent_or_knows_nothing_of_the_site_it_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent.parent))
    outside = run(root, "check", "--since", "HEAD")
    assert outside.exit_code == 2
    assert "not a git repository" in outside.stderr
    monkeypatch.setenv("PATH", "")
    absent = run(root, "check", "--since", "HEAD")
    assert absent.exit_code == 2
    assert "git isn't installed" in absent.stderr


def test_both_at_once_is_wrong_usage(root: Path) -> None:
    assert run(root, "check", "--since", "HEAD", "--since-site", str(root)).exit_code == 2


def test_a_link_in_a_revision_leads_nowhere(committed: Path) -> None:
    article = committed / "briefs/strike/articles/echo.md"
    article.rename(committed / "briefs/strike/articles/real.txt")
    article.symlink_to("real.txt")
    git(committed.parent, "add", "-A", "site-root/briefs")
    git(committed.parent, "commit", "-qm", "a link")
    told = run(committed, "check", "--since", "HEAD")
    assert "are not compared: strike" in told.stderr
