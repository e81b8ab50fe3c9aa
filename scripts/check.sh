#!/usr/bin/env bash
# What CI runs, and what everybody runs before a commit: every step, even after one that fails, and a count.
#
#   npm run check            everything
#   TESTED=1 npm run check   everything but the tests, when they have just been run
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/node_modules/.bin:$PATH"
unset NODE_EXTRA_CA_CERTS

passed=0
failed=()
step() {
  local name=$1 started=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@" </dev/null; then
    passed=$((passed + 1))
    printf -- '-- %s: fine (%d s)\n' "$name" $((SECONDS - started))
  else
    failed+=("$name")
    printf -- '-- %s: FAILED\n' "$name"
  fi
}

step 'build' npm run --silent build
step 'generated files are fresh' npm run --silent generate -- --check
step 'types' npm run --silent types
step 'lint' npm run --silent lint
step 'import rules' npm run --silent imports
step 'unused code' npm run --silent unused
step 'code that only tests use' npm run --silent unused -- --production
if [ -z "${TESTED:-}" ]; then step 'tests' npm test --silent; else printf '\n== tests\n-- were run just before\n'; fi
step 'the same bytes on other versions of Node' bash scripts/try-nodes.sh
step 'packed, installed elsewhere, main job done there' npm run --silent packed

printf '\ncheck: %d steps fine, %d failed%s\n' "$passed" "${#failed[@]}" "${failed[*]:+: ${failed[*]}}"
[ -z "${CHECK_REPORT:-}" ] || printf '%d %d\n' "$passed" "${#failed[@]}" >"$CHECK_REPORT"
[ "${#failed[@]}" -eq 0 ]
