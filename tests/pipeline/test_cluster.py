"""A build by the workers of a Dask scheduler: the same site, and a clear word where there is none."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from distributed import LocalCluster

from generator.cli import commands
from tests.pipeline.built import build, differing, site, tree


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler with two worker processes on this machine."""
    with LocalCluster(
        n_workers=2,
        processes=True,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        silence_logs=50,
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["build", "-f", str(root / "mkdocs.yml"), *arguments])


def test_a_cluster_builds_the_same_site(scheduler: str, tmp_path: Path) -> None:
    root = site(tmp_path / "ours")
    build(root, "-q", "--executor", scheduler)
    build(root, "-q", "-j", "1", "--no-cache", "-d", str(tmp_path / "here"))
    assert differing(tree(root / "site"), tree(tmp_path / "here")) == []


def test_what_a_cluster_made_is_found_here_and_the_other_way_round(scheduler: str, tmp_path: Path) -> None:
    root = site(tmp_path / "ours", 4)
    build(root, "-q", "--executor", scheduler)
    brief = root / "briefs/brief-00002/brief.yml"
    brief.write_text(brief.read_text("utf-8").replace("title: ", "title: Once more ", 1), "utf-8")
    build(root, "-q", "-j", "1")
    brief.write_text(brief.read_text("utf-8").replace("title: ", "title: Again ", 1), "utf-8")
    build(root, "-q", "--executor", scheduler)
    build(root, "-q", "-j", "1", "--no-cache", "-d", str(tmp_path / "here"))
    assert differing(tree(root / "site"), tree(tmp_path / "here")) == []


def test_a_problem_is_told_as_it_is_here(scheduler: str, tmp_path: Path) -> None:
    root = site(tmp_path / "ours", 3)
    brief = root / "briefs/brief-00002/brief.yml"
    brief.write_text(brief.read_text("utf-8").replace("title: ", "titel: ", 1), "utf-8")
    far, near = run(root, "--executor", scheduler), run(root, "-j", "1")
    assert (far.exit_code, far.output) == (near.exit_code, near.output) == (1, near.output)
    assert "titel" in far.output


def test_where_no_scheduler_is_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.cluster.PATIENCE", 0.5)
    root = site(tmp_path / "ours", 2)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"dask://127.0.0.1:{free.getsockname()[1]}"
        result = run(root, "--executor", address)
    assert result.exit_code == 1
    assert f"{address}: no Dask scheduler answers here" in result.output
    assert not (root / "site").exists()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:8786", "dask://127.0.0.1", "dask://", "8786"])
def test_another_address_is_refused(address: str, tmp_path: Path) -> None:
    result = run(site(tmp_path / "ours", 2), "--executor", address)
    assert result.exit_code == 2
    assert "dask://HOST:PORT" in result.output
