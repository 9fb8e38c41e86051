"""`briefs add`: from a page to an article, and to a brief that passes every check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from generator.ingest import Rules, fetch
from generator.load import load_article
from tests.ingest.pages import BODY, HTML, PASTED, TITLE
from tests.ingest.server import Site, answer, rules, serving
from tests.sample import edit, make_site
from tests.test_cli import files_of

ARTICLES = "briefs/quay/articles"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_site(tmp_path))
    (tmp_path / "page.txt").write_text(PASTED, encoding="utf-8")
    (tmp_path / "page.html").write_text(HTML, encoding="utf-8")
    return tmp_path


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(commands, arguments, input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def body_of(path: Path) -> str:
    manuscript, problems = load_article(path.name, path.read_bytes())
    assert problems == []
    assert manuscript is not None
    return manuscript.body


def test_a_page_begins_a_brief_that_passes_every_check(root: Path) -> None:
    result = run("add", "quay", "page.txt", "--register")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert body_of(root / ARTICLES / "alder-gazette.md") == "\n\n".join(BODY)
    check = run("check", "--strict")
    assert (check.exit_code, check.output) == (0, "2 briefs, no problems\n")
    assert "next: look it over, briefs check quay, briefs suggest quay" in result.stderr


def test_two_pages_are_two_articles_of_one_brief(root: Path) -> None:
    run("add", "quay", "page.txt", "--register")
    before = (root / "briefs/quay/brief.yml").read_bytes()
    second = run(
        "add", "quay", "-", given="The quay is open again, Radio Cedar learned on Friday from the port.\n"
    )
    assert second.exit_code == 0
    assert sorted(path.name for path in (root / ARTICLES).glob("*.md")) == [
        "alder-gazette.md",
        "unnamed-outlet.md",
    ]
    assert (root / "briefs/quay/brief.yml").read_bytes() == before


def test_a_dry_run_prints_the_file_and_writes_nothing(root: Path) -> None:
    before = files_of(root)
    result = run("add", "quay", "page.txt", "--dry-run")
    assert result.exit_code == 0
    assert files_of(root) == before
    assert result.stdout.startswith("---\noutlet: alder-gazette")
    assert result.stdout.endswith(f"---\n\n{chr(10).join(f'{p}{chr(10)}' for p in BODY)}")
    run("add", "quay", "page.txt")
    assert (root / ARTICLES / "alder-gazette.md").read_text(encoding="utf-8") == result.stdout


def test_what_was_left_out_is_listed_and_kept_with_the_input(root: Path) -> None:
    result = run("add", "quay", "page.txt")
    assert " 1  Skip to content\n" in result.stderr
    assert "  Most read\n" in result.stderr
    kept = root / ARTICLES / ".raw"
    assert (kept / "alder-gazette.txt").read_text(encoding="utf-8") == PASTED
    left_out = (kept / "alder-gazette.left-out.txt").read_text(encoding="utf-8")
    assert " 1  Skip to content\n" in left_out
    assert BODY[0] not in left_out
    assert run("check", "quay", "--format", "json").stdout.count("raw") == 0


def test_quiet_lists_nothing(root: Path) -> None:
    assert "Skip to content" not in run("add", "quay", "page.txt", "-q").stderr


def number_of(text: str, stderr: str) -> str:
    return next(line.split()[0] for line in stderr.splitlines() if line.endswith(f"  {text}"))


def test_lines_are_taken_back_from_the_same_input(root: Path) -> None:
    first = run("add", "quay", "page.txt")
    number = number_of("Advertisement", first.stderr)
    result = run("add", "quay", "page.txt", "--keep", number)
    assert result.exit_code == 0, result.output
    assert body_of(root / ARTICLES / "alder-gazette.md") == "\n\n".join(
        [*BODY[:4], "Advertisement", *BODY[4:]]
    )
    assert [path.name for path in (root / ARTICLES).glob("*.md")] == ["alder-gazette.md"]


def test_lines_are_taken_back_from_what_was_kept(root: Path) -> None:
    first = run("add", "quay", "page.txt")
    number = int(number_of("Advertisement", first.stderr))
    (root / "page.txt").unlink()
    result = run("add", "quay", "--id", "alder-gazette", "--keep", f"1,{number}-{number + 1}")
    assert result.exit_code == 0, result.output
    body = body_of(root / ARTICLES / "alder-gazette.md")
    assert body == "\n\n".join(["Skip to content", *BODY[:4], "Advertisement", *BODY[4:], "Ottilie Brandt"])


@pytest.mark.parametrize("keep", ["0", "999", "a", "3-", "5-3,900", "", "1,,2"])
def test_what_is_no_line_that_was_left_out_is_refused(root: Path, keep: str) -> None:
    result = run("add", "quay", "page.txt", "--keep", keep)
    assert result.exit_code == 2
    assert not (root / "briefs/quay").exists()


def test_an_article_that_was_edited_is_not_written_over(root: Path) -> None:
    run("add", "quay", "page.txt")
    article = root / ARTICLES / "alder-gazette.md"
    edit(article, "rendition: verbatim", "rendition: paraphrase")
    before = files_of(root)
    result = run("add", "quay", "page.txt", "--keep", "1")
    assert result.exit_code == 1
    assert "was edited since" in result.stderr
    assert "--force" in result.stderr
    assert files_of(root) == before
    assert run("add", "quay", "page.txt", "--keep", "1", "--force").exit_code == 0
    assert body_of(article).startswith("Skip to content")


def test_an_id_that_is_taken_by_another_input_is_refused(root: Path) -> None:
    result = run("add", "strike", "page.txt", "--id", "herald")
    assert result.exit_code == 1
    assert "is there already" in result.stderr


def test_another_page_of_the_same_outlet_gets_the_next_id(root: Path) -> None:
    run("add", "quay", "page.txt")
    run("add", "quay", "-", given=PASTED.replace("340", "350"))
    assert sorted(path.name for path in (root / ARTICLES).glob("*.md")) == [
        "alder-gazette-2.md",
        "alder-gazette.md",
    ]


def test_a_new_outlet_is_offered_and_comments_of_the_register_stay(root: Path) -> None:
    parties = root / "briefs/parties.yml"
    parties.write_text("# ours\n" + parties.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    before = parties.read_text(encoding="utf-8")
    entry = 'alder-gazette: {name: The Alder Gazette, kind: newspaper, url: "https://aldergazette.example"}\n'
    offered = run("add", "quay", "page.html")
    assert entry in offered.stderr
    assert parties.read_text(encoding="utf-8") == before
    run("add", "quay", "page.html", "--register")
    assert parties.read_text(encoding="utf-8") == f"{before}\n{entry}"
    assert "parties.yml has no" not in run("add", "quay", "page.html").stderr


def test_an_outlet_that_is_registered_under_another_id_is_known(root: Path) -> None:
    edit(
        root / "briefs/parties.yml",
        "herald: {name: The Herald",
        "herald: {name: The Herald, aliases: [Alder Gazette]",
    )
    result = run("add", "quay", "page.html", "--dry-run")
    assert result.stdout.startswith("---\noutlet: herald")
    assert "parties.yml has no" not in result.stderr


def test_the_kind_can_be_said(root: Path) -> None:
    result = run("add", "quay", "page.txt", "--as", "text", "--dry-run")
    assert "Most read" in result.stdout


def test_input_may_come_by_standard_input(root: Path) -> None:
    result = run("add", "quay", "-", "--dry-run", given=PASTED.replace("\n", "\r\n").encode("utf-16"))
    assert BODY[0] in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["Quay", "page.txt"], 2, "no slug"),
        (["quay", "page.txt", "--id", "A b"], 2, "no id"),
        (["quay", "page.txt", "--url", "ftp://a"], 2, "no link"),
        (["quay", "nothing.txt"], 2, "no file here"),
        (["quay", "www.example.org/a"], 2, "https://www.example.org/a"),
        (["quay", "briefs"], 2, "a folder"),
        (["quay"], 2, "name a file"),
        (["quay", "--id", "nothing"], 2, "name a file"),
        (["quay", "empty.txt"], 1, "no text"),
        (["quay", "binary.bin"], 1, "no text"),
        (["quay", "ftp://a.example/"], 1, "http://"),
        (["quay", "http://127.0.0.1/"], 1, "not of the public internet"),
    ],
)
def test_what_can_not_be_read_is_told_with_a_remedy(
    root: Path, arguments: list[str], code: int, word: str
) -> None:
    (root / "empty.txt").write_text("\n\n")
    (root / "binary.bin").write_bytes(bytes(range(256)) * 8)
    before = files_of(root)
    result = run("add", *arguments)
    assert result.exit_code == code
    assert word in result.output
    assert files_of(root) == before


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that the command may fetch from, by a name of this test's only."""

    def fetched(url: str, ours: Rules) -> object:
        return fetch(url, rules(agent=ours.agent))

    monkeypatch.setattr("generator.cli.add.fetch", fetched)
    with serving() as made:
        yield made


def test_a_link_is_fetched_and_said_to_be_where_it_was_published(root: Path, site: Site) -> None:
    site.answers["/harbour"] = answer(HTML.encode(), content_type="text/html; charset=utf-8")
    result = run("add", "quay", site.url("/harbour"))
    assert result.exit_code == 0, result.output
    text = (root / ARTICLES / "alder-gazette.md").read_text(encoding="utf-8")
    assert f"url: {site.url('/harbour')}  # the link\n" in text
    assert "\naccessed: 20" in text
    assert f"title: {TITLE}" in text
    assert site.asked[-1][1]["user-agent"].startswith("annotated-briefs/")
    again = run("add", "quay", "--id", "alder-gazette", "--keep", "1")
    assert again.exit_code == 0, again.output
    assert f"url: {site.url('/harbour')}" in (root / ARTICLES / "alder-gazette.md").read_text(
        encoding="utf-8"
    )


def test_a_link_that_gives_nothing_says_what_to_do(root: Path, site: Site) -> None:
    result = run("add", "quay", site.url("/gone"))
    assert result.exit_code == 1
    assert "404" in result.stderr
    assert "save the page, and give its file" in result.stderr
