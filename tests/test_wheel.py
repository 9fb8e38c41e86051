"""The wheel holds all that the generator reads of its own."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The names and sizes of the wheel's files."""
    (wheel,) = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]
    )
    with ZipFile(wheel) as archive:
        return {file.filename: file.file_size for file in archive.infolist()}


def test_it_holds_every_file_of_the_generator(inside: dict[str, int]) -> None:
    ours = [
        path for path in (ROOT / "generator").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    missing = [path for path in ours if inside.get(path.relative_to(ROOT).as_posix()) != path.stat().st_size]
    assert missing == []


def test_the_cards_fonts_come_with_their_licence(inside: dict[str, int]) -> None:
    fonts = {Path(name).name for name in inside if name.startswith("generator/render/social/fonts/")}
    assert fonts == {"OFL.txt", "figures-bold.ttf", "sans.ttf", "serif-bold.ttf"}


def test_it_holds_nothing_else(inside: dict[str, int]) -> None:
    tops = {Path(name).parts[0] for name in inside}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"generator"}
