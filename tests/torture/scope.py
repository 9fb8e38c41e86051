"""The code of which branch coverage and mutation score are promised, and the tests that hold each part of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BUILT = ROOT / "build" / "torture"


@dataclass(frozen=True, slots=True)
class Part:
    """Modules, and the tests that are run for them; both as patterns of paths below the project."""

    name: str
    code: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def modules(self) -> list[str]:
        """The modules' paths below the project, in order."""
        return sorted(_named(path) for pattern in self.code for path in ROOT.glob(pattern))

    @property
    def files(self) -> list[str]:
        """The test files' paths below the project, in order."""
        return sorted({_named(path) for pattern in self.tests for path in ROOT.glob(pattern)})


PARTS = (
    Part(
        "load",
        ("generator/load/**/*.py",),
        ("tests/load/**/test_*.py", "tests/validate/test_cases.py"),
    ),
    Part(
        "anchor",
        ("generator/anchor/**/*.py",),
        ("tests/anchor/**/test_*.py",),
    ),
    Part(
        "compare",
        ("generator/compare/**/*.py",),
        ("tests/compare/**/test_*.py",),
    ),
    Part(
        "write",
        ("generator/write.py",),
        ("tests/test_write.py",),
    ),
    Part(
        "escaping",
        (
            # which characters of a text may stand on a page, and each way on which a text becomes markup
            "generator/model/characters.py",
            "generator/model/frame.py",
            "generator/render/escaping.py",
            "generator/render/environment.py",
            "generator/render/compiler.py",
            "generator/render/settled.py",
            "generator/render/prose.py",
            "generator/render/emit.py",
            "generator/render/yaml_lines.py",
            "generator/render/plots.py",
            "generator/export/redirects.py",
            "generator/publish/find/sheet.py",
        ),
        (
            "tests/model/test_characters.py",
            "tests/model/test_frame.py",
            "tests/render/test_escaping.py",
            "tests/render/test_environment.py",
            "tests/render/test_compiler.py",
            "tests/render/test_prose.py",
            "tests/render/test_emit.py",
            "tests/render/test_yaml_lines.py",
            "tests/render/test_plots.py",
            "tests/render/charts/test_*.py",
            "tests/export/test_redirects.py",
            "tests/publish/test_sheet.py",
        ),
    ),
)


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
