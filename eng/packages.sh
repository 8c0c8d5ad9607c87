# Debian packages, for the scripts beside this one, which source it.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs packages; $@ are their names. What apt says is shown when it fails.
install_packages() {
  local log=artifacts/packages.log
  echo "installing $*"
  command -v apt-get >/dev/null || {
    echo "please install them: there is no apt-get here" >&2
    return 1
  }
  mkdir -p artifacts
  {
    as_root apt-get update -qq &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
  } >"$log" 2>&1 || {
    cat "$log" >&2
    return 1
  }
}
