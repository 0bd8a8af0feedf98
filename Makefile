# One command for developers: `make check`. PYTHON names the environment's interpreter.
PYTHON ?= python

.PHONY: check lint test reference fuzz lock accuracy bench

check: lint test

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest -n 2 --dist loadfile

# Writes the reference page, the table of what patterns require, the configuration's schema and the
# manual page from the rule files and the commands; the suite fails where they are stale.
reference:
	$(PYTHON) -m followlint rules --isolated --markdown > rules/README.md
	$(PYTHON) tools/build_required.py > followlint/required/shipped.tsv
	$(PYTHON) -m followlint config --schema > schemas/followlint.schema.json
	$(PYTHON) tools/manpage.py > man/followlint.1

# All targets in turn, ten minutes; what is found is kept under tests/fuzz/regressions.
SECONDS ?= 600
fuzz:
	$(PYTHON) tests/fuzz --seconds $(SECONDS)

# Pins what development and CI install, with hashes, for every platform and Python; needs uv.
lock:
	uv pip compile pyproject.toml --group dev --extra languagetool --universal \
		--python-version 3.10 --generate-hashes --no-annotate \
		--custom-compile-command "make lock" --upgrade --quiet -o requirements-dev.lock

accuracy:
	$(PYTHON) tests/corpus/accuracy.py

bench:
	$(PYTHON) -m bench
