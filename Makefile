# Every target makes what it needs: a virtual environment in .venv, and nothing outside this folder.

PYTHON ?= python3
BIN := .venv/bin
AXE := tests/browser/node_modules/axe-core/package.json
LIGHTHOUSE := tests/tools/lighthouse/node_modules/lighthouse/package.json
SVELTIA := .editor/node_modules/@sveltia/cms
NPM := npm install --no-save --no-package-lock --no-audit --no-fund --loglevel=error --prefix
MUTATED := generator/kinds generator/showcase generator/text generator/charts generator/presenters generator/exports generator/pages
MUTANTS ?= 100
SEED ?= 1
N ?= 100 1000 3000 10000
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
# one more than there are cores: who tries a browser or a command mostly waits

# The tests start hundreds of processes: each module is compiled once.
export PYTHONDONTWRITEBYTECODE :=

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-header --no-annotate \
  --generate-hashes --only-binary :all: --emit-build-options
BUILDER := $(BIN)/python -c \
  'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")'

EXTRA := $(BIN)/python -c 'import sys, tomllib; \
  print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"][sys.argv[1]], sep="\n")'

.PHONY: site serve lint test test-long mutants words fonts screenshots lighthouse bench editor upgrade audit release sbom

site: .venv/site  ## build the site into site/
	$(BIN)/vetrina build $(ARGS)

serve: .venv/site  ## preview the site while editing
	$(BIN)/vetrina serve $(ARGS)

lint: .venv/dev
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: lint $(AXE) $(SVELTIA)
	$(BIN)/vetrina check --strict
	$(BIN)/pytest --numprocesses=$(WORKERS) --dist=loadfile $(PYTEST)

test-long: export VETRINA_TEST_LONG := 1
test-long: test

mutants: .venv/dev  ## put MUTANTS small faults into the code, one at a time: which do the tests not see?
	$(BIN)/python -m tests.tools.mutants $(MUTATED) --sample $(MUTANTS) --seed $(SEED)

lighthouse: .venv/dev $(LIGHTHOUSE)  ## ask Lighthouse of the site as in production; needs npm and Chromium
	$(BIN)/python -m tests.tools.lighthouse

bench: .venv/bench  ## how long Vetrina takes beside Hugo, at N records; with 10,000 of them an hour or more
	@$(BIN)/python -m benchmarks --records $(N) $(ARGS)

# named one by one, since zizmor finds workflows in .github alone; the other file it reads by its own name only
THEIR_WORKFLOWS := $(filter-out %-dependabot.yml,$(wildcard generator/data/beginning/github-*.yml))
audit: .venv/audit  ## known vulnerabilities, licences that are not among ours, and what strangers could use in workflows
	$(BIN)/pip-audit --strict --requirement constraints.txt --require-hashes --disable-pip
	$(BIN)/pip-licenses --from=mixed --partial-match --packages $$(sed -n 's/==.*//p' constraints.txt) \
	  --allow-only 'MIT;BSD;Apache;Mozilla Public License 2.0;PSF-2.0;ISC;EUPL'
	$(BIN)/zizmor --offline --quiet --strict-collection .github $(THEIR_WORKFLOWS)

release: .venv/dev  ## the wheel and the sdist into dist/, as a release has them: built twice, with the same bytes
	rm -rf dist
	$(BIN)/python -m hatchling build --directory dist/again
	$(BIN)/python -m hatchling build --directory dist
	cd dist && for one in again/*; do cmp "$$one" "$$(basename "$$one")" || exit 1; done && rm -r again

sbom: .venv/audit .venv/bare  ## all packages of a release, with their licences, as CycloneDX
	mkdir -p dist
	$(BIN)/cyclonedx-py environment .venv/bare/bin/python --pyproject pyproject.toml --output-reproducible --output-file dist/vetrina.cdx.json
	$(BIN)/python -m tests.tools.release dist/vetrina.cdx.json

editor: .venv/site $(SVELTIA)  ## write the editor in the browser into editor/; needs npm the first time
	$(BIN)/vetrina editor editor --program $(SVELTIA)

words: .venv/dev  ## bring the catalogues up to the code, and tell what is to be translated
	$(BIN)/python -m tests.tools.catalogues

fonts: .venv/dev  ## make the fonts, and the measures of cards, anew from their families
	$(BIN)/python -m tests.tools.fonts

screenshots: .venv/dev  ## take the pictures of the README anew, with the system's Chromium
	$(BIN)/python -m tests.tools.screenshots

upgrade: $(BIN)/python  ## take the newest versions that pyproject.toml allows into the constraints
	$(PIP) --upgrade uv
	$(BUILDER) | $(COMPILE) pyproject.toml - --extra dev --output-file constraints-dev.txt
	$(BUILDER) | $(COMPILE) pyproject.toml - --constraint constraints-dev.txt --output-file constraints.txt
	$(EXTRA) bench | $(COMPILE) - --output-file constraints-bench.txt
	$(EXTRA) audit | $(COMPILE) - --constraint constraints-dev.txt --output-file constraints-audit.txt

# Stamps in one environment: what the site needs, what the tests need besides, what the benchmark needs besides them.
# Then the project itself, with nothing that the constraints do not hold.
.venv/site: constraints.txt pyproject.toml | $(BIN)/python
	$(PIP) --requirement $<
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: constraints-dev.txt pyproject.toml | $(BIN)/python
	$(PIP) --requirement $<
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch .venv/site $@

.venv/bench: constraints-bench.txt .venv/dev
	$(PIP) --requirement $<
	@touch $@

.venv/bare: constraints.txt pyproject.toml | $(BIN)/python  # what a site is built with, and nothing else
	$(PYTHON) -m venv --clear $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	$@/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation .

.venv/audit: constraints-audit.txt .venv/dev
	$(PIP) --requirement $<
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Vetrina needs Python 3.11 or newer: install it, or name it with `make PYTHON=python3.12 …`.' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { echo 'This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt-get install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv .venv

# The rules of accessibility and of markup come from npm; npm gives files the date of their release, hence the touch.
$(AXE): tests/browser/package.json
	@if command -v npm >/dev/null; then \
	  $(NPM) $(<D) && touch $@; \
	else echo 'npm is missing: the tests of accessibility and of markup will be skipped.'; fi

# Exactly this version: what it writes is the canonical form of content.
$(SVELTIA):
	@if command -v npm >/dev/null; then \
	  $(NPM) .editor @sveltia/cms@0.221.1; \
	else echo 'npm is missing: the editor in the browser cannot be fetched, and its tests will be skipped.'; fi

$(LIGHTHOUSE): tests/tools/lighthouse/package.json
	$(NPM) $(<D) && touch $@
