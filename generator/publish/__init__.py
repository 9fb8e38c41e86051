"""A build beside the old one, swapped in only when it is whole."""

from generator.publish.engine import Site, build_whole, open_site
from generator.publish.swap import beside

__all__ = ["Site", "beside", "build_whole", "open_site"]
