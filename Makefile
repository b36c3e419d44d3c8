# The habits, one line each. Needed beforehand: Python 3.11 or newer with pip, make, the registries.

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= 2
PY := .venv/bin/python
MANAGE := $(PY) manage.py
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
LOCALE := locale/id/LC_MESSAGES/django
READY := .venv/.ready node_modules/.ready $(LOCALE).mo

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run dev test bench lint format lock

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1  /p' Makefile | while read -r name what; do printf '  make %-8s %s\n' "$$name" "$$what"; done

setup: export DEMO = true
setup: $(READY)  ## environment, packages, database, migrations, reference data
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_reference

run: export DEMO = true
run: $(READY)  ## a throw-away portal with demo data on http://localhost:PORT (default 8000)
	@$(MANAGE) run --port $(PORT)

dev: export DEBUG = true
dev: $(READY)  ## the same database with Django's debug pages and reloading
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) runserver $(PORT)

test: export DEMO = true
# Empty is unset: some thirty processes of the tests would each compile the portal anew.
test: export PYTHONDONTWRITEBYTECODE =
test: $(READY)  ## everything that must hold, browser tests included
	CHROMIUM_PATH=$$($(PY) -m tests.browser.chromium) && export CHROMIUM_PATH && \
	$(PY) -m pytest -n $(WORKERS) $(ARGS)

bench: export DEMO = true
bench: $(READY) .venv/bench/.ready  ## how fast it is, as ratios; one part alone: make bench ONLY=schools
	@PYTHONPATH=.venv/bench $(PY) -m tests.bench $(ONLY)

lint: $(READY)  ## Python, templates, layers, migrations, production settings
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	find templates -name '*.html' -exec .venv/bin/djade --check {} +
	.venv/bin/lint-imports
	DEMO=true $(MANAGE) makemigrations --check --dry-run
	env -u DEMO -u DEBUG ALLOWED_HOSTS=contoh.go.id \
	SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_hex(30))') \
	$(MANAGE) check --deploy --fail-level WARNING

format: .venv/.ready  ## put Python and templates into their form
	$(PY) -m ruff check --fix
	$(PY) -m ruff format
	@# djade ends with 1 when it has rewritten a file, so the second look decides.
	find templates -name '*.html' -exec .venv/bin/djade {} + || \
	find templates -name '*.html' -exec .venv/bin/djade --check {} +

UV_COMPILE := .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header

lock: $(READY)  ## choose and pin the newest versions that requirements.in and package.json allow
	$(PY) -m pip install --quiet uv
	$(UV_COMPILE) requirements.in -o requirements.txt
	$(UV_COMPILE) requirements-node.in -o requirements-node.txt
	$(UV_COMPILE) tests/bench/requirements.in -o tests/bench/requirements.txt
	$(NPM) install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund

# What the habits stand on: made once, and again when a lock file changes.

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 atau lebih baru diperlukan; atur PYTHON, misalnya: make run PYTHON=python3.12" >&2; exit 1; }
	@# Debian's Python without python3-venv cannot put pip into an environment, but its pip can.
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv 2>/dev/null || \
	{ $(PYTHON) -m venv --clear --without-pip .venv && $(PYTHON) -m pip --python .venv/bin/python install --quiet pip; }

.venv/.ready: requirements.txt | .venv/bin/python
	$(PIP_INSTALL) -r requirements.txt
	@mkdir -p var/static
	@touch $@

# Beside the portal's packages, not among them: no test can lean on what only the bench needs.
.venv/bench/.ready: tests/bench/requirements.txt .venv/.ready
	$(PIP_INSTALL) --upgrade --target .venv/bench -r tests/bench/requirements.txt
	@touch $@

$(LOCALE).mo: $(LOCALE).po | .venv/.ready
	DEMO=true $(MANAGE) compile_locale

# npm of this machine, or the one that a Python package brings.
NPM = $(if $(and $(shell command -v npm),$(shell command -v node)),npm,PATH="$(CURDIR)/.venv/bin:$$PATH" npm)

node_modules/.ready: package-lock.json package.json requirements-node.txt | .venv/.ready
	@if ! command -v npm >/dev/null || ! command -v node >/dev/null; then \
	$(PIP_INSTALL) -r requirements-node.txt; fi
	$(NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@
