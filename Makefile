# One command for each thing that is done here; each makes its virtual environment first, in .venv.
# make demo [FROM=DIR] [PORT=8000] [MAHDAR_SERVE=0] · make test · make check · make quality · make quality-errors · make bench · make docs · make pins · make clean

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$p && break; done)
BIN := .venv/bin
FROM ?= sample/reports
DEMO := build/demo.db
WORKERS ?= auto
PORT ?= 8000
PINNED := --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11

.PHONY: demo check static data test docs quality quality-errors bench pins clean

demo: .venv/.run
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@$(BIN)/mahdar read --db $(DEMO) "$(FROM)" >/dev/null || test $$? -eq 1
	@$(BIN)/mahdar show --db $(DEMO)
	@test "$(MAHDAR_SERVE)" = 0 || $(BIN)/mahdar serve --db $(DEMO) --port $(PORT)

check: static data test

static: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

data: .venv/.dev
	$(BIN)/mahdar data check

test: .venv/.dev
	$(BIN)/pytest -n $(WORKERS)

quality: .venv/.dev
	$(BIN)/python -m quality.run $(if $(MODEL),--model $(MODEL) $(if $(MODEL_URL),--model-url $(MODEL_URL)))

quality-errors: .venv/.dev
	$(BIN)/python -m quality.errors

bench: .venv/.dev
	$(BIN)/python -m quality.bench

# The reference pages, anew from what the program says of itself.
docs: .venv/.dev
	$(BIN)/python -m quality.pages

# The pinned requirements, anew from pyproject.toml; needs uv.
pins:
	uv pip compile $(PINNED) --extra build pyproject.toml -o requirements.txt
	uv pip compile $(PINNED) --extra build --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache quality/out


.venv/.run: requirements.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Mahdar needs Python 3.11 or newer; install it, or give PYTHON=/its/path." >&2; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
