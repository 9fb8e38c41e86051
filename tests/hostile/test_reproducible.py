"""Two builds of one commit are one tree: wherever, whoever, whenever and in whatever surroundings they are made."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.pipeline.built import differing, site, tree

BRIEFS = 4
TORTURE = bool(os.environ.get("BRIEFS_TORTURE"))
NOBODY = 65534
"""The user and group of nobody on most systems."""

AS_NOBODY = (
    "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups",
    "--inh-caps=-all,+dac_read_search", "--bounding-set=-all,+dac_read_search", "--ambient-caps=+dac_read_search",
)  # fmt: skip
"""Nobody may read the interpreter, wherever it lies, and write nothing of anybody's."""

BUILD = """\
import os, sys, time
day, mask, backward, cores = (int(given) for given in sys.argv[1:5])
os.umask(mask)
if cores:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
if day:  # another day, for every clock that a build may look at
    import datetime
    true, shift = time.time, day * 86400
    time.time = lambda: true() + shift
    class Later(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.datetime.fromtimestamp(time.time(), tz)
    class Tomorrow(datetime.date):
        @classmethod
        def today(cls):
            return datetime.date.fromtimestamp(time.time())
    import mkdocs.utils
    mkdocs.utils.datetime = Later
    datetime.date = Tomorrow
if backward:  # folders are read in the other order
    scan, names = os.scandir, os.listdir
    class Scan:
        def __init__(self, entries):
            self.entries = iter(entries)
        def __enter__(self):
            return self
        def __exit__(self, *_):
            return None
        def close(self):
            return None
        def __iter__(self):
            return self
        def __next__(self):
            return next(self.entries)
    os.scandir = lambda *path: Scan(sorted(scan(*path), key=lambda entry: entry.name, reverse=True))
    os.listdir = lambda *path: sorted(names(*path), reverse=True)
from generator.cli import commands
commands(["build", "-q", *sys.argv[5:]])
"""


@dataclass(frozen=True)
class Surroundings:
    """Where, by whom, when and how a build is made."""

    folder: str = "one"
    environment: Mapping[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    day: int = 0
    umask: int = 0o022
    user: int = 0
    backward: bool = False
    cores: int = 0
    jobs: str = "1"
    older: bool = False
    """Whether the files of the site are as old as can be, and not to be written."""


PLAIN = Surroundings()
OTHERS = {
    "path": Surroundings(folder="a ünïcode påth/deep/er/and a space"),
    "day": Surroundings(day=400),
    "time zone": Surroundings(environment={"TZ": "Pacific/Kiritimati"}),
    "umask": Surroundings(umask=0o077),
    "locale": Surroundings(environment={"LC_ALL": "C", "LANG": "C"}),
    "UTF-8 locale": Surroundings(environment={"LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"}),
    "Swedish": Surroundings(environment={"LC_ALL": "sv_SE.UTF-8", "LANGUAGE": "sv"}),
    "hash seed": Surroundings(environment={"PYTHONHASHSEED": "4711"}),
    "no home": Surroundings(without=("HOME", "USER", "LOGNAME", "XDG_CACHE_HOME")),
    "nobody": Surroundings(user=NOBODY, without=("HOME",)),
    "order of files": Surroundings(backward=True),
    "cores": Surroundings(cores=1, jobs="2"),
    "old files": Surroundings(older=True),
    "day in SOURCE_DATE_EPOCH": Surroundings(environment={"SOURCE_DATE_EPOCH": "1000000000"}),
}
ALL = Surroundings(
    folder="all at once",
    environment={"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "99", "LANGUAGE": "sv"},
    without=("HOME", "USER"),
    day=-4000,
    umask=0o077,
    user=NOBODY,
    backward=True,
    jobs="2",
    older=True,
)
CHOSEN = {**(OTHERS if TORTURE else {}), "all at once": ALL}


def _build(root: Path, master: Path, how: Surroundings) -> Path:
    """The site, built from a copy of `master` below `root`."""
    copy = root / how.folder
    shutil.copytree(master, copy)
    if how.older:
        for path in copy.rglob("*"):
            os.utime(path, (1, 1))
    if how.user:
        for path in [root, *root.rglob("*")]:
            os.chown(path, how.user, how.user)
    environment = {k: v for k, v in os.environ.items() if k not in how.without}
    environment |= {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONDONTWRITEBYTECODE": "1",
        **how.environment,
    }
    given = (how.day, how.umask, int(how.backward), how.cores)
    out = copy / "site"
    command = [
        *(AS_NOBODY if how.user else ()),
        sys.executable,
        "-c",
        BUILD,
        *map(str, given),
        "-f",
        str(copy / "mkdocs.yml"),
        "-j",
        how.jobs,
    ]
    done = subprocess.run(
        [*command, "-d", str(out)], env=environment, cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return out


def _modes(site: Path) -> dict[str, str]:
    """The mode of every file and folder of a site, by its path, of the site itself too."""
    every = [site.resolve(), *site.rglob("*")]
    return {os.path.relpath(path.resolve(), site.resolve()): oct(path.stat().st_mode) for path in every}


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("master") / "site", BRIEFS)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, master: Path) -> Path:
    return _build(tmp_path_factory.mktemp("plain"), master, PLAIN)


@pytest.fixture
def open_path() -> Iterator[Path]:
    """A folder that another user may enter, as pytest's own may not be."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.parametrize("how", CHOSEN.values(), ids=CHOSEN)
def test_the_tree_is_the_same(open_path: Path, master: Path, plain: Path, how: Surroundings) -> None:
    if how.user and (os.getuid() or not shutil.which("setpriv")):
        pytest.skip("only root, with setpriv, can build as somebody else")
    other = _build(open_path, master, how)
    assert differing(tree(plain), tree(other)) == []
    assert differing(_modes(plain), _modes(other)) == []


def test_no_file_names_the_day_of_the_build_or_where_it_was_made(
    tmp_path: Path, master: Path, plain: Path
) -> None:
    """Four thousand days from now no brief is dated."""
    out = _build(tmp_path, master, Surroundings(folder="elsewhere-of-builds", day=4000))
    from datetime import UTC, datetime, timedelta

    day = (datetime.now(tz=UTC) + timedelta(days=4000)).date()
    sought = [
        day.isoformat().encode(),
        str(day.year).encode() + b"-",
        b"elsewhere-of-builds",
        str(tmp_path).encode(),
    ]
    for path in out.rglob("*"):
        if not path.is_file():
            continue
        raw = path.read_bytes()
        raw = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
        assert [text for text in sought if text in raw] == [], path
