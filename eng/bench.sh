#!/usr/bin/env bash
# Builds everything and measures how long a sign-in takes, beside a script that knows the password, and what the extension
# costs other pages. What is measured and how: docs/performance.md.
#
#   eng/bench.sh [sign-ins|pages]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

eng/build.sh
dotnet build tests/CredentialVault.Benchmarks -c Release --nologo --verbosity quiet >artifacts/bench.log || { cat artifacts/bench.log >&2; exit 1; }
echo
exec dotnet run --project tests/CredentialVault.Benchmarks -c Release --no-build -- "$@"
