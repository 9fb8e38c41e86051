"""The command that says what of the articles is annotated: coverage."""

from __future__ import annotations

import click

from generator.cli.completion import SLUG
from generator.cli.site import whole, with_site
from generator.export.coverage import coverage_as_json, coverage_as_text
from generator.model.coverage import coverage as covered_by
from generator.publish import Site


@click.command()
@click.argument("slug", type=SLUG)
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="For people, or for programs.",
)  # fmt: skip
@with_site
def coverage(site: Site, quiet: bool, slug: str, style: str) -> None:
    """List the sentences of a brief's articles that no claim and no note touches, each with its line.

    The preview lists them below each article too; the site that is built does not.

    \b
    Examples:
      briefs coverage harbour-fire
      briefs coverage harbour-fire --format json | jq '.share'
    """
    findings = whole(site, drafts=True, quiet=True, slugs=(slug,)).findings[slug]
    covered = [covered_by(findings, source) for source in findings.brief.articles]
    said = coverage_as_json(slug, covered) if style == "json" else coverage_as_text(covered)
    click.echo(said.encode("utf-8") if style == "json" else said, nl=False)
