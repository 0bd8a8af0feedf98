# One command for developers: `make check`. PYTHON names the environment's interpreter.
PYTHON ?= python

.PHONY: check lint test reference accuracy bench

check: lint test

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

# Writes the reference page and the configuration's schema from the rule files; the suite fails
# where they are stale.
reference:
	$(PYTHON) -m followlint rules --isolated --markdown > rules/README.md
	$(PYTHON) -m followlint config --schema > schemas/followlint.schema.json

accuracy:
	$(PYTHON) tests/corpus/accuracy.py

bench:
	$(PYTHON) -m bench
