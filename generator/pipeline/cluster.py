"""A cluster's machines as the crew of a build: an executor that hands the work to a Dask scheduler."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from generator.pipeline.crew import Crew, crew

SCHEME = "dask://"
PATIENCE = 15.0
"""Seconds in which a scheduler must answer."""


@contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """A crew of the workers that the scheduler at `dask://HOST:PORT` has.

    Each of them has this very program and what is installed beside it, and sees the site's folder and the cache under
    the same paths: what they make comes back through the cache. Raises `click.ClickException` where there is no such
    scheduler, no worker, or the workers end.
    """
    if find_spec("distributed") is None:
        raise click.UsageError("this needs Dask: install `annotated-briefs[dask]`")
    distributed: Any = import_module(
        "distributed"
    )  # it has no types, and takes a second that others don't need

    try:
        client = distributed.Client(
            f"tcp://{address.removeprefix(SCHEME)}", timeout=PATIENCE, set_as_default=False
        )
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{address}: no Dask scheduler answers here ({error})") from error
    with client:
        workers = sum(
            worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values()
        )
        if not workers:
            raise click.ClickException(f"{address}: the scheduler has no workers")
        executor: Executor = client.get_executor(pure=False)
        try:
            with crew(workers, lambda _: executor) as those:
                yield those
        except distributed.KilledWorker as error:
            raise click.ClickException(f"{address}: workers ended while they built ({error})") from error
