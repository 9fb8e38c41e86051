"""What a process does ahead of the build is what the build would do, whatever becomes of the process."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from generator.pipeline.ahead import Ahead
from generator.pipeline.crew import crew

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no process is forked here")


def doubled(number: int) -> int:
    return 2 * number


def process() -> int:
    return os.getpid()


def refused(what: str) -> None:
    raise ValueError(what)


def killed(by: int) -> int:
    """The number of the process, which is killed where it isn't `by`."""
    if os.getpid() != by:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


@pytest.fixture(params=[True, False], ids=["beside", "here"])
def ahead(request: pytest.FixtureRequest) -> Callable[[], Ahead]:
    return lambda: Ahead(int if request.param else None)


def test_answers_are_those_to_what_was_asked_in_whatever_order(ahead: Callable[[], Ahead]) -> None:
    one = ahead()
    answers = [one.submit(doubled, number) for number in range(5)]
    assert [answers[number]() for number in (3, 0, 4, 1, 2)] == [6, 0, 8, 2, 4]
    assert answers[3]() == 6
    one.close()


def test_it_is_done_beside_where_there_is_a_process_for_it() -> None:
    for began, is_beside in ((int, True), (None, False)):
        one = Ahead(began)
        assert (one.submit(process)() != os.getpid()) == is_beside
        one.close()


def test_what_is_raised_there_is_raised_here_and_the_next_is_done(ahead: Callable[[], Ahead]) -> None:
    one = ahead()
    failed, done = one.submit(refused, "no"), one.submit(doubled, 4)
    with pytest.raises(ValueError, match="no"):
        failed()
    assert done() == 8
    one.close()


def test_what_a_process_did_not_come_to_is_done_here() -> None:
    one = Ahead(int)
    before, broken, after = one.submit(doubled, 1), one.submit(killed, os.getpid()), one.submit(doubled, 2)
    assert before() == 2
    assert broken() == os.getpid()
    assert after() == 4
    assert one.submit(doubled, 3)() == 6
    one.close()


def test_who_closes_it_does_not_wait_for_what_nobody_wants() -> None:
    one = Ahead(int)
    number = one.submit(process)()
    one.submit(time.sleep, 60)
    begin = time.monotonic()
    one.close()
    assert time.monotonic() - begin < 30
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_crew_has_one_process_where_there_is_much_to_do_and_who_helps() -> None:
    for jobs, is_large, is_beside in ((2, True, True), (2, False, False), (1, True, False)):
        with crew(jobs) as workers:
            one = workers.ahead(large=is_large)
            assert workers.ahead(large=is_large) is one
            number = one.submit(process)()
            assert (number != os.getpid()) == is_beside
            workers.rest()
            assert one.submit(process)() == number
        if is_beside:
            with pytest.raises(ProcessLookupError):
                os.kill(number, 0)
