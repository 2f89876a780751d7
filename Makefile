# `make run` starts Poise; `make test` checks everything. Both are safe to repeat.
#   make run PORT=5050          serve on another port
#   make run ARGS="--help"      pass any option of `poise serve`
#   make test ARGS="-k speed"   pass any option of pytest
#   make lock                   resolve the dependencies of pyproject.toml into the hashed locks

.DEFAULT_GOAL := run
.PHONY: run test environment browser lint lock

PORT ?=
ARGS ?=
BIN := .venv/bin
export PYTHON

run:
	@sh .build/environment.sh run
	@echo "==> Starting Poise"
	@exec $(BIN)/poise serve $(if $(PORT),--port $(PORT)) $(ARGS)

test: environment browser lint
	@echo "==> Tests"
	@$(BIN)/python -m pytest $(ARGS)

environment:
	@sh .build/environment.sh test

browser: environment
	@sh .build/browser.sh

lint: environment
	@echo "==> Lint"
	@$(BIN)/ruff check .
	@echo "==> Format"
	@$(BIN)/ruff format --check .
	@echo "==> Types"
	@$(BIN)/mypy --strict
	@echo "==> Imports"
	@$(BIN)/lint-imports

# --universal: one lock for Linux, macOS and Windows. The test lock repeats the versions of the
# first, so that `make test` tests what `make run` runs.
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate

lock:
	@sh .build/environment.sh run
	@echo "==> Resolving pyproject.toml into the hashed locks"
	@printf 'uv\n' | $(COMPILE) - -o requirements-uv.txt
	@printf 'hatchling\neditables\nnodejs-wheel-binaries\n' | $(COMPILE) - -o requirements-build.txt
	@$(COMPILE) pyproject.toml -o requirements.txt
	@$(COMPILE) pyproject.toml --extra test -c requirements.txt -c requirements-uv.txt \
		-o requirements-test.txt
