# `make site` builds the site, `make test` runs every test; both do all the set-up first.
SHELL := /bin/sh
PYTHON ?= python3
TOOLS := .tools
VENV := .venv
BIN := $(VENV)/bin
UV := PYTHONPATH=$(TOOLS) $(PYTHON) -m uv
CHROMIUM ?= /usr/bin/chromium
export NO_MKDOCS_2_WARNING := 1
# uv trusts the certificates that the system trusts, as pip does: a mirror's or a proxy's too.
export UV_SYSTEM_CERTS ?= 1

.PHONY: site serve test check audit supply sbom torture bench model tour lint types contracts messages lock browser setup clean

site: setup ## build the site into site/
	$(BIN)/briefs build --strict

serve: setup ## preview on 127.0.0.1:8000, rebuilt at each edit
	$(BIN)/briefs serve

test: setup browser ## every test, browser tests included
	$(BIN)/pytest

check: setup lint types contracts ## style, types, architecture, a strict build
	$(BIN)/briefs check --strict
	$(BIN)/mkdocs build --strict --quiet --site-dir build/check

# Not part of `make test`, because it needs Java and Node; it installs them where they are missing, or fails.
audit: site browser ## the Nu checker over every page of site/, Lighthouse over a brief, an article and home
	CHROMIUM=$(CHROMIUM) $(BIN)/python -m tests.audit

# The tools have a lock and an environment of their own. Ends with 69 where the advisory service can't be asked: nothing was audited then.
supply: setup $(TOOLS)/supply/.ready ## advisories on all that is locked, zizmor over the workflows, the bills of materials
	$(BIN)/python -m tests.supply

sbom: setup $(TOOLS)/supply/.ready ## what is locked as CycloneDX: build/sbom.json of what builds a site, build/sbom-*.json of the rest
	$(BIN)/python -m tests.supply sbom

# A night's work: every hostile input at its full size, every payload in every field, 100,000 fuzzed texts, the faults; then
# all mutants of what may not be wrong. `make torture TORTURE="--budget 30"` tries a sample of these for 30 minutes.
torture: setup browser ## the hostile inputs and the faults, whole; branch coverage and mutation score of what may not be wrong
	BRIEFS_TORTURE=1 $(BIN)/pytest -p tests.hostile.listed tests/hostile tests/faults
	$(BIN)/python -m tests.torture $(TORTURE)

tour: site browser ## the README's pictures, anew
	$(BIN)/python -m docs.tour

bench: setup browser ## the benchmarks print their tables
	$(BIN)/python -m benchmarks --peers
	$(BIN)/python -m benchmarks --profile
	$(BIN)/python -m benchmarks.preview 10 100
	$(BIN)/python -m benchmarks.extraction

# Needs the shared corpora (BRIEFS_SHARED, by default ../shared) and Chromium, which copies the text of pages.
model: setup browser ## the models of `briefs add`, anew, from the shared corpora
	$(BIN)/python -m benchmarks.extraction.train

messages: setup ## the pages' words: new messages into the catalogues, to be translated there
	$(BIN)/python -m generator.render.messages

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

# --- set-up -----------------------------------------------------------------

setup: $(VENV)/.ready

# uv comes from PyPI into a folder of its own: `pip install uv` is refused on an externally managed Python.
$(TOOLS)/.ready: requirements/uv.txt
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-warn-script-location --upgrade \
	  --target $(TOOLS) --require-hashes -r requirements/uv.txt
	touch $@

# --python is essential: without it `uv pip sync` empties the system's environment. uv reads no pip.conf: where
# only pip knows the way to the packages, pip fetches the same ones, by the same hashes. All is compiled once, here:
# a system that forbids Python to write what it compiled would otherwise compile a thousand modules at each command.
$(VENV)/.ready: $(TOOLS)/.ready requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(UV) venv --quiet --python $(PYTHON) $(VENV)
	$(UV) pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements/dev.txt \
	  || $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
	  --require-hashes -r requirements/dev.txt
	$(UV) pip install --quiet --offline --python $(BIN)/python --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q generator
	touch $@

$(TOOLS)/supply/.ready: $(TOOLS)/.ready requirements/supply.txt
	test -x $(TOOLS)/supply/bin/python || $(UV) venv --quiet --python $(PYTHON) $(TOOLS)/supply
	$(UV) pip sync --quiet --python $(TOOLS)/supply/bin/python --require-hashes requirements/supply.txt \
	  || $(PYTHON) -m pip --python $(TOOLS)/supply/bin/python install --quiet --disable-pip-version-check \
	  --require-hashes -r requirements/supply.txt
	touch $@

# Debian's Chromium: the tests open the pages in a real browser. Where it can't be had, they skip and say so.
browser:
	@test -x $(CHROMIUM) || { \
	  SUDO=; test "$$(id -u)" = 0 || SUDO="sudo -n"; \
	  { $$SUDO apt-get update -qq && $$SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	  || echo "Chromium could not be installed: the browser tests will be skipped" >&2; }

# Locks every dependency with its hashes; no registry's address is written.
lock: $(TOOLS)/.ready
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  pyproject.toml --output-file requirements/site.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra dev --extra train pyproject.toml --output-file requirements/dev.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  benchmarks/peers/requirements.in --output-file benchmarks/peers/requirements.txt
	printf 'uv\n' | $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header - --output-file requirements/uv.txt
	printf 'cyclonedx-bom\npip-audit\nzizmor\n' | $(UV) pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header - --output-file requirements/supply.txt

clean: ## forget everything that was made here
	rm -rf site releases build .cache $(VENV) $(TOOLS)
