#!/usr/bin/env bash
# Checks and bundles the extension into artifacts/extension/, and the detector alone into artifacts/detector.js.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../extension"

npm ci --no-audit --no-fund
npm run --silent check
npm run --silent lint
npm run --silent build

echo "artifacts/extension and artifacts/detector.js are built"
