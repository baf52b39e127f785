# Every recipe sets up what it needs on a fresh clone: Python 3.11 or later and the package registry are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := $(VENV)/demo.sqlite
CORPORA ?= ../shared/corpora
FRONTEND := $(shell find frontend -type f -not -path "*/node_modules/*" -not -name "*.pyc")
SCORER ?= ../shared/tools/score_events.py

# Python keeps what it compiled, whatever the machine is set to: tests start hundreds of programs.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo serve test test-browser check frontend screenshots score gate gate-quick bench gazetteer clean

# Nothing is compiled ahead: Python does it for what is used, and 70 MB stay off the disk.
$(VENV)/demo.done: pyproject.toml hatch_build.py $(FRONTEND)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -e .
	@touch $@

$(VENV)/dev.done: $(VENV)/demo.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -e '.[dev]'
	@touch $@

# Codes the sample reports, prints the events, and serves them where there is a terminal.
demo: $(VENV)/demo.done
	$(BIN)/dateline code samples/reports
	@$(BIN)/dateline ingest samples/reports --db $(DEMO) --quiet
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/dateline serve --db $(DEMO); \
	else echo "the same in the browser, at http://localhost:8765/ : $(BIN)/dateline serve --db $(DEMO)"; fi

# The workbench on the sample reports.
serve: $(VENV)/demo.done
	@$(BIN)/dateline ingest samples/reports --db $(DEMO) --quiet
	$(BIN)/dateline serve --db $(DEMO)

# The whole suite, a program for each processor.
test: $(VENV)/dev.done
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal

# The workbench in a real browser; needs chromium.
test-browser: $(VENV)/dev.done frontend
	$(BIN)/python frontend/build.py --dev
	$(BIN)/python -m pytest --numprocesses=2 --dist=loadfile tests/browser

# Builds the workbench's front end anew where its sources changed.
frontend: $(VENV)/dev.done
	$(BIN)/python frontend/build.py

# Pictures of the workbench on the sample reports: docs/screenshots. Needs chromium.
screenshots: $(VENV)/dev.done frontend
	$(BIN)/python -m tests.browser.screenshots

# Format, lint, types, one-way imports, documentation up to date.
check: $(VENV)/dev.done
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python frontend/build.py --check
	$(BIN)/python docs/generate.py --check

# Every figure on one page; writes docs/scorecard.md. Needs the shared corpora.
score: $(VENV)/dev.done
	$(BIN)/python -m eval.score --corpora $(CORPORA) --scorer $(SCORER)

# Fails where a figure fell below its floor (eval/floors.json). Needs the shared corpora.
gate: $(VENV)/dev.done
	$(BIN)/python -m eval.gate --corpora $(CORPORA) --scorer $(SCORER)

# The gate on data of this repository alone.
gate-quick: $(VENV)/dev.done
	$(BIN)/python -m eval.gate --quick

# Speed, start-up, memory; appends to bench/results.jsonl. Needs the shared corpora.
bench: $(VENV)/dev.done
	$(BIN)/python -m bench --corpora $(CORPORA)

# Build the gazetteer anew.
gazetteer: $(VENV)/demo.done
	rm -f dateline/resolve/data/gazetteer.sqlite
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile -e .

clean:
	rm -rf $(VENV) build dist dateline/resolve/data/gazetteer.sqlite dateline/web/static frontend/node_modules
