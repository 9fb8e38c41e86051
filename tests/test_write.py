"""Pages to disk: every file whole or not there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.write import write


def test_files_stand_under_their_paths(tmp_path: Path) -> None:
    count = write([("a.md", b"a"), ("b/c/d.md", "é".encode()), ("b/c/e.md", b"e")], tmp_path)
    assert count == 3
    assert (tmp_path / "a.md").read_bytes() == b"a"
    assert (tmp_path / "b/c/e.md").read_bytes() == b"e"
    assert (tmp_path / "b/c/d.md").read_text(encoding="utf-8") == "é"


def test_a_file_keeps_the_mode_of_the_one_in_whose_place_it_comes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "a.md").chmod(0o640)
    write([("a.md", b"new")], tmp_path)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o640


def test_no_part_is_left_behind(tmp_path: Path) -> None:
    write([("a.md", b"new")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_file_is_written_beside_its_place_under_a_hidden_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was killed half way is neither served by a server nor listed as a page."""
    seen: list[str] = []
    written = Path.write_bytes

    def watched(self: Path, content: bytes) -> int:
        seen.append(self.relative_to(tmp_path).as_posix())
        return written(self, content)

    monkeypatch.setattr(Path, "write_bytes", watched)
    write([("b/c.md", b"new")], tmp_path)
    assert len(seen) == 1
    assert re.fullmatch(rf"b/\.c\.md\.\w+-{os.getpid()}\.part", seen[0])


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"old")

    def full(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:1])
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write([("a.md", b"new")], tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def begun_by(folder: Path) -> tuple[subprocess.Popen[str], Path]:
    """A process that has written the part of `folder/a.md` and waits, and that part."""
    code = "import sys, time\nfrom pathlib import Path\nfrom generator.write import write\n"
    code += "Path.replace = lambda *_: (print(flush=True), time.sleep(60))\n"
    process = subprocess.Popen(
        [sys.executable, "-c", f"{code}write([('a.md', b'other')], Path(sys.argv[1]))", str(folder)],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    process.stdout.readline()
    (part,) = folder.glob(".a.md.*.part")
    return process, part


def test_two_that_write_one_file_write_two(tmp_path: Path) -> None:
    process, part = begun_by(tmp_path)
    write([("a.md", b"new")], tmp_path)
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert part.read_bytes() == b"other"
    process.kill()
    process.wait()


def test_what_was_left_half_written_goes(tmp_path: Path) -> None:
    process, part = begun_by(tmp_path)
    process.kill()
    process.wait()
    (tmp_path / ".b.md.part").write_bytes(b"as we once called them")
    write([("c.md", b"new")], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["c.md"]
    assert not part.exists()
