"""The page that explains how reports are compared, made from the rules themselves wherever they can be shown."""

from __future__ import annotations

from generator.render.method.origins import WORKED
from generator.render.method.page import Rules, method_page

__all__ = ["WORKED", "Rules", "method_page"]
