"""What was left by who was ended is swept, and nothing that is of a process that lives, or of somebody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.mark import HOST
from generator.publish import leftovers


@pytest.fixture
def ended() -> int:
    """The number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_is_half_made_in_the_cache_goes(tmp_path: Path, ended: int) -> None:
    for folder in (".", "state", "pieces/ab", "templates/x"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    gone = [f"site-{ended}", f"state/.site.json.{HOST}-{ended}", f"pieces/ab/.new.x.{HOST}-{ended}"]
    stays = [f"site-{os.getpid()}", f"state/.site.json.other-{ended}", "state/site.json", "pieces/ab/abc"]
    for name in (*gone, *stays):
        (tmp_path / name).mkdir()
    leftovers.sweep(tmp_path)
    assert [name for name in (*gone, *stays) if (tmp_path / name).exists()] == stays


def test_what_was_of_the_moment_goes_when_its_process_did(tmp_path: Path) -> None:
    held = "import os, time\nfrom generator.publish.leftovers import scratch\n"
    held += (
        "with scratch() as folder:\n    (folder / 'a').mkdir(); print(folder, flush=True); time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", held], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    folder = Path(process.stdout.readline().strip())
    leftovers.sweep(tmp_path)
    assert (folder / "a").is_dir()
    process.kill()
    process.wait()
    with leftovers.scratch() as own, leftovers.scratch(is_large=True) as large:
        leftovers.sweep(tmp_path)
        assert own.is_dir()
        assert large.is_dir()
    assert not folder.exists()
    assert not own.exists()
    assert not large.exists()


def test_what_only_looks_like_it_stays(tmp_path: Path, ended: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "moment"))
    names = [
        f"briefs-x.other-{ended}",
        "briefs-x",
        f"other-x.{HOST}-{ended}",
        f"briefs-x.{HOST}-0x",
    ]
    for name in names:
        (tmp_path / "moment" / name).mkdir(parents=True)
    gone = tmp_path / "moment" / f"briefs-x.{HOST}-{ended}"
    gone.mkdir()
    leftovers.sweep(tmp_path)
    assert sorted(path.name for path in (tmp_path / "moment").iterdir()) == sorted(names)
