"""The site's search: entries -> groups -> an index of each that browsers put together (Pagefind)."""

from generator.publish.find.groups import groups, in_order, lot_of, named
from generator.publish.find.index import SearchError, engine_files, files_of_group, index_group, write_engine
from generator.publish.find.manifest import ENGINE, MANIFEST, manifest
from generator.publish.find.site import SiteSearch, drop_materials, is_of_brief, silence_material

__all__ = [
    "ENGINE", "MANIFEST", "SearchError", "SiteSearch", "drop_materials", "engine_files", "files_of_group",
    "groups", "in_order", "index_group", "is_of_brief", "lot_of", "manifest", "named", "silence_material",
    "write_engine",
]  # fmt: skip
