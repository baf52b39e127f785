# Every recipe sets up what it needs on a fresh clone: Python 3.11 or later and the package registry are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPORA ?= ../shared/corpora
SCORER ?= ../shared/tools/score_events.py

.PHONY: demo test check score gate gate-quick bench gazetteer clean

$(VENV)/demo.done: pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/dev.done: $(VENV)/demo.done
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

# Codes the sample reports and prints the events.
demo: $(VENV)/demo.done
	$(BIN)/dateline code samples/reports

# The whole suite.
test: $(VENV)/dev.done
	$(BIN)/python -m pytest

# Format, lint, types, one-way imports, documentation up to date.
check: $(VENV)/dev.done
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
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
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .

clean:
	rm -rf $(VENV) build dist dateline/resolve/data/gazetteer.sqlite
