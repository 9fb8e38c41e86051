"""The manners of the house, as far as a machine can see them."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = [ROOT / "requirements", ROOT / "benchmarks" / "peers"]
MODULES = sorted((ROOT / "generator").rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_opens_with_its_charter_and_is_short(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    charter = ast.get_docstring(ast.parse(text))
    assert charter, "no docstring"
    assert charter.splitlines()[0].endswith((".", "?"))
    assert len(text.splitlines()) <= 300


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_functions_are_short(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {
        f.name: f.end_lineno - f.lineno + 1
        for f in functions
        if f.end_lineno and f.end_lineno - f.lineno >= 40
    }
    assert long == {}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_what_is_public_is_described(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    defined = (ast.FunctionDef, ast.ClassDef)
    public = [node for node in tree.body if isinstance(node, defined) and not node.name.startswith("_")]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_nothing_is_caught_that_is_not_named_and_nothing_is_left_to_do(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert not re.search(
        r"except( Base)?( Exception)?:|\b(TO[D]O|FIX[M]E|X[X]X)\b|raise NotImplementedError", text
    )


def committed() -> list[Path]:
    """What git knows of; where there is no git, the files that a registry's client writes."""
    if not (ROOT / ".git").exists():
        return [path for folder in LOCKS for path in folder.iterdir() if path.is_file()]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_no_committed_file_names_a_registry() -> None:
    host = re.compile(r"(files\.pythonhosted|pypi|registry\.npmjs)\.org")
    assert [named(path) for path in committed() if host.search(path.read_text("utf-8", "replace"))] == []


def test_every_dependency_is_locked_with_hashes() -> None:
    for lock in (lock for folder in LOCKS for lock in folder.glob("*.txt")):
        lines = lock.read_text(encoding="utf-8").splitlines()
        pins = [index for index, line in enumerate(lines) if re.match(r"[a-z0-9]", line)]
        assert pins, lock
        assert all("--hash=sha256:" in lines[index + 1] for index in pins), lock
