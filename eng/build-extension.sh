#!/usr/bin/env bash
# Checks and bundles the extension into artifacts/extension/, the detector alone into artifacts/detector.js, and the
# hashes of the extension's files into artifacts/extension.sha256.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../extension"

npm ci --no-audit --no-fund
npm run --silent check
npm run --silent lint
npm run --silent build

# What the command line knows its extension by.
(cd ../artifacts/extension && find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum) >../artifacts/extension.sha256

echo "artifacts/extension and artifacts/detector.js are built"
