"""The torture itself: its mutants are what they say, and it tells a fault that the tests find from one they don't."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from . import branches, hunt, scope
from .__main__ import Score, scored
from .branches import Measured, Unwell, measure, table
from .equivalents import Equivalent, equivalents, without
from .hunt import Fate
from .operators import Mutant, code_of, mutants
from .scope import PARTS, ROOT, Part

SOURCE = '''\
"""A docstring is no mutant."""
from __future__ import annotations

LEAST = 3
"""Nor is this."""

def between(low: int, high: int = 10) -> "a text":
    """Nor this."""
    if not low:
        return None
    return [n for n in range(low, high) if n % 2 == 0 and n >= LEAST]
'''


def changed(source: str) -> list[str]:
    return [f"{mutant.was} => {mutant.now}" for mutant in mutants("m.py", source)]


def test_a_module_has_one_mutant_for_each_fault() -> None:
    assert changed(SOURCE) == [
        "3 => 4",
        "10 => 11",
        "not low => low",
        "return [n for n in range(low, high) if n % 2 == 0 and n >= LEAST] => return None",
        "n % 2 == 0 and n >= LEAST => not (n % 2 == 0 and n >= LEAST)",
        "n % 2 == 0 and n >= LEAST => n % 2 == 0 or n >= LEAST",
        "n % 2 == 0 => n % 2 != 0",
        "n % 2 => n * 2",
        "2 => 3",
        "0 => 1",
        "n >= LEAST => n > LEAST",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = 'a'", ["'a' => 'XXaXX'"]),
        ("x = ' a b '", ["' a b ' => ' XXa bXX '"]),
        ("x = ' '", ["' ' => 'XX XX'"]),
        ("x = ''", ["'' => 'XXXX'"]),
        ("x = b'a'", ["b'a' => b'XXaXX'"]),
        ("x = f'{y}a'", ["'a' => 'XXaXX'"]),
        ("x = True", ["True => False"]),
        ("x = None", []),
        ("x: int = y", []),
        ("import x", []),
        ("__all__ = ['x']", []),
        ("x = y is None", ["y is None => y is not None"]),
        ("x = a if y else b", ["a if y else b => a if not y else b"]),
        ("x += y", ["x += y => pass", "x += y => x -= y"]),
        ("x.y = z", ["x.y = z => pass"]),
        ("f(x)", ["f(x) => pass"]),
        ("x = any(y)", ["any(y) => all(y)"]),
        ("x = y.find(z)", ["y.find(z) => y.rfind(z)"]),
        ("for x in y:\n    break", ["break => continue"]),
        ("while x: continue", ["continue => break"]),
        ("if x: pass", ["if x: => if not x:"]),
        ("if x == y: pass", ["x == y => x != y"]),
        ("def f():\n    return x", ["return x => return None"]),
        ("def f():\n    return True", ["True => False"]),
        ("def f():\n    return", []),
        ("def f():\n    yield x", ["yield x => pass", "(yield x) => (yield None)"]),
        ("def f():\n    raise x", ["raise x => pass"]),
        ("@f(1)\nclass A(B, c=1): pass", []),
        ("x = -y", ["-y => y"]),
        ("x = a < b < c", ["a < b < c => a <= b < c", "a < b < c => a < b <= c"]),
    ],
)
def test_each_kind_of_fault(source: str, expected: list[str]) -> None:
    assert changed(source) == expected


def test_a_mutants_code_has_its_fault_and_no_other() -> None:
    found = mutants("m.py", SOURCE)
    values = []
    for mutant in found:
        space: dict[str, Callable[..., object]] = {}
        exec(code_of(mutant, SOURCE, "m.py"), space)  # noqa: S102 - our own source
        values.append((space["between"](0), space["between"](1)))
    assert values == [
        (None, [4, 6, 8]),
        (None, [4, 6, 8, 10]),
        ([4, 6, 8], None),
        (None, None),
        (None, [1, 2, 3, 5, 7, 9]),
        (None, [2, 3, 4, 5, 6, 7, 8, 9]),
        (None, [3, 5, 7, 9]),
        (None, []),
        (None, [3, 6, 9]),
        (None, [3, 5, 7, 9]),
        (None, [4, 6, 8]),
    ]


def test_mutants_that_read_the_same_are_told_apart() -> None:
    found = mutants("m.py", "def f():\n    g(1)\n    g(1)\n")
    assert [(mutant.was, mutant.nth, mutant.first) for mutant in found if mutant.was == "1"] == [
        ("1", 1, 2), ("1", 2, 3)
    ]  # fmt: skip
    assert len({mutant.key for mutant in found}) == len(found)


def test_the_parts_are_there_and_each_has_its_tests() -> None:
    assert {part.name for part in PARTS} == {"load", "anchor", "compare", "write", "escaping"}
    for part in PARTS:
        for pattern in (*part.code, *part.tests):
            assert list(ROOT.glob(pattern)), pattern


def test_what_is_listed_as_the_same_program_is_there_and_has_a_reason() -> None:
    listed = equivalents()
    modules = {module for part in PARTS for module in part.modules}
    found = [
        mutant
        for module in sorted({each.key[0] for each in listed})
        for mutant in mutants(module, (ROOT / module).read_text(encoding="utf-8"))
    ]
    assert {each.key[0] for each in listed} <= modules
    assert without(found, listed)[1] == []
    assert all(len(each.why) > 20 for each in listed)
    assert len({each.key for each in listed}) == len(listed)


def test_one_that_is_listed_and_not_there_is_told() -> None:
    (mutant,) = mutants("m.py", "x = 1")
    known = Equivalent(mutant.key, "no reason at all, but long enough")
    gone = Equivalent(("m.py", "", "2", "3", 1), "no reason at all, but long enough")
    assert without([mutant], [known, gone]) == ([], [gone])
    assert without([mutant], []) == ([mutant], [])


CODE = """\
def least(numbers):
    found = None
    for number in numbers:
        if found is None or number < found:
            found = number
    return found

def spin(times):
    while times > 0:
        times -= 1
    return times

LIMIT = 5
UNTOLD = 7

def unknown(x):
    return x + 1
"""
TESTS = """\
from made_up import LIMIT, least, spin

def test_least():
    assert least([3, 1, 2]) == 1
    assert least([]) is None

def test_spin():
    assert spin(3) == 0

def test_limit():
    assert LIMIT == 5
"""


LEAST, SPIN = ("killed", "test_made_up.py::test_least"), ("killed", "test_made_up.py::test_spin")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Part:
    """A project of one module."""
    (tmp_path / "made_up.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "test_made_up.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    for module in (scope, branches, hunt):
        monkeypatch.setattr(module, "ROOT", tmp_path)
        monkeypatch.setattr(module, "BUILT", tmp_path / "built")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{ROOT}")
    monkeypatch.syspath_prepend(tmp_path)
    return Part("made", ("made_up.py",), ("test_made_up.py",))


def fates(measured: Measured, wanted: list[Mutant]) -> dict[str, tuple[str, str]]:
    found = hunt.hunt(measured, wanted, 0, time.monotonic() + 600)
    return {f"{fate.mutant.was} => {fate.mutant.now}": (fate.outcome, fate.by) for fate in found}


def test_it_measures_branches_and_tells_what_is_found_from_what_is_not(made: Part) -> None:
    measured = measure(made)
    (covered,) = measured.covered
    assert (covered.missed, covered.missing) == (1, "17")
    assert table([measured]).splitlines()[2].startswith("| made | 1 | 14 | 6 | 1 | 95.0 % |")

    wanted = mutants("made_up.py", CODE)
    assert fates(measured, wanted) == {
        "number < found => number <= found": ("survived", ""),
        "found is None or number < found => found is None and number < found": LEAST,
        "if found is None or number < found: => if not (found is None or number < found):":
            LEAST,
        "found is None => found is not None": LEAST,
        "return found => return None": LEAST,
        "times > 0 => times >= 0": SPIN,
        "0 => 1": SPIN,
        "times -= 1 => pass": ("hung", ""),
        "times -= 1 => times += 1": ("hung", ""),
        "1 => 2": ("survived", ""),
        "return times => return None": SPIN,
        "5 => 6": ("killed", "test_made_up.py::test_limit"),
        "7 => 8": ("survived", ""),
        "return x + 1 => return None": ("survived", ""),
        "x + 1 => x - 1": ("survived", ""),
    }  # fmt: skip


def test_it_measures_nothing_by_tests_that_fail(made: Part, tmp_path: Path) -> None:
    (tmp_path / "test_made_up.py").write_text("def test_no():\n    assert False\n", encoding="utf-8")
    with pytest.raises(Unwell, match="the tests of made fail"):
        measure(made)
    (tmp_path / "test_made_up.py").write_text("def test_yes():\n    pass\n", encoding="utf-8")
    with pytest.raises(Unwell, match=r"no test of made imports made_up\.py"):
        measure(made)


def test_the_score_is_of_those_tried_and_a_sample_says_so() -> None:
    tried = [Mutant("m.py", "f", "a", "b", n, 1, 1, n) for n in range(1, 4)]
    of = dict(zip(("killed", "hung", "survived"), tried, strict=True))
    told = tuple(Fate(mutant, outcome, "") for outcome, mutant in of.items())
    score = Score(Part("p", (), ()), 9, 2, told)
    text = scored([score])
    assert "| p | 9 | 3 | 2 | 1 | 66.7 % |" in text
    assert "2 that are the same program (tests/torture/equivalents.yml); a sample: 3 of 9." in text
    assert text.splitlines()[-1] == "survived: m.py:1 f: a  =>  b (3)"
    assert "a sample" not in scored([Score(Part("p", (), ()), 3, 0, told)])
