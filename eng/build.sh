#!/usr/bin/env bash
# Builds what ships: artifacts/bin/credential-vault, artifacts/bin/credential-vault-host and artifacts/extension/.
# Installs what is missing on a Debian machine. Nothing is built again whose sources have not changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. eng/packages.sh

fail() {
  echo "build: $1" >&2
  exit 1
}

# $1: the command that shows that the package is there, or a path; the rest: the packages.
missing=()
need() {
  command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] || missing+=("${@:2}")
}

need gcc gcc libc6-dev
need /usr/include/zlib.h zlib1g-dev
need node nodejs
need npm npm
need /usr/lib/chromium/chromium chromium
if [ "${#missing[@]}" -gt 0 ]; then
  install_packages "${missing[@]}" || fail "${missing[*]} could not be installed"
fi

dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
  fail "the .NET 10 SDK is missing; get it with: curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 && export PATH=\"\$HOME/.dotnet:\$PATH\""

case "$(uname -m)" in
  x86_64) rid=linux-x64 ;;
  aarch64) rid=linux-arm64 ;;
  *) fail "no build for $(uname -m)" ;;
esac

# What a result was made from: names and contents of its sources.
fingerprint() {
  find "$@" -type f -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

# $1: name of the stamp, $2: a result, the rest: sources. True when the result is newer than none of them.
fresh() {
  [ -e "$2" ] && [ -e "artifacts/stamps/$1" ] && [ "$(cat "artifacts/stamps/$1")" = "$(fingerprint "${@:3}")" ]
}

# Logs and stamps stand here, before anything is built.
mkdir -p artifacts

stamp() {
  mkdir -p artifacts/stamps
  fingerprint "${@:2}" >"artifacts/stamps/$1"
}

# First, since its detector is built into what signs in.
extension_sources=(extension eng/build-extension.sh)
if ! fresh extension artifacts/extension.sha256 "${extension_sources[@]}"; then
  echo "building the extension"
  eng/build-extension.sh >artifacts/extension.log 2>&1 || {
    cat artifacts/extension.log >&2
    fail "the extension could not be built"
  }
  stamp extension "${extension_sources[@]}"
fi

programs=(credential-vault credential-vault-host)
program_sources=(installer/CredentialVault.Cli host artifacts/detector.js artifacts/extension.sha256 Directory.Build.props Directory.Packages.props global.json manifest.template.json eng/build.sh eng/programs.proj)
if ! fresh programs artifacts/bin/credential-vault-host "${program_sources[@]}" || ! [ -e artifacts/bin/credential-vault ]; then
  echo "building ${programs[*]}"
  # What analyzers say is said by eng/test.sh, which compiles all there is.
  dotnet publish eng/programs.proj -c Release -r "$rid" --nologo -v quiet -p:RunAnalyzers=false >artifacts/programs.log 2>&1 || {
    cat artifacts/programs.log >&2
    fail "${programs[*]} could not be built"
  }
  mkdir -p artifacts/bin
  # A program that runs cannot be written over, but another can take its name.
  for program in "${programs[@]}"; do
    for file in "$program" libe_sqlite3.so; do
      cp "artifacts/publish/$program/$file" "artifacts/bin/$file.unfinished"
      mv -f "artifacts/bin/$file.unfinished" "artifacts/bin/$file"
    done
  done
  stamp programs "${program_sources[@]}"
fi

echo "built: artifacts/bin/credential-vault, artifacts/bin/credential-vault-host, artifacts/extension"
