"""The site's search: entries -> groups -> an index of each that browsers put together (Pagefind)."""

from generator.publish.find.groups import groups
from generator.publish.find.index import SearchError, index_group, write_engine
from generator.publish.find.manifest import ENGINE, MANIFEST, manifest
from generator.publish.find.site import SiteSearch, drop_materials, is_of_brief, silence_material

__all__ = [
    "ENGINE", "MANIFEST", "SearchError", "SiteSearch", "drop_materials", "groups", "index_group", "is_of_brief",
    "manifest", "silence_material", "write_engine",
]  # fmt: skip
