"""A build that is killed, fails, or runs in odd surroundings leaves a whole site, and the next one is as ever."""

from __future__ import annotations

import errno
import os
import random
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import commands
from generator.pipeline.listing import Listing
from generator.publish.manifest import release_in
from generator.publish.shelf import Shelf
from generator.publish.soundness import fault_in
from tests.faults.scene import (
    OPERATIONS,
    PATIENCE,
    ROOT,
    TORTURE,
    Pace,
    assert_always_whole,
    in_child,
    killed_at,
    room,
    watched,
)
from tests.pipeline.built import tree
from tests.sample import edit, make_site

BRIEFS = str(Path(sys.executable).with_name("briefs"))


@pytest.fixture
def root() -> Iterator[Path]:
    with room() as folder:
        made = make_site(folder / "desk")
        edit(made / "mkdocs.yml", "plugins: [search, briefs]", "plugins: [briefs: {cards: false}]")
        yield made


Ended = subprocess.CompletedProcess[str]


def build(root: Path, *arguments: str) -> Ended:
    """`briefs build`, in a process of its own."""
    command = [BRIEFS, "build", "-q", "-j", "1", "-f", str(root / "mkdocs.yml"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)


def whole(root: Path) -> str:
    """The release that is served, which is whole."""
    assert fault_in(root / "site") == ""
    return release_in(root / "site")


def retitled(root: Path, title: str) -> None:
    brief = root / "briefs/strike/brief.yml"
    text = brief.read_text("utf-8").partition("\n")[2]
    brief.write_text(f"title: {title}\n{text}", "utf-8")


@pytest.mark.parametrize("cached", [True, False])
def test_builds_that_are_killed_at_any_moment(root: Path, cached: bool) -> None:
    assert build(root).returncode == 0
    dice, releases = random.Random(7), {whole(root)}  # noqa: S311
    command = [BRIEFS, "build", "-q", "-f", str(root / "mkdocs.yml"), *([] if cached else ["--no-cache"])]
    pace, kills, number = Pace(dice, 60), 0, 0
    with watched(root / "site") as seen:
        while kills < (1000 if TORTURE else 3):
            retitled(root, f"Take {number}")
            building = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            if number % 8:
                kills += killed_at(building, pace, 0.2, building.kill)
            else:  # as long as it takes now, after whatever was killed
                begin = time.monotonic()
                assert building.wait(timeout=PATIENCE) == 0
                pace.seconds = time.monotonic() - begin
                print(f"{kills} kills, one let through in {pace.seconds:.1f} s", flush=True)
            releases.add(whole(root))
            number += 1
    assert_always_whole(seen, releases)
    assert seen["missing"] == 0
    print(f"{kills} kills, {number} builds, {seen['passes']} passes and {seen['pages']} pages read")
    assert build(root).returncode == 0
    whole(root)
    names = {path.name for path in (root / "releases").iterdir()}
    assert {name for name in names if name.startswith(".")} == {".lock", ".holder", ".order"}
    assert not [path for path in (root / ".cache/briefs").rglob("*") if re.search(r"^\.|^site-", path.name)]


def test_any_operation_of_a_build_failing(root: Path) -> None:
    assert build(root).returncode == 0
    releases = {whole(root)}
    errors, step = [errno.ENOSPC, errno.EIO, errno.EROFS], 1 if TORTURE else 400
    at, tries = 1, 0
    with watched(root / "site") as seen:
        while True:
            retitled(root, f"Take {at}")
            number = errors[tries % 3]
            broken = broken_build(root, at, number)
            releases.add(whole(root))
            every = int(re.findall(r"(\d+) operations", broken.stdout)[0])
            if every < at:
                assert broken.returncode == 0
                break
            if broken.returncode:
                assert broken.returncode == 1
                assert "Traceback" not in broken.stderr
                assert os.strerror(number) in broken.stderr
                assert str(root) in broken.stderr
            at, tries = at + step, tries + 1
    assert_always_whole(seen, releases)
    assert seen["missing"] == 0


def broken_build(root: Path, at: int, number: int) -> Ended:
    command = [sys.executable, "-m", "tests.faults.breaking", ",".join(OPERATIONS), str(number), str(at)]
    arguments = ["build", "-q", "-j", "1", "-f", str(root / "mkdocs.yml")]
    return subprocess.run(
        [*command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m", "none", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("nothing may be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_named_and_the_site_stays(root: Path, small_disk: Path) -> None:
    site = small_disk / "site"
    assert build(root, "-d", str(site)).returncode == 0
    before = tree(site)
    with watched(site) as seen:
        for left in (0, 200_000):
            room_left = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
            (small_disk / "other").write_bytes(b"x" * (room_left - left))
            retitled(root, f"With {left} left")
            full = build(root, "-d", str(site))
            assert full.returncode == 1, full.stderr
            assert str(small_disk) in full.stderr
            assert "No space left on device (make room there" in full.stderr
            assert tree(site) == before
            (small_disk / "other").unlink()
    assert_always_whole(seen, {release_in(site)})
    assert build(root, "-d", str(site)).returncode == 0
    assert tree(site) != before
    assert fault_in(site) == ""


def test_where_nothing_can_be_written_the_site_stays(root: Path, small_disk: Path) -> None:
    site = small_disk / "site"
    assert build(root, "-d", str(site)).returncode == 0
    before = tree(site)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    retitled(root, "Not to be written")
    refused = build(root, "-d", str(site))
    assert refused.returncode == 1
    assert str(small_disk) in refused.stderr
    assert "Read-only file system (name a folder that can be written to" in refused.stderr
    assert tree(site) == before


def test_of_two_builds_at_once_one_waits_or_is_told_whose_the_site_is(root: Path) -> None:
    with Shelf(root / "site").held():
        told = build(root, "--no-wait")
        assert told.returncode == 75
        assert re.search(rf"is held by process {os.getpid()} on \S+, since \d{{4}}-\d\d-\d\d", told.stderr)
        assert build(root, "--wait", "0.2").returncode == 75
        waiting = subprocess.Popen(
            [BRIEFS, "build", "-f", str(root / "mkdocs.yml")], stderr=subprocess.PIPE, text=True
        )
        assert waiting.stderr
        lines = iter(waiting.stderr.readline, "")
        assert any(f"is held by process {os.getpid()}" in line for line in lines)
        assert not (root / "site").exists()
    waiting.stderr.read()
    assert waiting.wait(timeout=PATIENCE) == 0
    whole(root)


def test_a_dead_process_holds_nothing(root: Path) -> None:
    def hold() -> None:
        with Shelf(root / "site").held():
            os.fork()  # whoever it has started must not hold it for it
            os.kill(os.getpid(), signal.SIGKILL) if os.getppid() == parent else time.sleep(3)

    parent = os.getpid()
    assert in_child(hold) == -signal.SIGKILL
    with Shelf(root / "site").held(
        wait=2
    ):  # what was started may need a moment to let go of it, not three seconds
        pass


def test_a_workers_of_a_killed_build_end_with_it(root: Path) -> None:
    for number in range(20):
        make_site(root, f"strike-{number}")
    building = subprocess.Popen([BRIEFS, "build", "-q", "-j", "3", "-f", str(root / "mkdocs.yml")])
    children: list[int] = []
    while not children and building.poll() is None:
        children = [*map(int, Path(f"/proc/{building.pid}/task/{building.pid}/children").read_text().split())]
    building.send_signal(signal.SIGKILL)
    building.wait()
    assert children
    until = time.monotonic() + 30
    while [child for child in children if Path(f"/proc/{child}").exists()]:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert build(root, "--no-wait").returncode == 0


def test_other_umasks_and_surroundings_make_the_same_site(root: Path) -> None:
    trees = []
    for number, (mask, surroundings) in enumerate(
        ((0o022, {}), (0o077, {"LC_ALL": "C", "LANG": "C", "TZ": "Asia/Tokyo"}), (0, {"PYTHONHASHSEED": "7"}))
    ):
        environment = {**os.environ, **surroundings}
        if mask == 0o077:
            environment.pop("HOME", None)
        target = root.parent / f"site-{number}"
        command = [BRIEFS, "build", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(target), "--no-cache"]
        subprocess.run(command, env=environment, umask=mask, check=True, capture_output=True)
        trees.append({path: (what, mode_of(target / path)) for path, what in tree(target).items()})
        assert {mode_of(path) for path in target.rglob("*") if path.is_dir()} == {0o755}
    assert trees[0] == trees[1] == trees[2]
    assert {mode for _, mode in trees[0].values()} == {0o644}


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_clock_that_goes_backwards_changes_nothing(root: Path) -> None:
    assert build(root).returncode == 0
    for path in root.rglob("*"):
        os.utime(path, (time.time() + 10**6, time.time() + 10**6), follow_symlinks=False)
    retitled(root, "Yesterday")
    assert build(root).returncode == 0
    whole(root)
    assert build(root, "--no-cache", "-d", str(root / "clean")).returncode == 0
    assert tree(root / "site") == tree(root / "clean")
    names = Shelf(root / "site").names()
    assert names[-1] == release_in(root / "site")


@pytest.mark.parametrize(
    "gone", ["briefs/strike/articles/echo.md", "briefs/strike", "site_src/about.md", "briefs"]
)
def test_input_that_goes_while_it_is_read(gone: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either a problem or what the site comes to without it: never a traceback, never half a site."""
    assert build(root).returncode == 0
    before = tree(root / "site")
    retitled(root, "Read halfway")
    usual = Listing.__init__

    def listed(self: Listing, *given: object) -> None:
        usual(self, *given)  # type: ignore[arg-type]
        subprocess.run(["rm", "-r", str(root / gone)], check=True)

    monkeypatch.setattr(Listing, "__init__", listed)
    result = CliRunner().invoke(commands, ["build", "-j", "1", "-f", str(root / "mkdocs.yml")])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code in (0, 1)
    whole(root)
    if result.exit_code:
        assert tree(root / "site") == before


def test_mkdocs_never_empties_a_release(root: Path) -> None:
    """`mkdocs build` clears the folder that it writes to before it writes."""
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    assert build(root).returncode == 0
    before = tree(root / "site")
    (root / "stop.py").write_text(
        "import os, signal\ndef on_post_page(*_, **__): os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    edit(root / "mkdocs.yml", "site_name:", "hooks: [stop.py]\nsite_name:")
    command = [mkdocs, "build", "-q", "-f", str(root / "mkdocs.yml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == -signal.SIGKILL
    assert tree(root / "site") == before
    (root / "stop.py").write_text("def on_post_page(*_, **__): raise ValueError('no')\n")
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0
    assert tree(root / "site") == before
    (root / "stop.py").write_text("")
    (root / "site_src/about.md").write_text("# About\n\n[Nothing](nowhere.md)\n")
    strict = [each for each in command if each != "-q"]  # with which MkDocs counts no warnings
    assert subprocess.run([*strict, "--strict"], capture_output=True, check=False).returncode == 1
    assert tree(root / "site") == before
    (root / "site_src/about.md").write_text("# About\n\nSomething else\n")
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert tree(root / "site") != before
    whole(root)
