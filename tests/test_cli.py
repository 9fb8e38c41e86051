"""The commands; exit 0 fine, 1 problems in the input, 2 wrong usage."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import commands
from tests.sample import edit, make_site

BRIEF = "briefs/strike/brief.yml"
MAIN = "from generator.cli import main; main()"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_site(tmp_path))
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(commands, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_each_command_goes_by_its_name_and_waits_for_no_other() -> None:
    assert {name: command.name for name, command in commands.commands.items()} == {
        name: name for name in commands.commands
    }
    loaded = "import sys; from generator.cli import commands; print({'pydantic', 'mkdocs'} & {*sys.modules})"
    assert subprocess.check_output([sys.executable, "-c", loaded], text=True) == "set()\n"


def test_check_says_so_when_there_is_no_problem(root: Path) -> None:
    result = run("check")
    assert (result.exit_code, result.output) == (0, "1 brief, no problems\n")


def test_quiet_says_nothing_when_there_is_no_problem(root: Path) -> None:
    assert run("check", "-q").output == ""


def test_check_shows_each_problem_at_its_place_and_exits_1(root: Path) -> None:
    edit(root / BRIEF, "about 400 dockers,", "about 500 dockers,")
    result = run("check")
    assert result.exit_code == 1
    assert f"{BRIEF}:20:23: error quote-not-found" in result.output


def test_check_as_json(root: Path) -> None:
    edit(root / BRIEF, "summary:", "sumary:")
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    problems = json.loads(result.stdout)["problems"]
    assert {(p["file"], p["line"], p["column"], p["severity"]) for p in problems} == {
        (BRIEF, 1, 1, "error"),
        (BRIEF, 2, 1, "error"),
    }
    assert set(problems[0]) == {"file", "line", "column", "severity", "code", "message", "remedy"}


def test_check_for_github(root: Path) -> None:
    edit(root / BRIEF, "summary:", "sumary:")
    assert f"::error file={BRIEF},line=2," in run("check", "--format", "github").output


def test_a_warning_alone_exits_0_and_under_strict_1(root: Path) -> None:
    spare = root / "briefs/strike/articles/spare.md"
    spare.write_text("---\noutlet: herald\ntitle: Spare\n---\n\nNobody quotes this.\n", encoding="utf-8")
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


def test_only_the_briefs_that_are_named_are_checked(root: Path) -> None:
    make_site(root, "other")
    edit(root / "briefs/other/brief.yml", "about 400 dockers,", "about 500 dockers,")
    assert run("check", "strike").exit_code == 0
    assert run("check", "other").exit_code == 1
    assert run("check").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "strik"],
        ["export", "strik"],
        ["export"],
        ["new", "strike"],
        ["new", "No Slug"],
        ["check", "--format", "xml"],
        ["check", "-f", "nowhere.yml"],
        ["bild"],
        ["build", "-d", "/"],
        ["rollback", "-d", "/"],
        ["build", "-d", "."],
        ["build", "-d", ".."],
        ["build", "-d", "briefs"],
        ["build", "-d", "briefs/site"],
        ["build", "-d", "site_src/site"],
        ["build", "-d", "releases"],
        ["build", "-d", "releases/x1"],
        ["build", "-d", ".cache"],
        ["build", "-d", ".cache/briefs/x"],
        ["render", "--out", "briefs"],
    ],
)
def test_wrong_usage_exits_2_and_changes_nothing(root: Path, arguments: list[str]) -> None:
    before = files_of(root)
    assert run(*arguments).exit_code == 2
    assert files_of(root) == before


def test_a_slug_that_is_nearly_right_is_offered(root: Path) -> None:
    assert "did you mean strike?" in run("export", "strik").output


def test_the_configuration_is_the_nearest_one_upward(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(root / "briefs/strike/articles")
    assert run("check").exit_code == 0
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("check").exit_code == 2
    assert run("check", "-f", str(root / "mkdocs.yml")).exit_code == 0


def test_export_prints_json_and_nothing_else(root: Path) -> None:
    result = run("export", "strike")
    assert result.exit_code == 0
    exported = json.loads(result.stdout)
    assert [(c["id"], c["status"], c["origins"]) for c in exported["claims"]] == [
        ("wage", "repeated", 1),
        ("number", "differs", 2),
        ("cause", "one source", 1),
    ]


def test_export_of_a_brief_with_a_problem_exits_1_and_prints_no_json(root: Path) -> None:
    edit(root / BRIEF, "about 400 dockers,", "about 500 dockers,")
    result = run("export", "strike")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "quote-not-found" in result.stderr


def test_the_exported_file_is_the_one_on_the_site(root: Path) -> None:
    assert run("build", "-q").exit_code == 0
    assert run("export", "strike").stdout_bytes == (root / "site/briefs/strike/brief.json").read_bytes()


def test_build_makes_the_site(root: Path) -> None:
    result = run("build", "--strict")
    assert result.exit_code == 0, result.output
    assert (root / "site/briefs/strike/index.html").exists()
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == [".cache"]


def test_a_build_that_fails_leaves_the_old_site_whole(root: Path) -> None:
    run("build", "-q")
    before = files_of(root / "site")
    edit(root / BRIEF, "about 400 dockers,", "about 500 dockers,")
    result = run("build")
    assert result.exit_code == 1
    assert "quote-not-found" in result.stderr
    assert files_of(root / "site") == before
    assert [path.name for path in root.iterdir() if path.name.startswith(".")] == [".cache"]


def test_a_broken_link_of_the_site_fails_a_strict_build_even_when_quiet(root: Path) -> None:
    run("build", "-q")
    before = files_of(root / "site")
    (root / "site_src/about.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    assert run("build", "-q", "--strict").exit_code == 1
    assert files_of(root / "site") == before


@pytest.mark.parametrize("day", ["abc", "", "9" * 30])
def test_a_day_that_is_none_is_refused(day: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    result = run("build", "-q")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH is no number of seconds" in result.output
    assert not (root / "site").exists()


def test_a_broken_configuration_exits_1(root: Path) -> None:
    edit(root / "mkdocs.yml", "theme: {name: material", "theme: {name: materiel")
    assert run("build").exit_code == 1


def test_a_site_without_the_plugin_is_told_how_to_get_it(root: Path) -> None:
    edit(root / "mkdocs.yml", "plugins: [search, briefs]", "plugins: [search]")
    result = run("build")
    assert result.exit_code == 2
    assert "- briefs" in result.output


def test_render_writes_markdown_and_replaces_only_what_it_made(root: Path) -> None:
    assert run("render", "--out", "pages").exit_code == 0
    page = (root / "pages/briefs/strike/index.md").read_text(encoding="utf-8")
    assert page.startswith("---\n")
    (root / "pages/stale.md").write_text("stale")
    assert run("render", "--out", "pages").exit_code == 0
    assert not (root / "pages/stale.md").exists()


def test_new_leaves_a_draft_that_passes(root: Path) -> None:
    assert run("new", "harbour-fire").exit_code == 0
    assert run("check", "--strict").exit_code == 0
    assert json.loads(run("export", "harbour-fire").stdout)["status"] == "draft"
    assert run("build", "-q").exit_code == 0
    assert not (root / "site/briefs/harbour-fire").exists()


def test_new_begins_the_register_of_an_empty_site(root: Path) -> None:
    (root / "briefs").rename(root / "old")
    assert run("new", "first").exit_code == 0
    assert run("check").exit_code == 0


def test_colour_is_kept_from_what_is_no_terminal(root: Path) -> None:
    edit(root / BRIEF, "about 400 dockers,", "about 500 dockers,")
    assert "\x1b" not in run("check").output


def test_what_programs_read_is_utf_8_whatever_the_terminal_is(root: Path) -> None:
    edit(root / BRIEF, "summary: ", "summary: “")
    edit(root / BRIEF, "date:", "“date”: 1\ndate:")
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}

    def output(*arguments: str) -> bytes:
        command = [sys.executable, "-c", MAIN, *arguments]
        return subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False).stdout

    assert (
        "`“date”` is no key"
        in json.loads(output("check", "--format", "json").decode())["problems"][0]["message"]
    )
    assert rb"`\u201cdate\u201d` is no key" in output("check")
    edit(root / BRIEF, "“date”: 1\n", "")
    assert json.loads(output("export", "strike").decode())["summary"].startswith("“")


def test_a_reader_who_has_read_enough_is_told_nothing(root: Path, tmp_path: Path) -> None:
    edit(root / BRIEF, "summary: ", "summary: " + 99_999 * "long ")
    command = [sys.executable, "-c", MAIN, "export", "strike"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize(("name", "status"), [("SIGINT", 1), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_build_that_is_stopped_leaves_the_old_site_and_nothing_else(
    root: Path, name: str, status: int
) -> None:
    assert run("build", "-q").exit_code == 0
    (root / "stop.py").write_text(
        f"import os, signal\ndef on_post_page(*_, **__): os.kill(os.getpid(), signal.{name})\n"
    )
    edit(root / "mkdocs.yml", "site_name:", "hooks: [stop.py]\nsite_name:")
    before = files_of(root / "site")
    stopped = subprocess.run([sys.executable, "-c", MAIN, "build"], cwd=root, check=False)
    assert stopped.returncode == status
    assert files_of(root / "site") == before
    assert not list(root.glob(".site.*"))


TOLD_AT_ONCE = """
import os, signal, time
from generator import cli

def probe():
    os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), signal.SIGTERM))
    child = os.fork()
    if not child:
        time.sleep(20)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))

cli.commands = probe
cli.main()
"""


def test_a_process_that_is_told_to_end_as_it_is_forked_ends_and_says_nothing() -> None:
    """What is raised in a library's hook after a fork is printed and lost."""
    ended = subprocess.run([sys.executable, "-c", TOLD_AT_ONCE], capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.stderr) == ("143\n", "")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(root: Path) -> None:
    root.chmod(0o500)
    try:
        result = run("build")
    finally:
        root.chmod(0o700)
    assert result.exit_code == 1
    assert str(root) in result.output


@pytest.mark.parametrize("command", ["check", "build", "serve", "render", "export", "new"])
def test_help_shows_an_example(command: str) -> None:
    output = run(command, "--help").output
    assert "Examples:" in output
    assert f"briefs {command}" in output
