#!/usr/bin/env bash
# Builds everything and shows the main job: an expired session signs itself in, on a real site, in real Chromium.
#
#   eng/demo.sh [--style harbour|hafen] [--fill isolated|in-page]
#
# harbour is the site in English; hafen is the same site in German, with other paths and field names, the username and
# the password on two pages, and the code in six boxes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage="usage: eng/demo.sh [--style harbour|hafen] [--fill isolated|in-page]"
arguments=("$@")
while [ $# -gt 0 ]; do
  case "$1 ${2:-}" in
    "--style harbour" | "--style hafen" | "--fill isolated" | "--fill in-page") shift 2 ;;
    "--help "*) echo "$usage"; exit 0 ;;
    *) echo "eng/demo.sh: '$1${2:+ $2}' is not known here; $usage" >&2; exit 2 ;;
  esac
done

eng/build.sh
dotnet build tests/Demo --nologo --verbosity quiet >artifacts/demo.log || { cat artifacts/demo.log >&2; exit 1; }
echo
exec dotnet run --project tests/Demo --no-build -- "${arguments[@]}"
