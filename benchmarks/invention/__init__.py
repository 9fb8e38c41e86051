"""Made-up reports of made-up events: words put together by a grammar, each brief from its own dice."""
