"""How well `briefs add` tells an article from its page, and what its models are made by."""
