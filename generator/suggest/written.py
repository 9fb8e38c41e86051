"""Suggestions as an editor takes them over: YAML below `suggested:`, or JSON."""

from __future__ import annotations

import json
from typing import Any

import yaml

from generator.suggest.values import DraftClaim, DraftReport, Offered, Suggestions

_HEAD = """\
# Drafts, for you to reword, mend and move up into `claims:`. Nothing below `suggested:` is ever published.
"""
_REGISTER = "# To register in parties.yml, as far as you take over what names them:\n"


def as_mapping(suggestions: Suggestions) -> dict[str, Any]:
    """`{"suggested": [claim, …], "parties": {id: party, …}}`, the keys of each in the order of the format."""
    return {
        "suggested": [_claim(claim) for claim in suggestions.claims],
        "parties": {party.id: _party(party) for party in suggestions.parties},
    }


def as_yaml(suggestions: Suggestions) -> str:
    """The drafts below `suggested:`, and the parties that they name and no register has below `parties:`."""
    said = as_mapping(suggestions)
    text = _HEAD + _dumped({"suggested": said["suggested"]}, spaced=True)
    if said["parties"]:
        text += "\n" + _REGISTER + _dumped({"parties": said["parties"]})
    return text


def as_json(suggestions: Suggestions) -> str:
    """The same as JSON, a line feed at its end."""
    return json.dumps(as_mapping(suggestions), ensure_ascii=False, indent=2) + "\n"


def as_block(suggestions: Suggestions) -> str:
    """The drafts as they stand in brief.yml; the parties as a comment, since they belong into another file."""
    said = as_mapping(suggestions)
    text = _HEAD
    if said["parties"]:
        listed = _dumped(said["parties"])
        text += _REGISTER + "".join(f"#   {line}\n" for line in listed.splitlines())
    return text + _dumped({"suggested": said["suggested"]}, spaced=True)


def as_register(suggestions: Suggestions) -> dict[str, dict[str, str]]:
    """The offered parties as `parties.yml` would hold them."""
    return {party.id: dict(_party(party)) for party in suggestions.parties}


# --- Private functions ---


class _Dumper(yaml.SafeDumper):
    """Lists a step in, short ones and small mappings on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


class _Flow(dict):  # type: ignore[type-arg]
    """A mapping on one line."""


def _flow_list(dumper: yaml.SafeDumper, listed: list[Any]) -> yaml.Node:
    is_short = all(
        isinstance(item, str) or (isinstance(item, dict) and "together" in item) for item in listed
    )
    return dumper.represent_sequence("tag:yaml.org,2002:seq", listed, flow_style=is_short and bool(listed))


def _mapping(dumper: yaml.SafeDumper, mapping: dict[str, Any]) -> yaml.Node:
    is_flow = isinstance(mapping, _Flow) or "together" in mapping
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping.items(), flow_style=is_flow)


_Dumper.add_representer(list, _flow_list)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(_Flow, _mapping)


def _dumped(value: object, *, spaced: bool = False) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    return (
        text.replace("\n  - id:", "\n\n  - id:").replace(":\n\n  - id:", ":\n  - id:", 1) if spaced else text
    )


def _claim(claim: DraftClaim) -> dict[str, Any]:
    said: dict[str, Any] = {"id": claim.id, "claim": claim.claim}
    if claim.measure:
        said["measure"] = claim.measure
    reports: dict[str, list[DraftReport]] = {}
    for report in claim.reports:
        reports.setdefault(report.source, []).append(report)
    said["reports"] = {
        source: dict(listed[0].keys) if len(listed) == 1 else [dict(one.keys) for one in listed]
        for source, listed in reports.items()
    }
    return said


def _party(party: Offered) -> _Flow:
    said = _Flow(name=party.name)
    if party.kind:
        said["kind"] = party.kind
    if party.role:
        said["role"] = party.role
    return said
