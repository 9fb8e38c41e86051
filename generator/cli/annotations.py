"""The commands for who annotates: check, export, new and schema."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from generator import pipeline
from generator.cli.completion import SLUG
from generator.cli.held import with_held
from generator.cli.site import known, print_problems, whole, with_site
from generator.export.brief_json import export_brief
from generator.export.problems import problems_as_github, problems_as_json
from generator.export.sarif import problems_as_sarif
from generator.export.schema import FILES, KINDS, schema_text
from generator.model.keys import ID_PATTERN
from generator.model.source import in_order
from generator.publish import Site, beside
from generator.publish.linked import links_out
from generator.suggest import blank_brief, blank_party
from generator.write import write

SCHEMA = ".schema"
"""Where the schemas lie, below the folder of briefs."""

FORMATS = {"json": problems_as_json, "github": problems_as_github, "sarif": problems_as_sarif}


@click.command()
@click.argument("slugs", metavar="[SLUG]...", nargs=-1, type=SLUG)
@click.option(
    "--format", "style", type=click.Choice(["text", *FORMATS]), default="text", show_default=True,
    help="For people, for programs, for annotations in GitHub's workflows, or for code hosts.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Warnings too give exit status 1.")
@with_held
@with_site
def check(
    site: Site,
    quiet: bool,
    slugs: tuple[str, ...],
    style: str,
    strict: bool,
    held: Callable[[Site, Path | None], pipeline.Held],
) -> None:
    """Check every brief, or those named: each quotation, reference, figure and date; and of all that no link of the
    docs folder leads out of it.

    \b
    Examples:
      briefs check
      briefs check harbour-fire --strict
      briefs check --format json > problems.json
      briefs check --strict --since main
    """
    outcome = pipeline.check(site.root, site.settings(drafts=True), slugs, held(site, site.site_dir))
    for slug in slugs:
        known(slug, outcome)
    if not slugs:
        links = links_out(site.config, site.root)
        outcome = replace(outcome, problems=tuple(in_order([*outcome.problems, *links])))
    if style == "text":
        print_problems(outcome, quiet=quiet)
    else:
        click.echo(FORMATS[style](outcome.problems).encode(), nl=False)
    if outcome.fails(strict=strict):
        sys.exit(1)


@click.command()
@click.argument("slug", type=SLUG)
@with_site
def export(site: Site, quiet: bool, slug: str) -> None:
    """Print a brief as JSON: its claims, where each quotation stands, and what comparing gave.

    \b
    Examples:
      briefs export harbour-fire
      briefs export harbour-fire | jq '.claims[] | {id, status, origins}'
    """
    outcome = whole(site, drafts=True, quiet=True, slugs=(slug,))
    known(slug, outcome)
    click.echo(export_brief(outcome.findings[slug]), nl=False)


@click.command()
@click.argument("slug")
@with_site
def new(site: Site, quiet: bool, slug: str) -> None:
    """Begin a brief: a draft that passes every check, to be written over.

    \b
    Examples:
      briefs new harbour-fire
    """
    if not re.fullmatch(ID_PATTERN, slug):
        raise click.UsageError(f"“{slug}” is no slug: small letters, digits, - and _, like harbour-fire")
    briefs = site.root / site.briefs_dir
    if (briefs / slug).exists():
        raise click.UsageError(f"{site.briefs_dir}/{slug} is there already")
    parties = briefs / "parties.yml"
    register = parties.read_text(encoding="utf-8-sig") if parties.exists() else None
    completed = blank_party(register)
    with beside(briefs / slug) as folder:
        write(blank_brief(slug, datetime.now(tz=UTC).date()).items(), folder)
    if completed != register:
        write([(parties.name, completed.encode("utf-8"))], briefs)
    write_schemas(briefs)
    if not quiet:
        click.echo(f"{site.briefs_dir}/{slug}/brief.yml is a draft: briefs serve shows it", err=True)


@click.command()
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.option("--write", "writes", is_flag=True, help="Write all three below the folder of briefs instead.")
@with_site
def schema(site: Site, quiet: bool, kind: str | None, writes: bool) -> None:
    """Print the JSON Schema of a file of the format, by which an editor completes and checks YAML.

    \b
    Examples:
      briefs schema brief
      briefs schema --write         briefs/.schema/, where the modelines of new briefs look
    """
    if bool(kind) == writes:
        raise click.UsageError(f"name one of {', '.join(KINDS)}, or give --write")
    if kind:
        click.echo(schema_text(kind).encode(), nl=False)
        return
    write_schemas(site.root / site.briefs_dir)
    if not quiet:
        click.echo(f"{len(KINDS)} schemas in {site.briefs_dir}/{SCHEMA}/", err=True)


def write_schemas(briefs: Path) -> None:
    """Writes the schemas where the modelines of briefs look. Raises `OSError`."""
    write([(f"{SCHEMA}/{FILES[kind]}", schema_text(kind).encode("utf-8")) for kind in KINDS], briefs)
