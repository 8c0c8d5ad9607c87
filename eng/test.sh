#!/usr/bin/env bash
# Builds everything and runs all tests. The last line is "N passed, N failed".
#
#   eng/test.sh [--data DIR] [--apps] [--within SECONDS] [FILTER]
#
# DIR holds data that is not part of the project: DIR/vectors, the JSON files of Project Wycheproof. Tests that need
# it say that they were left out without it. --apps also installs real applications (eng/apps.sh) and runs the tests
# against them, beside the last of the others. --within is for a machine that nobody waits at for longer: it runs what
# attackers and agents meet, then as much of the rest as begins in time, and the real applications when there is plenty
# of it, and says what it left out. FILTER is a test name or a part of one, as `dotnet test --filter` takes it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/packages.sh

filter=() apps= within=
while [ $# -gt 0 ]; do
  case "$1" in
    --data)
      [ -d "${2:-}" ] || { echo "eng/test.sh: --data takes a folder" >&2; exit 2; }
      export CREDENTIAL_VAULT_VECTORS="$(realpath "$2")/vectors"
      shift 2
      ;;
    --apps) apps=always; shift ;;
    --within)
      [[ "${2:-}" =~ ^[0-9]+$ ]] || { echo "eng/test.sh: --within takes a number of seconds" >&2; exit 2; }
      within="$2"
      shift 2
      ;;
    -*) echo "eng/test.sh: usage: eng/test.sh [--data DIR] [--apps] [--within SECONDS] [FILTER]" >&2; exit 2 ;;
    *) filter=(--filter "$1"); shift ;;
  esac
done

eng/build.sh
mkdir -p artifacts
# The set-up page is shown in Japanese too: without a font of that, all its letters would be one box.
[ -e /usr/share/fonts/opentype/ipafont-gothic ] || install_packages fonts-ipafont-gothic || echo "without a Japanese font"
dotnet build CredentialVault.sln --nologo --verbosity quiet >artifacts/tests.log || { cat artifacts/tests.log >&2; exit 1; }

name_of() { basename "$1" .csproj; }

has_browsers() { [[ "$(name_of "$1")" =~ (Browser|SignIn|Setup|App)Tests$ ]]; }

# Browser profiles come and go with nearly every test, each of hundreds of files: in memory where there is room, which
# takes an eighth less time. What needs no browser stays on the disk that a vault is on.
memory=
if [ "$(df --output=fstype /dev/shm 2>/dev/null | tail -1)" = tmpfs ] && [ "$(df --output=avail -BG /dev/shm | tail -1 | tr -dc 0-9)" -ge 4 ]; then
  memory="$(mktemp -d /dev/shm/credential-vault-tests-XXXXXX)"
  trap 'rm -rf "$memory"' EXIT
fi

# $1: a project, $2: how many tests run at once, for each processor. They wait for pages and browsers a part of their time;
# where starting a browser is dear, more of them are no faster, and some are late.
# $3: how much of the time that is left may be over before the last of them begins, in percent.
run() {
  printf '\n%s\n' "$(name_of "$1")"
  local folder="${TMPDIR:-/tmp}"
  if [ -n "$within" ]; then
    export CREDENTIAL_VAULT_TESTS_UNTIL=$(($(date +%s) + (within - SECONDS) * $3 / 100))
  fi
  if has_browsers "$1" && [ -n "$memory" ]; then folder="$memory"; fi
  TMPDIR="$folder" dotnet test "$1" --no-build --nologo "${filter[@]}" -- "xUnit.MaxParallelThreads=$2" 2>&1 | grep -Ev '^  Skipped |\[SKIP\]$' | tee "artifacts/$(name_of "$1").log" || true
}

# Each run closes with a line such as "Passed!  - Failed:     0, Passed:   355, Skipped:     0, Total: …".
# $1: a log; prints passed and failed, or nothing when the run did not come to an end.
counts() {
  sed -nE 's/.*Failed: +([0-9]+), Passed: +([0-9]+),.*/\2 \1/p' "$1" | tail -1
}

# How many of them were left out, since their time was over.
skipped() {
  sed -nE 's/.*Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +([0-9]+),.*/\1/p' "$1" | tail -1
}

passed=0 failed=0 again=() left_out=()
# $1: a project that has run.
count() {
  local name p f second names
  name="$(name_of "$1")"
  local log="artifacts/$name.log"
  read -r p f < <(counts "$log") || {
    # A filter that names no test of a project leaves it without an end.
    [ "${#filter[@]}" -eq 0 ] || return 0
    echo "eng/test.sh: $name did not come to an end" >&2
    p=0 f=1
  }
  # A real browser on a busy machine can be late. What failed runs once more, alone, and that is said at the end.
  if [ "$f" -gt 0 ] && has_browsers "$1"; then
    names="$(sed -nE 's/^  Failed ([A-Za-z0-9_.]+).*/\1/p' "$log" | sort -u | paste -sd'|' | sed 's/|/|FullyQualifiedName~/g')"
    if [ -n "$names" ] && [ "$f" -le 8 ]; then
      printf '\n%s, what failed once more\n' "$name"
      CREDENTIAL_VAULT_TESTS_UNTIL= dotnet test "$1" --no-build --nologo --filter "FullyQualifiedName~$names" 2>&1 | tee "$log.again" || true
      if read -r _ second < <(counts "$log.again") && [ "$second" -eq 0 ]; then
        again+=("${names//FullyQualifiedName~/}")
        p=$((p + f)) f=0
      fi
    fi
  fi
  passed=$((passed + p)) failed=$((failed + f))
  local late
  late="$(skipped "$log")"
  [ "${late:-0}" -eq 0 ] || left_out+=("$late of $name")
}

applications=tests/CredentialVault.AppTests/CredentialVault.AppTests.csproj
# They wait for servers and for codes half of their time, in which others can run.
# What they say is shown when all is done, lest two projects speak at once.
started=
start_applications() {
  { eng/apps.sh && run "$applications" 1.5x 100; } >artifacts/apps.log 2>&1 &
  started=$!
}

# But for those, one project at a time: they share two things there is only one of, the processors and a person's patience with noise.
# $1: a project, the rest as for run.
run_and_count() {
  run "tests/CredentialVault.$1/CredentialVault.$1.csproj" "${@:2}"
  count "tests/CredentialVault.$1/CredentialVault.$1.csproj"
}

# The quick ones first, and of the rest those by which time is left that take longest.
run_and_count Tests 1.5x 100
run_and_count CliTests 1.5x 100
run_and_count BrowserTests 1.5x 65
if [ -n "$within" ] && [ -z "$apps" ]; then
  # What comes yet takes nearly half as long as what came.
  if [ $((SECONDS * 8)) -lt $((within * 5)) ]; then apps=always; else left_out+=("those against real applications (eng/test.sh --apps)"); fi
fi
[ -z "$apps" ] || start_applications
run_and_count SetupTests 1.5x 50
run_and_count SignInTests 2x 90
if [ -n "$started" ]; then
  if wait "$started"; then
    cat artifacts/apps.log
    count "$applications"
  else
    cat artifacts/apps.log >&2
    failed=$((failed + 1))
  fi
fi

echo
for names in "${again[@]}"; do
  echo "failed at first and passed when run again: ${names//|/, }"
done
for tests in "${left_out[@]}"; do
  echo "left out, since there was no time for them: $tests"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
