"""Work is spread over processes, no more of it is asked for than is soon done, and what fails is told."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool

import pytest

from generator.pipeline.crew import FEW, cores, crew


def doubled(numbers: list[int]) -> list[int]:
    return [2 * number for number in numbers]


def process(numbers: list[int]) -> list[int]:
    return [os.getpid() for _ in numbers]


def refused(numbers: list[int]) -> list[int]:
    if 30 in numbers:
        raise ValueError("not 30")
    return numbers


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("number", [0, 1, FEW, FEW + 1, 50, 500])
def test_all_of_it_is_done_once(number: int, jobs: int) -> None:
    with crew(jobs) as workers:
        assert sorted(workers.spread(doubled, range(number))) == [*range(0, 2 * number, 2)]
        assert sorted(workers.spread(doubled, iter(range(number)))) == [*range(0, 2 * number, 2)]


def test_a_little_is_done_here_and_much_elsewhere() -> None:
    with crew(2) as workers:
        assert set(workers.spread(process, range(FEW))) == {os.getpid()}
        assert os.getpid() not in set(workers.spread(process, range(60)))
    with crew(1) as alone:
        assert set(alone.spread(process, range(60))) == {os.getpid()}


def children() -> set[int | None]:
    return {child.pid for child in multiprocessing.active_children()}


def test_once_all_is_settled_no_process_comes() -> None:
    with crew(2) as workers:
        list(workers.spread(process, range(60)))
        workers.rest()
        workers.settle()
        before = children()
        assert len(before) == 2
        assert set(workers.spread(process, range(200))) <= before
        assert children() == before


def test_where_there_was_little_to_do_all_is_done_here_then() -> None:
    with crew(2) as workers:
        list(workers.spread(process, range(FEW)))
        workers.settle()
        assert set(workers.spread(process, range(200))) == {os.getpid()}
        assert children() == set()


def test_processes_that_rested_are_others_afterwards() -> None:
    with crew(2) as workers:
        before = set(workers.spread(process, range(60)))
        workers.rest()
        assert before.isdisjoint(workers.spread(process, range(60)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_more_is_asked_for_than_is_soon_done(jobs: int) -> None:
    asked = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            asked.append(number)
            yield number

    with crew(jobs) as workers:
        first = next(iter(workers.spread(doubled, numbers())))
        assert first % 2 == 0
        assert len(asked) < 200


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_raised_is_raised_here(jobs: int) -> None:
    with crew(jobs) as workers, pytest.raises(ValueError, match="not 30"):
        list(workers.spread(refused, range(60)))


def stubborn(pieces: list[int]) -> list[int]:
    """One process is killed; the others are at something that what Python does on a signal can't break off."""
    if 0 in pieces:
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGKILL)
    while True:
        try:
            time.sleep(60)
        except SystemExit:
            continue


def test_where_one_process_is_killed_the_others_end_at_once() -> None:
    usual = signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # as the command has it
    begin = time.monotonic()
    try:
        with pytest.raises(BrokenProcessPool), crew(2) as workers:
            list(workers.spread(stubborn, range(FEW + 2)))
    finally:
        signal.signal(signal.SIGTERM, usual)
    assert time.monotonic() - begin < 30


def test_there_is_a_core() -> None:
    assert cores() >= 1
