#!/usr/bin/env bash
# Builds everything and runs all tests. The last line is "N passed, N failed".
#
#   eng/test.sh [--data DIR] [FILTER]
#
# DIR holds data that is not part of the project: DIR/vectors, the JSON files of Project Wycheproof. Tests that need
# it say that they were left out without it. FILTER is a test name or a part of one, as `dotnet test --filter` takes it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

filter=()
while [ $# -gt 0 ]; do
  case "$1" in
    --data)
      [ -d "${2:-}" ] || { echo "eng/test.sh: --data takes a folder" >&2; exit 2; }
      export CREDENTIAL_VAULT_VECTORS="$(realpath "$2")/vectors"
      shift 2
      ;;
    -*) echo "eng/test.sh: usage: eng/test.sh [--data DIR] [FILTER]" >&2; exit 2 ;;
    *) filter=(--filter "$1"); shift ;;
  esac
done

eng/build.sh

results="$(mktemp)"
trap 'rm -f "$results"' EXIT
dotnet build CredentialVault.sln --nologo --verbosity quiet >artifacts/tests.log || { cat artifacts/tests.log >&2; exit 1; }
# One project at a time: they share two things there is only one of, the processors and a person's patience with noise.
for project in tests/*/*Tests.csproj; do
  echo
  echo "$(basename "$project" .csproj)"
  dotnet test "$project" --no-build --nologo "${filter[@]}" 2>&1 | tee -a "$results" || true
done

# Each project closes with a line such as "Passed!  - Failed:     0, Passed:   355, Skipped:     0, Total: …".
read -r passed failed projects < <(sed -nE 's/.*Failed: +([0-9]+), Passed: +([0-9]+),.*/\2 \1/p' "$results" | awk '{ p += $1; f += $2; n++ } END { print p + 0, f + 0, n + 0 }')
expected="$(ls tests/*/*Tests.csproj | wc -l)"
if [ "${#filter[@]}" -eq 0 ] && [ "$projects" -ne "$expected" ]; then
  echo "eng/test.sh: only $projects of $expected test projects came to an end" >&2
  failed=$((failed + expected - projects))
fi

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
