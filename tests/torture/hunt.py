"""Mutants are put in one by one, each in a process of its own, and the tests that reach it are run until one fails.

Why a runner of our own: mutmut 3 leaves the top of modules alone, where our tables and patterns stand, and copies the
project; cosmic-ray starts an interpreter and pytest for each mutant, which takes longer than all of the tests that
are needed. Here a process that has collected the tests is forked, and the function's code is exchanged in the copy;
what stands at the top of a module, or runs when it is imported, is mutated before the module is imported.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import importlib.util
import json
import os
import pkgutil
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

from .branches import PYTEST, Measured
from .operators import Mutant, code_of
from .scope import BUILT, ROOT

SURVIVED, KILLED, FAILED = 0, 1, 99
CHUNK = 60
_MEMORY = 4 << 30
_FAR_SECONDS = 30.0
"""CPU seconds of the tests that reach the module, but not the line: these are tried last, and so long together."""

# What every test imports anyway, once; nothing of ours, which may be mutated.
_AT_ONCE = (
    *("_hypothesis_pytestplugin", "babel.numbers", "bs4", "edtf", "hypothesis.strategies", "jinja2.ext"),
    *("lxml.html", "markdown", "mkdocs.utils.meta", "msgspec", "nh3", "pint", "pydantic", "rapidfuzz.fuzz"),
    *("regex", "yaml"),
)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a mutant: `survived`, `killed` (by a test, or as a module that can't be imported), `hung` (a
    test took far longer than it does), `failed` (it could not be tried: an error of ours)."""

    mutant: Mutant
    outcome: str
    by: str


def hunt(measured: Measured, wanted: Sequence[Mutant], place: int, deadline: float) -> Iterator[Fate]:
    """The fates of mutants of one part, in chunks, until the deadline (of `time.monotonic`).

    `place` tells the folders of several hunts at a time apart.
    """
    _preload()
    for start in range(0, len(wanted), CHUNK):
        if time.monotonic() > deadline:
            return
        yield from _chunk(measured, wanted[start : start + CHUNK], place)


# --- Private ---


def _preload() -> None:
    for name in _AT_ONCE:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def _chunk(measured: Measured, wanted: Sequence[Mutant], place: int) -> list[Fate]:
    out = BUILT / f"{measured.part.name}.{place}.fates"
    out.unlink(missing_ok=True)
    kinds: dict[Callable[[Measured, Sequence[Mutant], int, Path], None], list[Mutant]] = defaultdict(list)
    for mutant in wanted:
        kinds[_way(measured, mutant)].append(mutant)
    for way, those in kinds.items():
        pid = os.fork()
        if not pid:
            _quiet()
            try:
                way(measured, those, place, out)
            finally:
                os._exit(0)
        os.waitpid(pid, 0)
    by_key = {mutant.key: mutant for mutant in wanted}
    told = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] if out.exists() else []
    found = {
        tuple(each["key"]): Fate(by_key[tuple(each["key"])], each["outcome"], each["by"]) for each in told
    }
    return [found.get(mutant.key, Fate(mutant, "failed", "")) for mutant in wanted]


def _way(measured: Measured, mutant: Mutant) -> Callable[[Measured, Sequence[Mutant], int, Path], None]:
    is_imported = measured.is_imported(mutant.module, mutant.first, mutant.last)
    return _in_place if mutant.function and not is_imported else _afresh


def _quiet() -> None:
    os.chdir(ROOT)
    nowhere = os.open(os.devnull, os.O_RDWR)
    log = os.open(BUILT / "hunt.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(nowhere, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)


def _told(out: Path, mutant: Mutant, status: int, by: str) -> None:
    if os.WIFSIGNALED(status):
        hung = os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL}
        outcome = "hung" if hung else "killed"
    else:
        outcome = {SURVIVED: "survived", KILLED: "killed"}.get(os.WEXITSTATUS(status), "failed")
    line = json.dumps({"key": mutant.key, "outcome": outcome, "by": by})
    with out.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def _heard(reading: int, pid: int) -> tuple[str, int]:
    """The test that failed in a process, if one did, and how the process ended."""
    with os.fdopen(reading, encoding="utf-8", errors="replace") as said:
        by = said.read()
    return by, os.waitpid(pid, 0)[1]


def _tried(measured: Measured, mutant: Mutant) -> list[str]:
    near, far = measured.tests_of(mutant.module, mutant.first, mutant.last)
    left, kept = _FAR_SECONDS, []
    for test in far:
        left -= measured.seconds.get(test, 0.0)
        if left < 0:
            break
        kept.append(test)
    return [*near, *kept]


# --- In place: the tests are collected, a function's code is exchanged ---


def _in_place(measured: Measured, wanted: Sequence[Mutant], place: int, out: Path) -> None:
    plugin = _Exchange(measured, wanted, out)
    pytest.main(
        [*PYTEST, "-s", f"--basetemp={BUILT / f'tmp{place}'}", *measured.part.files], plugins=[plugin]
    )


class _Exchange:
    """Takes the place of pytest's loop over the tests."""

    def __init__(self, measured: Measured, wanted: Sequence[Mutant], out: Path) -> None:
        self.measured, self.wanted, self.out = measured, wanted, out
        self.killers: dict[tuple[str, str], list[str]] = defaultdict(list)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Each mutant in a fork of the collected session."""
        items = {item.nodeid: item for item in session.items}
        for mutant in self.wanted:
            before = self.killers[mutant.module, mutant.function]
            tests = list(dict.fromkeys([*reversed(before[-8:]), *_tried(self.measured, mutant)]))
            reading, writing = os.pipe()
            pid = os.fork()
            if not pid:
                os.close(reading)
                code = FAILED
                try:
                    code = self._run([items[test] for test in tests if test in items], mutant, writing)
                finally:
                    os._exit(code)
            os.close(writing)
            by, status = _heard(reading, pid)
            if by:
                before.append(by)
            _told(self.out, mutant, status, by)
        return True

    def _run(self, items: Sequence[pytest.Item], mutant: Mutant, writing: int) -> int:
        _exchange(mutant)
        for item, following in zip(items, [*items[1:], None], strict=True):
            watch = _Watch(self.measured, writing)
            item.config.pluginmanager.register(watch)
            watch.limit(item.nodeid)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            item.config.pluginmanager.unregister(watch)
        return SURVIVED


class _Watch:
    """Ends the process by the first test that fails, or that takes far too long."""

    def __init__(self, measured: Measured, writing: int) -> None:
        self.measured, self.writing = measured, writing

    def limit(self, test: str) -> None:
        """So much CPU time for the next test, and ten times as long by the clock."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        more = 1 + 8 * self.measured.seconds.get(test, 3.0)
        ends = int(used.ru_utime + used.ru_stime + more) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (ends, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.RLIM_INFINITY))
        signal.alarm(int(10 * more) + 30)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tells which test it was."""
        if report.failed:
            os.write(self.writing, report.nodeid.encode())
            os._exit(KILLED)


def _exchange(mutant: Mutant) -> None:
    """Puts the mutant's code into the function, wherever that is held."""
    module = importlib.import_module(_name(mutant.module))
    source = (ROOT / mutant.module).read_text(encoding="utf-8")
    made = code_of(mutant, source, str(ROOT / mutant.module))
    for function in _functions(module, mutant.function):
        code = _inner(made, function.__code__)
        if code is None or code.co_freevars != function.__code__.co_freevars:
            raise LookupError(f"{mutant} has no code to be exchanged")
        function.__code__ = code


def _functions(module: ModuleType, dotted: str) -> list[FunctionType]:
    """The function that `dotted` names, or that holds what it names."""
    owner: Any = module
    found: Any = None
    for name in dotted.split("."):
        found = vars(owner)[name]
        if not isinstance(found, type):
            break
        owner = found
    if isinstance(found, property):
        return [each for each in (found.fget, found.fset) if isinstance(each, FunctionType)]
    for attribute in ("func", "__func__"):
        found = getattr(found, attribute, found)
    while hasattr(found, "__wrapped__"):
        found = found.__wrapped__
    if not isinstance(found, FunctionType):
        raise TypeError(f"{module.__name__}.{dotted} is no function")
    return [found]


def _inner(code: CodeType, like: CodeType) -> CodeType | None:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if (constant.co_qualname, constant.co_firstlineno) == (like.co_qualname, like.co_firstlineno):
                return constant
            if (deeper := _inner(constant, like)) is not None:
                return deeper
    return None


def _name(module: str) -> str:
    return module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


# --- Afresh: the module is mutated before it is imported ---


def _afresh(measured: Measured, wanted: Sequence[Mutant], place: int, out: Path) -> None:
    """Those of `model` first: for the others, `model` need not be imported by each."""
    of_model = [mutant for mutant in wanted if "/model/" in mutant.module]
    for mutant in of_model:
        _alone(measured, mutant, place, out)
    package = importlib.import_module("generator.model")
    for module in pkgutil.iter_modules(package.__path__, "generator.model."):
        importlib.import_module(module.name)
    for mutant in wanted:
        if mutant not in of_model:
            _alone(measured, mutant, place, out)


def _alone(measured: Measured, mutant: Mutant, place: int, out: Path) -> None:
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        code = FAILED
        try:
            sys.meta_path.insert(0, _Finder(mutant))
            chosen = _Chosen(measured, writing, _tried(measured, mutant))
            chosen.limit("")
            folder = f"--basetemp={BUILT / f'tmp{place}'}"
            files = list(dict.fromkeys(test.partition("::")[0] for test in chosen.tests))
            done = pytest.main([*PYTEST, "-s", folder, *files], plugins=[chosen]) if files else 0
            code = {0: SURVIVED, 5: SURVIVED, 4: FAILED}.get(int(done), KILLED)
        finally:
            os._exit(code)
    os.close(writing)
    by, status = _heard(reading, pid)
    _told(out, mutant, status, by)


class _Chosen(_Watch):
    def __init__(self, measured: Measured, writing: int, tests: Sequence[str]) -> None:
        super().__init__(measured, writing)
        self.tests = tests

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Those that are tried, in their order."""
        rank = {test: number for number, test in enumerate(self.tests)}
        items[:] = sorted((item for item in items if item.nodeid in rank), key=lambda item: rank[item.nodeid])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        """Each with its own limit."""
        self.limit(item.nodeid)


class _Finder:
    """Finds the one module, mutated."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant, self.name = mutant, _name(mutant.module)

    def find_spec(
        self, name: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Of that module, one whose code is the mutant's."""
        if name != self.name:
            return None
        file = str(ROOT / self.mutant.module)
        return importlib.util.spec_from_file_location(name, file, loader=_Loader(name, file, self.mutant))


class _Loader(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, mutant: Mutant) -> None:
        super().__init__(name, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        return code_of(self.mutant, Path(self.path).read_text(encoding="utf-8"), self.path)
