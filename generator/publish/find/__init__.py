"""The site's search: entries -> groups -> an index of each that browsers put together (Pagefind)."""

from generator.publish.find.groups import by_year, groups, in_order, lot_of, named
from generator.publish.find.index import SearchError, engine_files, packed_group
from generator.publish.find.join import ENGINE, FOLDER, MANIFEST, joined, level_for
from generator.publish.find.pack import Group, Program
from generator.publish.find.site import SiteSearch, drop_materials, is_of_brief, silence_material

__all__ = [
    "ENGINE", "FOLDER", "MANIFEST", "Group", "Program", "SearchError", "SiteSearch", "by_year", "drop_materials",
    "engine_files", "groups", "in_order", "is_of_brief", "joined", "level_for", "lot_of", "named", "packed_group",
    "silence_material",
]  # fmt: skip
