"""`briefs lock`: a change of an article shows; what says the same is taken when asked, another statement never."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from generator.model.text import NORMALISATION
from tests.sample import edit, make_site

KEY = "0123456789abcdef0123456789abcdef"
LOCK = "briefs/strike/brief.lock.yml"
YAML = "briefs/strike/brief.yml"
HERALD = "briefs/strike/articles/herald.md"
ECHO = "briefs/strike/articles/echo.md"

Run = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772611200")
    monkeypatch.delenv("BRIEFS_LOCK_KEY", raising=False)
    return make_site(tmp_path)


@pytest.fixture
def run(root: Path) -> Run:
    return lambda *words: CliRunner().invoke(commands, [*words, "-f", str(root / "mkdocs.yml")])


@pytest.fixture
def locked(root: Path, run: Run) -> Path:
    assert run("lock", "-q").exit_code == 0
    return root


def read(root: Path, name: str = LOCK) -> str:
    return (root / name).read_text(encoding="utf-8")


def problems(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("check", "--format", "json").stdout)["problems"]
    return found


def codes(run: Run) -> list[str]:
    return [str(problem["code"]) for problem in problems(run)]


def states(result: Result) -> dict[str, str]:
    rows = json.loads(result.stdout)
    return {f"{row['source']}/{row['quote']}": row["state"] for row in rows}


# --- What is kept ---


def test_a_lock_is_the_same_each_time_and_no_problem(locked: Path, run: Run) -> None:
    before = read(locked)
    assert run("lock").stderr == "1 brief, 0 locked anew\n"
    assert read(locked) == before
    assert run("check", "--strict").exit_code == 0


def test_a_lock_keeps_its_day_until_something_changes(
    locked: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772870400")
    edit(locked / YAML, "The quarrel began over night shifts.", "The quarrel began")
    assert run("lock").exit_code == 0
    assert read(locked).count("locked: 2026-03-04") == 1
    assert read(locked).count("locked: 2026-03-07") == 1


def test_check_writes_nothing(root: Path, run: Run) -> None:
    result = run("lock", "--check")
    assert (result.exit_code, result.stderr) == (1, "1 brief, 1 would change\n")
    assert not (root / LOCK).exists()


@pytest.mark.parametrize(("words", "said"), [([], "0 locked anew"), (["--check"], "0 would change")])
def test_a_brief_with_an_error_is_not_locked(root: Path, run: Run, words: list[str], said: str) -> None:
    edit(root / YAML, "about 400 dockers, value", "about 450 dockers, value")
    result = run("lock", *words)
    assert result.exit_code == 1
    assert result.stderr.endswith(f"1 brief, {said}, 1 with errors\n")
    assert not (root / LOCK).exists()


def test_where_the_lock_leads_outside_nothing_is_written(locked: Path, run: Run) -> None:
    (locked / LOCK).rename(outside := locked / "outside.yml")
    (locked / LOCK).symlink_to(outside)
    edit(locked / HERALD, "After nine days", "It rained.\n\nAfter nine days")
    before = outside.read_bytes()
    for words in ([], ["--update"]):
        result = run("lock", *words)
        assert result.exit_code == 1
        assert "brief.lock.yml:1:1: error link-outside" in result.stderr
        assert result.stderr.endswith("1 brief, 0 locked anew, 1 with errors\n")
        assert (locked / LOCK).is_symlink()
        assert outside.read_bytes() == before


def test_where_the_lock_is_a_folder_that_is_told(root: Path, run: Run) -> None:
    (root / LOCK).mkdir()
    result = run("lock")
    assert result.exit_code == 1
    assert "briefs/strike/brief.lock.yml:1:1: error unreadable" in result.stderr
    assert ".part" not in result.stderr
    assert [path.name for path in (root / LOCK).iterdir()] == []


def test_a_slug_that_is_none_is_refused(root: Path, run: Run) -> None:
    assert run("lock", "strke").exit_code == 2


# --- What became of quotes ---


def test_what_moved_is_a_warning_until_it_is_taken(locked: Path, run: Run) -> None:
    edit(locked / HERALD, "After nine days", "It rained.\n\nAfter nine days")
    assert codes(run) == ["lock-outdated"]
    assert run("check").exit_code == 0
    assert run("lock").exit_code == 1
    assert "locked: 2026-03-04" in read(locked)
    result = run("lock", "--update", "--format", "json")
    assert states(result) == {"herald/wage/0/0": "moved", "herald/number/0/0": "moved"}
    assert run("check", "--strict").exit_code == 0


def test_what_stays_in_its_place_is_exact(locked: Path, run: Run) -> None:
    edit(locked / HERALD, "had walked out.", "had walked out at last.")
    assert set(states(run("lock", "--format", "json")).values()) == {"exact"}


def test_another_spelling_is_an_error_until_it_is_taken(locked: Path, run: Run) -> None:
    edit(locked / ECHO, "The deal brings", "The deal, brings")
    edit(
        locked / YAML, "quote: The deal brings higher wages", "quote: The deal brings higher wages  # as told"
    )
    assert codes(run) == ["quote-immaterial"]
    assert "the difference: The [-deal-] {+deal,+} brings higher wages" in run("check").stdout
    assert run("lock", "--update").exit_code == 0
    assert "quote: The deal, brings higher wages  # as told\n" in read(locked, YAML)
    assert run("check", "--strict").exit_code == 0
    assert run("lock").stderr == "1 brief, 0 locked anew\n"


@pytest.mark.parametrize(
    ("now", "code", "said"),
    [
        ("more than 800 dockers", "quote-material", "more than [-600-] {+800+} dockers"),
        ("fewer than 600 dockers", "quote-material", "[-more-] {+fewer+} than 600 dockers"),
        ("nobody at all", "quote-lost", "[-more than 600 dockers-]"),
    ],
)
def test_another_statement_is_never_taken(locked: Path, run: Run, now: str, code: str, said: str) -> None:
    edit(locked / ECHO, "more than 600 dockers", now)
    for _ in range(2):
        assert codes(run) == [code]
        assert said in run("check").stdout
        assert run("build", "-q", "-j", "1").exit_code == 1
        before = read(locked, YAML)
        result = run("lock", "--update")
        assert result.exit_code == 1
        assert "`briefs lock --update` never takes this" in result.stderr
        assert read(locked, YAML) == before


def test_what_is_harmless_is_taken_beside_what_is_not(locked: Path, run: Run) -> None:
    edit(locked / ECHO, "The deal brings", "The deal, brings")
    edit(locked / ECHO, "600 dockers", "700 dockers")
    assert run("lock", "--update").exit_code == 1
    assert codes(run) == ["quote-material"]
    assert "refused: material" in read(locked)
    edit(locked / YAML, "more than 600", "more than 700")
    assert run("lock").exit_code == 0
    assert "refused" not in read(locked)
    assert run("check", "--strict").exit_code == 0


def test_the_same_words_elsewhere_are_not_the_quote_where_its_own_place_says_otherwise(
    locked: Path, run: Run
) -> None:
    edit(
        locked / HERALD,
        "The union said that about 400 dockers had walked out.",
        "The union said that about 450 dockers had walked out.\n\nAt first we wrote of about 400 dockers.",
    )
    assert codes(run) == ["quote-material"]
    edit(locked / YAML, "{quote: about 400 dockers,", "{quote: {exact: about 400 dockers, prefix: wrote of},")
    assert codes(run) == ["lock-outdated"]


def test_words_that_stand_twice_now_get_a_context(locked: Path, run: Run) -> None:
    edit(locked / HERALD, "After nine days", "Of about 400 dockers none came.\n\nAfter nine days")
    assert codes(run) == ["quote-moved"]
    assert run("lock", "--update").exit_code == 0
    assert "{quote: {exact: about 400 dockers, prefix: " in read(locked, YAML)
    assert run("check", "--strict").exit_code == 0


def test_where_one_of_several_places_is_gone_no_other_takes_its_place(root: Path, run: Run) -> None:
    edit(
        root / HERALD,
        "After nine days",
        "The first ship left at noon.\n\nThe second ship left at noon.\n\nAfter nine days",
    )
    edit(
        root / YAML,
        "quote: dockers will get a wage rise",
        "quote: {exact: ship left at noon, prefix: The first}",
    )
    assert run("lock", "-q").exit_code == 0
    edit(root / HERALD, "The first ship left at noon.\n\n", "")
    before = read(root, YAML)
    assert codes(run) == ["quote-lost"]
    assert 'after "The first" in the lock of 2026-03-04' in run("check").stdout
    assert run("lock", "--update").exit_code == 1
    assert read(root, YAML) == before
    edit(root / YAML, "prefix: The first", "prefix: The second")
    assert codes(run) == ["lock-outdated"]


def test_headlines_are_locked_too(root: Path, run: Run) -> None:
    edit(root / YAML, "quote: dockers will get a wage rise", "quote: Harbour strike over\n        in: title")
    assert run("lock").exit_code == 0
    edit(root / HERALD, "title: Harbour strike over", "title: Harbour strike not over")
    assert codes(run) == ["quote-material"]


def test_parts_around_an_omission_are_looked_at_one_by_one(root: Path, run: Run) -> None:
    edit(root / YAML, "quote: The deal brings higher wages", "quote: The deal brings [...] Northern Wire")
    assert run("lock").exit_code == 0
    assert 'span: "0-15, 43-56"' in read(root)
    edit(root / ECHO, "Northern Wire", "Southern Wire")
    assert codes(run) == ["quote-material"]
    edit(root / LOCK, 'span: "0-15, 43-56"', 'span: "0-15"')
    assert codes(run) == ["quote-material"]


def test_quotes_may_change_places(locked: Path, run: Run) -> None:
    edit(locked / YAML, "herald: {quote: about 400 dockers, value: about 400}",
         "herald: [{quote: dockers will get a wage rise}, {quote: about 400 dockers, value: about 400}]")  # fmt: skip
    edit(locked / HERALD, "about 400", "about 500")
    assert "quote-material" in codes(run)


# --- A lock that knows too little, or nothing ---


def test_a_new_quote_and_one_that_is_gone_are_told(locked: Path, run: Run) -> None:
    edit(locked / YAML, "echo: The quarrel began over night shifts.", "echo: The quarrel began")
    result = run("check")
    assert "cause/0/0 of “echo” is another quote than the locked one" in result.stdout
    assert "Run `briefs lock strike`." in result.stdout
    edit(locked / YAML, "  - id: cause\n", "  - id: reason\n")
    assert "reason/0/0 of “echo” is not in the lock" in run("check").stdout
    assert "cause/0/0 of “echo” is in the lock and not in the brief" in run("check").stdout
    assert run("lock").exit_code == 0
    assert run("check", "--strict").exit_code == 0


def test_sources_that_came_and_went_are_told(locked: Path, run: Run) -> None:
    lock = read(locked)
    (locked / LOCK).write_text(lock.replace("\n  echo:\n", "\n  post:\n"), encoding="utf-8")
    said = run("check").stdout
    assert "articles/echo.md is not in the lock" in said
    assert "brief.lock.yml:22:3: warning lock-outdated: the lock has a source “post”" in said
    assert run("lock").exit_code == 0
    assert read(locked) == lock


def test_other_dates_and_addresses_are_told(locked: Path, run: Run) -> None:
    edit(locked / ECHO, "published: 2026-03-04", "published: 2026-03-05\nurl: https://echo.example/a")
    assert "the lock has another url, published of “echo” than its article" in run("check").stdout
    assert run("lock").exit_code == 0
    assert codes(run) == []


def test_another_normalisation_says_nothing_of_changes(locked: Path, run: Run) -> None:
    edit(locked / LOCK, f"normalisation: {NORMALISATION}", "normalisation: 0")
    assert codes(run) == ["lock-outdated"]
    assert "Run `briefs lock --update strike`." in run("check").stdout
    assert run("lock").exit_code == 1
    assert run("lock", "--update").exit_code == 0
    assert codes(run) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("lock: 1\n", "lock: 2\n", "unknown-word", 2),
        ("length: 124", "length: many", "bad-count", 8),
        ("span: 16-44", "span: 16", "bad-span", 13),
        ("    published: 2026-03-04\n", "    says: so\n", "unknown-key", 10),
        ("        digest: sha256:7d7f", "        digest: md5:7d7f", "bad-digest", 19),
        ("sources:\n", "sources: [\n", "yaml-unclosed", 4),
        ("  herald:\n    locked: 2026-03-04", "  herald:\n    locked: 2099-13-45", "date", 6),
        ("  herald:\n", '  "..\\/..\\/x":\n', "bad-id", 5),
        ("  herald:\n", "<<<<<<< ours\n  herald:\n=======\n  herold:\n>>>>>>> theirs\n", "lock-conflict", 5),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_lock_is_told_at_its_line(
    locked: Path, run: Run, old: str, new: str, code: str, line: int
) -> None:
    good = read(locked)
    edit(locked / LOCK, old, new)
    first = problems(run)[0]
    assert (first["code"], first["line"]) == (code, line)
    assert run("check").exit_code == 1
    assert run("lock").exit_code == 1
    assert run("lock", "--update").exit_code == 0
    assert read(locked) == good


# --- Texts that may not be in the repository ---


@pytest.fixture
def withheld(root: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site on a machine that has the key, and no longer the text of one article."""
    monkeypatch.setenv("BRIEFS_LOCK_KEY", KEY)
    head, text = read(root, ECHO).rsplit("---\n", 1)
    (root / ECHO).write_text(f"{head}text: withheld\nrights: none\n---\n", encoding="utf-8")
    (root / "briefs/strike/withheld").mkdir()
    (root / "briefs/strike/withheld/echo.txt").write_text(text, encoding="utf-8")
    assert run("lock").exit_code == 0
    (root / "briefs/strike/withheld").rename(root / "elsewhere")
    return root


def test_withheld_quotes_are_checked_against_the_lock(withheld: Path, run: Run) -> None:
    assert run("check", "--strict").exit_code == 0
    assert run("build", "-q", "-j", "1").exit_code == 0
    page = read(withheld, "site/briefs/strike/echo/index.html")
    assert "checked against the lock of 4 March 2026" in page
    assert "more than 600 dockers" in page


def test_a_lock_holds_no_word_of_a_withheld_text(withheld: Path) -> None:
    echo = read(withheld).partition("  echo:\n")[2]
    words = {word for word in (withheld / "elsewhere/echo.txt").read_text().split() if len(word) > 5}
    assert not [word for word in words if word in echo]
    assert "hmac-sha256:" in echo


def test_a_page_is_the_same_where_the_text_is(withheld: Path, run: Run) -> None:
    assert run("build", "-q", "-j", "1", "-d", str(withheld / "one")).exit_code == 0
    (withheld / "elsewhere").rename(withheld / "briefs/strike/withheld")
    assert run("build", "-q", "-j", "1", "-d", str(withheld / "two")).exit_code == 0
    names = ["briefs/strike/index.html", "briefs/strike/echo/index.html", "briefs/strike/brief.json"]
    assert [read(withheld / "one", name) == read(withheld / "two", name) for name in names] == [True] * 3


def test_a_quote_that_the_lock_does_not_have_is_refused(withheld: Path, run: Run) -> None:
    edit(withheld / YAML, "more than 600", "more than 700")
    assert codes(run) == ["quote-not-locked"]


def test_a_forged_digest_is_refused(withheld: Path, run: Run) -> None:
    """Who has no key cannot make a quote that the lock knows, not even of digests that stand there."""
    lines = read(withheld).splitlines(keepends=True)
    digests = [n for n, line in enumerate(lines) if "digest: hmac-" in line and line.startswith("        ")]
    lines[digests[0]], lines[digests[1]] = lines[digests[1]], lines[digests[0]]
    (withheld / LOCK).write_text("".join(lines).replace("hmac-sha256:", "hmac-sha256:", 1), encoding="utf-8")
    first = lines[digests[2]]
    (withheld / LOCK).write_text(read(withheld).replace(first, first[:-3] + "00\n"), encoding="utf-8")
    assert codes(run) == ["quote-not-locked"]


@pytest.mark.parametrize("key", ["", "short", KEY[::-1]])
def test_without_the_key_nothing_is_built(
    withheld: Path, run: Run, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    assert run("build", "-q", "-j", "1").exit_code == 0
    monkeypatch.setenv("BRIEFS_LOCK_KEY", key)
    assert codes(run) == ["lock-key"]
    assert run("build", "-q", "-j", "1").exit_code == 1
    assert run("lock").exit_code == 1


def test_without_a_lock_a_withheld_text_is_an_error(withheld: Path, run: Run) -> None:
    (withheld / LOCK).unlink()
    assert codes(run) == ["lock-missing"]
    assert run("lock").exit_code == 1


def test_a_withheld_text_that_changed_is_told_where_it_is(withheld: Path, run: Run) -> None:
    (withheld / "elsewhere").rename(withheld / "briefs/strike/withheld")
    text = "briefs/strike/withheld/echo.txt"
    edit(withheld / text, "It ends", "At last it ends")
    assert codes(run) == ["lock-outdated"]
    assert run("lock", "--update").exit_code == 0
    assert codes(run) == []
    edit(withheld / text, "600", "800")
    assert codes(run) == ["quote-material"]
    assert run("lock", "--update").exit_code == 1
    (withheld / "briefs/strike/withheld").rename(withheld / "gone")
    assert codes(run) == ["quote-material"]


def test_the_same_words_elsewhere_in_a_withheld_text_are_not_the_quote(withheld: Path, run: Run) -> None:
    (withheld / "elsewhere").rename(withheld / "briefs/strike/withheld")
    text = withheld / "briefs/strike/withheld/echo.txt"
    edit(text, "more than 600 dockers", "more than 800 dockers")
    text.write_text(f"{text.read_text()}\n\nAt first we wrote of more than 600 dockers.", encoding="utf-8")
    for _ in range(2):
        assert codes(run) == ["quote-lost"]
        assert run("lock", "--update").exit_code == 1


@pytest.mark.parametrize(
    ("old", "new"), [("rights: none\n", ""), ("none\n---\n", "none\n---\n\nThe deal.\n")]
)
def test_a_withheld_text_is_neither_there_nor_shown(withheld: Path, run: Run, old: str, new: str) -> None:
    edit(withheld / ECHO, old, new)
    assert "withheld-text" in codes(run)


# --- Texts that are not on this machine ---


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"normalisation: {NORMALISATION}\n", "normalisation: 1\n"),
        ("  echo:\n", "<<<<<<< ours\n  echo:\n"),
        ("  echo:\n", "  other:\n"),
        ("lock: 1\n", "lock: 2\n"),
    ],
)
def test_a_lock_keeps_what_nothing_on_this_machine_could_say_again(
    withheld: Path, run: Run, old: str, new: str
) -> None:
    edit(withheld / LOCK, old, new)
    before = read(withheld)
    for words in ([], ["--check"], ["--update"], ["--update", "--check"]):
        result = run("lock", *words)
        assert result.exit_code == 1
        assert "1 locked anew" not in result.stderr
        assert read(withheld) == before
    (withheld / "elsewhere").rename(withheld / "briefs/strike/withheld")
    assert run("lock", "--update").exit_code == 0
    assert run("check", "--strict").exit_code == 0


def test_the_first_to_say_that_a_text_is_withheld_needs_it(
    locked: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFS_LOCK_KEY", KEY)
    before = read(locked)
    head, _ = read(locked, ECHO).rsplit("---\n", 1)
    (locked / ECHO).write_text(f"{head}text: withheld\nrights: none\n---\n", encoding="utf-8")
    for _ in range(2):
        for words in ([], ["--update"]):
            assert run("lock", *words).exit_code == 1
            assert read(locked) == before
        (locked / "briefs/strike/withheld").mkdir(exist_ok=True)
        (locked / "briefs/strike/withheld/echo.txt").touch()


def test_a_quote_that_is_not_locked_is_told_where_the_text_is_not(withheld: Path, run: Run) -> None:
    before = read(withheld)
    edit(withheld / YAML, "more than 600", "more than 700")
    for words in ([], ["--check"], ["--update"]):
        result = run("lock", *words)
        assert result.exit_code == 1
        assert "quote-not-locked" in result.stderr
        assert read(withheld) == before


@pytest.mark.parametrize("has_lock", [True, False])
@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (b"", "empty", "this file is empty"),
        (b" \n\n", "empty", "this file is empty"),
        ("Att sägas".encode("latin-1"), "not-utf-8", "byte"),
        (b"The deal. " * 120_000, "too-large", "1,200,000 bytes"),
        (b"The deal\0.", "control-character", "U+0000"),
    ],
    ids=["empty", "blank", "latin-1", "large", "nul"],
)  # fmt: skip
def test_what_is_wrong_with_a_withheld_text_is_told_at_it(
    withheld: Path, run: Run, text: bytes, code: str, said: str, *, has_lock: bool
) -> None:
    (withheld / "briefs/strike/withheld").mkdir()
    (withheld / "briefs/strike/withheld/echo.txt").write_bytes(text)
    if not has_lock:
        (withheld / LOCK).unlink()
    before = read(withheld) if has_lock else ""
    assert "briefs/strike/withheld/echo.txt:1:" in (told := run("check").stdout)
    assert f"error {code}: " in told
    assert said in told
    assert "quote-lost" not in told
    for words in ([], ["--check"], ["--update"]):
        result = run("lock", *words)
        assert result.exit_code == 1
        assert f"error {code}: " in result.stderr
        assert "is not on this machine" not in result.stderr
        assert (withheld / LOCK).exists() is has_lock
        assert not has_lock or read(withheld) == before


def test_another_title_of_a_withheld_text_is_told_and_taken_without_it(withheld: Path, run: Run) -> None:
    before = read(withheld)
    edit(withheld / ECHO, "title: ", "title: No ")
    told = run("check", "--strict")
    assert told.exit_code == 1
    assert "warning lock-outdated: articles/echo.md has changed since the lock of 2026-03-04" in told.stdout
    for words in ([], ["--check"]):
        result = run("lock", *words)
        assert result.exit_code == 1
        assert "articles/echo.md has changed since the lock" in result.stderr
        assert read(withheld) == before
    assert run("lock", "--update", "--check").exit_code == 1
    assert run("lock", "--update").exit_code == 0
    now = read(withheld)
    assert [a for a, b in zip(before.splitlines(), now.splitlines(), strict=True) if a != b] == [
        next(line for line in before.partition("  echo:\n")[2].splitlines() if "title: " in line)
    ]
    assert run("check", "--strict").exit_code == 0
    (withheld / "elsewhere").rename(withheld / "briefs/strike/withheld")
    assert run("lock", "--check").exit_code == 0


def test_dates_and_headlines_of_a_withheld_text_are_locked_without_it(withheld: Path, run: Run) -> None:
    edit(withheld / ECHO, "published: 2026-03-04", "published: 2026-03-05")
    edit(withheld / YAML, "echo: The quarrel began over night shifts.", "echo: {quote: TITLE, in: title}")
    title = next(line for line in read(withheld, ECHO).splitlines() if line.startswith("title: "))
    edit(withheld / YAML, "TITLE", f"'{title.removeprefix('title: ')}'")
    assert "the lock has another published of “echo” than its article" in run("check").stdout
    assert run("lock").exit_code == 0
    assert read(withheld).count("locked: 2026-03-04") == 2
    assert run("check", "--strict").exit_code == 0
    (withheld / "elsewhere").rename(withheld / "briefs/strike/withheld")
    assert run("lock", "--check").exit_code == 0


def test_the_line_break_of_a_key_is_no_part_of_it(
    withheld: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFS_LOCK_KEY", f"{KEY}\n")
    assert run("check", "--strict").exit_code == 0
    assert run("lock", "--check").exit_code == 0


def test_a_lock_of_another_normalisation_is_made_anew_with_its_own_key_alone(
    withheld: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (withheld / "elsewhere").rename(withheld / "briefs/strike/withheld")
    good = read(withheld)
    edit(withheld / LOCK, f"normalisation: {NORMALISATION}", "normalisation: 1")
    before = read(withheld)
    monkeypatch.setenv("BRIEFS_LOCK_KEY", KEY[::-1])
    assert "lock-key" in run("lock", "--update").stderr
    assert read(withheld) == before
    monkeypatch.setenv("BRIEFS_LOCK_KEY", KEY)
    assert run("lock", "--update").exit_code == 0
    assert read(withheld) == good
