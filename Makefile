# Two commands do everything on a fresh machine: `make run` opens the window, `make test` runs the whole suite.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := resources/samples/bao-cao-tuyen-truyen-cchc-quy-1-2024.txt
OUT := build/sample

.DEFAULT_GOAL := help
.PHONY: help run test sample check fidelity bench screenshots kill package test-package lock clean packages-run \
	packages-test packages-package

help:
	@echo "make run          open the window (installs what is missing first)"
	@echo "make test         the whole test suite (installs what is missing first)"
	@echo "make sample       the main job without a window: $(OUT)/ with DOCX, PDF and PNG"
	@echo "make check        format, lint, types, contracts and the fast tests, in under a minute"
	@echo "make fidelity     preview against LibreOffice, line by line"
	@echo "make kill         kill the program 200 times and pull the plug 8000 times; nothing may be lost"
	@echo "make bench        times and memory as ratios against floors of the same run"
	@echo "make package      dist/: .deb and tar.gz for Linux; where Wine is, installer and portable zip for Windows"
	@echo "make test-package install, start, try, update and remove them: in a bare Debian, and under Wine"
	@echo "make screenshots  take the README's pictures anew"

run: packages-run $(VENV)/run
	@$(BIN)/python -m bcdesk

sample: packages-run $(VENV)/run
	@rm -rf $(OUT) && mkdir -p $(OUT)
	@$(BIN)/python -m bcdesk --data-dir $(OUT)/data import $(SAMPLE) -o $(OUT)/bao-cao.bcdesk
	@$(BIN)/python -m bcdesk --data-dir $(OUT)/data export $(OUT)/bao-cao.bcdesk \
		--docx $(OUT)/bao-cao.docx --pdf $(OUT)/bao-cao.pdf --png $(OUT)
	@rm -rf $(OUT)/data
	@ls $(OUT)

test: packages-test $(VENV)/dev
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache
	@mkdir -p build && COVERAGE_FILE=build/coverage/data $(BIN)/pytest -n 2 --cov --cov-report= $(PYTEST_ARGS)
	@COVERAGE_FILE=build/coverage/data $(BIN)/python -m tests.house.coverage

check: $(VENV)/dev
	@$(BIN)/ruff format --check -q . && $(BIN)/ruff check -q . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache
	@$(BIN)/pytest -q -n 2 -m "not office and not slow"

fidelity: packages-test $(VENV)/dev
	@$(BIN)/python -m tests.fidelity.run

bench: packages-test $(VENV)/dev
	@$(BIN)/python -m tests.bench

kill: packages-test $(VENV)/dev
	@$(BIN)/python -m tests.faults

screenshots: packages-test $(VENV)/dev
	@$(BIN)/python packaging/screenshots.py

package: packages-package build/packages/venv/made
	@build/packages/venv/bin/python -X no_debug_ranges -m PyInstaller -y --log-level ERROR --distpath build/packages/linux \
		--workpath build/packages/work packaging/bcdesk.spec
	@packaging/linux/pack.sh build/packages/linux/bcdesk
	@if command -v wine >/dev/null; then packaging/windows/wine.sh build; fi

test-package: packages-package
	@packaging/linux/try.sh
	@if command -v wine >/dev/null; then packaging/windows/wine.sh try; fi

packages-run:
	@packaging/linux/packages.sh run

packages-test:
	@packaging/linux/packages.sh test

packages-package:
	@packaging/linux/packages.sh package

# A stamp per lock: `run` installs the six libraries the program needs, `dev` adds the tools.
$(VENV)/run: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -e $(VENV)/dev || $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/dev: requirements-dev.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

# The packages are frozen from an environment of their own: what the program needs, and PyInstaller.
build/packages/venv/made: packaging/requirements.lock
	@test -x build/packages/venv/bin/python || $(PYTHON) -m venv build/packages/venv
	@build/packages/venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r packaging/requirements.lock
	@touch $@

# Needs uv. Only names, versions and hashes stand in the locks, no address. Extras stay: without them an older pip takes
# the newest `coverage[toml]` that is out, and refuses it for having no hash.
lock:
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --no-strip-extras \
		pyproject.toml -o requirements.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --no-strip-extras \
		--extra dev pyproject.toml -o requirements-dev.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --no-strip-extras \
		--extra package pyproject.toml -c requirements.lock -o packaging/requirements.lock

clean:
	@rm -rf build dist $(VENV)
