# Two commands: `make demo` shows Dragoman at work, `make test` checks it. Both install what they need into .venv.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: demo test lint corpus bench clean help

help:
	@echo "make demo   install into $(VENV) and read ten example reports, then ask a ledger of 66"
	@echo "make test   install what the tests need and run them (lint, types, contracts, tests)"
	@echo "make bench  side-by-side measurements (see BENCHMARKS.md)"

$(VENV)/.run: pyproject.toml uv.lock scripts/install.sh
	@PYTHON="$(PYTHON)" sh scripts/install.sh --no-dev
	@touch $@

$(VENV)/.test: pyproject.toml uv.lock scripts/install.sh
	@PYTHON="$(PYTHON)" sh scripts/install.sh
	@touch $(VENV)/.run $@

demo: $(VENV)/.run
	@mkdir -p demo
	@$(RUN) -m dragoman read examples/reports --html demo/readings.html
	@$(RUN) -m dragoman add examples/crises --ledger demo/relations.db
	@$(RUN) -m dragoman brief Mauritania Mali --on 2012-03-25 --ledger demo/relations.db

lint: $(VENV)/.test
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

test: lint
	$(RUN) -m pytest -q -rs -m "not corpus"

corpus: $(VENV)/.test
	$(RUN) -m pytest -q -m corpus

bench: $(VENV)/.test
	$(RUN) -m benchmarks

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
