#!/usr/bin/env bash
# Measures the page detector on a folder of labelled pages: eng/detector-score.sh CORPUS_DIR [--details]
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: eng/detector-score.sh CORPUS_DIR [--details]" >&2; exit 2; }
corpus=$(realpath "$1")
shift
cd "$(dirname "$0")/.."
[ -f artifacts/detector.js ] || eng/build-extension.sh
exec dotnet run --project tests/DetectorScore -c Release -- "$corpus" artifacts/detector.js "$@"
