"""Values and nothing else: no file, no YAML, no Jinja, no MkDocs."""
