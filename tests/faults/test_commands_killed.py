"""Whole commands, each with the processes that it starts, are killed at random moments while a reader never stops.

After every kill the site is one of those that its inputs come to, byte for byte; the next command succeeds, gives
what a clean one gives, and nothing is left over. By default some dozen kills; `BRIEFS_TORTURE=1` makes 1,000 of
builds, and a hundred of each other command that changes files.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from generator.mark import HOST
from generator.publish import disk
from generator.publish.manifest import release_in
from generator.publish.shelf import Shelf
from generator.publish.soundness import fault_in
from tests.faults.scene import PATIENCE, TORTURE, Pace, assert_always_whole, killed_at, room, watched
from tests.pipeline.built import tree
from tests.sample import BRIEF, PARTIES, edit, make_site

PROGRAMS = Path(sys.executable).parent
STATES = 6
"""Sites that the edits go round in."""

BRIEFS = 8
"""As many as have a build start processes of its own."""

KNOWN: dict[str, list[tuple[str, dict[str, str]]]] = {}
"""By the configuration, what each state comes to: its release, and its tree."""

RUN = 5
"""Kills in a row, at most, before a command is let through."""


@pytest.fixture
def root() -> Iterator[Path]:
    with room() as folder:
        made = folder / "desk"
        for number in range(BRIEFS):
            make_site(made, f"strike-{number}")
        edit(made / "mkdocs.yml", "plugins: [search, briefs]", "plugins: [briefs: {cards: false}]")
        yield made


def to_state(root: Path, number: int) -> None:
    """The inputs of one of the sites: of two neighbours much is the same, and much isn't."""
    (root / "briefs/parties.yml").write_text(
        PARTIES.replace("Northern", "Southern" if number % 2 else "Northern")
    )
    for brief in range(BRIEFS):
        title = f"Take {number}" if brief in (number, BRIEFS - 1) else "The harbour strike ends"
        (root / f"briefs/strike-{brief}/brief.yml").write_text(
            BRIEF.replace("The harbour strike ends", title)
        )
    (root / "site_src/about.md").write_text(f"# About\n\nTake {number // 2}\n")
    odd = root / "site_src/odd.md"
    odd.write_text("# Odd\n") if number % 3 == 0 else odd.unlink(missing_ok=True)


def command(root: Path, program: str, *arguments: str) -> list[str]:
    return [str(PROGRAMS / program), *arguments, "-q", "-f", str(root / "mkdocs.yml")]


def run(root: Path, *given: str) -> None:
    """The command, which must succeed."""
    ended = subprocess.run(
        command(root, *given), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert ended.returncode == 0, ended.stderr


@dataclass
class Torture:
    """A command that is killed again and again, and what every site must be one of: its tree, by its release."""

    root: Path
    given: tuple[str, ...]
    edits: Callable[[Path, int], None]
    seed: int = 11
    sites: dict[str, dict[str, str]] = field(default_factory=dict)
    of_state: dict[int, str] = field(default_factory=dict)
    kills: int = 0

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311
        self.pace = Pace(self.dice, 0.0)

    def tell(self, what: str) -> None:
        """How far it is, for a run that may be broken off."""
        print(f"{' '.join(self.given)}, seed {self.seed}: {self.kills} kills, {what}", flush=True)

    def learn(self) -> None:
        """What each state comes to, built clean; and how long the command takes."""
        settings = (self.root / "mkdocs.yml").read_text()
        if settings not in KNOWN:
            KNOWN[settings] = [self._built_clean(number) for number in range(STATES)]
        self.sites = dict(KNOWN[settings])
        self.of_state = {number: release for number, (release, _) in enumerate(KNOWN[settings])}
        self.let_through(0)
        self.pace.seconds = self.let_through(1)

    def _built_clean(self, number: int) -> tuple[str, dict[str, str]]:
        clean = self.root / "clean"
        to_state(self.root, number)
        run(self.root, "briefs", "build", "--no-cache", "-d", str(clean))
        made = release_in(clean), tree(clean)
        disk.remove(clean)
        disk.remove(self.root / "clean.releases")
        return made

    def kill_once(self, number: int) -> None:
        """Begins the command, and ends it somewhere: all of its processes, or itself alone."""
        self.edits(self.root, number)
        begun = subprocess.Popen(
            command(self.root, *self.given),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        # before that, nearly all that it does is to be read itself
        first = 0.0 if self.dice.random() < 0.1 else 0.4
        # what it has started ends by itself, and meanwhile does no harm
        alone = self.dice.random() < 0.2
        kill = begun.kill if alone else partial(end, begun.pid)
        self.kills += killed_at(begun, self.pace, first, kill)
        self.assert_whole()

    def let_through(self, number: int) -> float:
        """What is run after whatever was killed succeeds, leaves nothing and gives the clean tree. Its seconds."""
        self.edits(self.root, number)
        left = left_in_memory()
        begin = time.monotonic()
        run(self.root, *self.given)
        seconds = time.monotonic() - begin
        self.pace.took(seconds)
        assert not left & left_in_memory()
        self.assert_whole()
        assert release_in(self.root / "site") == self.of_state[number]
        assert leftovers(self.root) == []
        return seconds

    def assert_whole(self) -> None:
        """The site is one of the known ones, each byte."""
        site = self.root / "site"
        if not os.path.lexists(site):  # between two renames: the next start mends it
            with Shelf(site).held():
                pass
        assert fault_in(site) == ""
        assert tree(site) == self.sites[release_in(site)]


def children(pid: int) -> list[int]:
    try:
        return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    except OSError:
        return []


def end(group: int) -> None:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def leftovers(root: Path) -> list[str]:
    """What somebody left half made below the site's root: in the cache, among the releases, among the inputs."""
    half = re.compile(
        r"\.part$|^\.new\.|^site-\d|^\.(rolling|scratch|link|gone|probe|journal)|^next$|^\..+-\d+$"
    )
    found = [path.relative_to(root).as_posix() for path in root.rglob("*") if half.search(path.name)]
    return sorted(found)


def left_in_memory() -> set[str]:
    """What processes that are no more left in the folders for what is of the moment: whoever they were."""
    ended = re.compile(rf"briefs-.+\.{HOST}-(\d+)")
    names = [name for folder in ("/dev/shm", tempfile.gettempdir()) for name in names_in(folder)]  # noqa: S108
    return {name for name in names if (made := ended.fullmatch(name)) and not Path("/proc", made[1]).exists()}


def names_in(folder: str) -> list[str]:
    return [path.name for path in Path(folder).iterdir()] if Path(folder).is_dir() else []


def tortured(torture: Torture, kills: int) -> None:
    """So many kills, each run of them followed by a command that is let through, while a reader reads."""
    torture.learn()
    number = 1
    with watched(torture.root / "site") as seen:
        while torture.kills < kills:
            for _ in range(torture.dice.randint(1, RUN)):
                number = (number + torture.dice.randint(1, STATES - 1)) % STATES
                torture.kill_once(number)
            torture.let_through(number)
            torture.tell(f"let through in {torture.pace.seconds:.1f} s")
    assert_always_whole(seen, {*torture.sites})
    assert seen["missing"] == 0
    assert {*seen["named"]} <= {*torture.sites}
    torture.tell(f"{seen['passes']} passes and {seen['pages']} pages read")


@pytest.mark.parametrize("seed", range(10 if TORTURE else 1))
def test_builds_killed_with_all_their_processes(seed: int, root: Path) -> None:
    """1,000 kills, a hundred at a time."""
    tortured(Torture(root, ("briefs", "build", "-j", "2"), to_state, seed), 100 if TORTURE else 12)


def test_a_build_of_which_one_process_is_killed_ends(root: Path) -> None:
    """Pagefind, or one of those that share the work: the command says so and fails, or does without; it never waits
    for what is no more."""
    torture = Torture(root, ("briefs", "build", "-j", "2"), to_state)
    torture.learn()
    with watched(root / "site") as seen:
        for number in range(100 if TORTURE else 6):
            to_state(root, number % STATES)
            begun = subprocess.Popen(
                command(root, *torture.given), stderr=subprocess.PIPE, text=True, start_new_session=True
            )
            while begun.poll() is None and not children(begun.pid):
                time.sleep(0.01)
            time.sleep(torture.dice.uniform(0, 0.5))
            for child in torture.dice.sample(there := children(begun.pid), min(1, len(there))):
                os.kill(child, signal.SIGKILL)
                torture.kills += 1
            _, said = begun.communicate(timeout=PATIENCE)
            assert begun.returncode in (0, 1)
            assert begun.returncode == 0 or re.search("was ended (from outside|by signal 9)", said), said
            assert "Traceback" not in said
            torture.assert_whole()
            torture.let_through(number % STATES)
    assert torture.kills
    assert_always_whole(seen, {*torture.sites})


@pytest.mark.parametrize("way", ["rename", "whole"])
def test_other_builds_killed(way: str, root: Path) -> None:
    """Where the site is a folder, and where MkDocs makes each page because of a hook."""
    if way == "rename":
        edit(root / "mkdocs.yml", "cards: false", "cards: false, swap: rename")
    else:
        (root / "hook.py").write_text("def on_page_content(html, **_): return html\n")
        edit(root / "mkdocs.yml", "site_name:", "hooks: [hook.py]\nsite_name:")
    tortured(Torture(root, ("briefs", "build", "-j", "2"), to_state), 100 if TORTURE else 4)


def test_mkdocs_killed(root: Path) -> None:
    tortured(Torture(root, ("mkdocs", "build"), to_state), 100 if TORTURE else 4)


def test_rollbacks_killed(root: Path) -> None:
    """A release that is kept is whole, and to be had, whenever the command that goes back to it is ended."""
    torture = Torture(root, ("briefs", "build", "-j", "1"), to_state)
    torture.learn()
    for number in range(3):
        torture.let_through(number)
    kept = {torture.of_state[number] for number in range(3)}
    begin = time.monotonic()
    run(root, "briefs", "rollback")
    torture.pace.seconds = time.monotonic() - begin
    with watched(root / "site") as seen:
        while torture.kills < (100 if TORTURE else 4):
            goal = torture.dice.choice(sorted(kept - {release_in(root / "site")}))
            begun = subprocess.Popen(command(root, "briefs", "rollback", goal), start_new_session=True)
            torture.kills += killed_at(begun, torture.pace, 0.5, partial(end, begun.pid))
            torture.assert_whole()
            run(root, "briefs", "rollback", goal)
            assert release_in(root / "site") == goal
            assert {*Shelf(root / "site").names()} == kept
            assert leftovers(root) == []
    assert_always_whole(seen, kept)
    assert seen["missing"] == 0
    torture.tell(f"rolled back, {seen['passes']} passes and {seen['pages']} pages read")
