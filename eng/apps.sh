#!/usr/bin/env bash
# Installs the real applications that the tests run: PHP and Django with django-otp from Debian, MediaWiki as Debian's
# package holds it and Node-RED from npm into artifacts/apps/. Starts nothing and changes no service of the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/packages.sh

fail() {
  echo "apps: $1" >&2
  exit 1
}

apps="$PWD/artifacts/apps"
mkdir -p "$apps"

wiki="$apps/mediawiki"
# MediaWiki needs no web server here: PHP has one.
packages=(python3-django python3-django-otp php-cli php-sqlite3 php-mbstring php-xml php-intl)
command -v npm >/dev/null || packages+=(nodejs npm)
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done

[ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}" || fail "${missing[*]} could not be installed"

# Unpacked and not installed: the package would bring a web server with it and start it.
if [ ! -e "$wiki/complete" ]; then
  echo "unpacking mediawiki"
  rm -rf "$wiki" "$apps/debs"
  mkdir -p "$wiki" "$apps/debs"
  as_root apt-get update -qq >/dev/null || fail "apt-get update failed: are Debian's packages within reach?"
  (cd "$apps/debs" && apt-get download -qq mediawiki mediawiki-classes 2>"$apps/apt.log") || {
    cat "$apps/apt.log" >&2
    fail "apt-get could not download mediawiki"
  }
  for package in "$apps"/debs/*.deb; do dpkg-deb -x "$package" "$wiki"; done
  rm -rf "$apps/debs"
  touch "$wiki/complete"
fi

wanted=tests/CredentialVault.AppTests/Applications/node-red
node="$apps/node-red"
if ! cmp -s "$wanted/package-lock.json" "$node/complete"; then
  echo "installing node-red"
  rm -rf "$node"
  mkdir -p "$node"
  cp "$wanted"/{package.json,package-lock.json,.npmrc} "$node/"
  (cd "$node" && npm ci --ignore-scripts --no-audit --no-fund >"$apps/npm.log" 2>&1) || {
    cat "$apps/npm.log" >&2
    fail "npm could not install node-red"
  }
  cp "$wanted/package-lock.json" "$node/complete"
fi

echo "installed: node-red, django with django-otp, mediawiki"
