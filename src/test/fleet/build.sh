#!/bin/sh
# Builds the parts of the practice-and-test fleet (real Kubernetes control planes) into a cache outside the
# checkout, and prints the folder that holds them (bin/, share/) as the last line of its standard output.
# Whatever is there already is not built again; once everything is there, it works without a network.
#
#   XDG_CACHE_HOME       where caches live (default: $HOME/.cache)
#   KUBEBUILDER_ASSETS   a folder with kube-apiserver, etcd and kubectl to use instead of building them
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/build-common.sh"

key=$({ for module in cnpg etcd kubernetes kwok; do cat "$here/$module/go.mod" "$here/$module/go.sum"; done
        printf '%s\n' "${KUBEBUILDER_ASSETS:-}"; } | sha256)
begin "$key"

# borrowed BINARY: takes a binary from KUBEBUILDER_ASSETS when it is there
borrowed() {
  [ -n "${KUBEBUILDER_ASSETS:-}" ] && [ -x "$KUBEBUILDER_ASSETS/$1" ] || return 1
  say "using $1 from KUBEBUILDER_ASSETS"
  ln -sf "$KUBEBUILDER_ASSETS/$1" "$target/bin/$1"
}

# joined SOURCE-FILES...: writes YAML files one after another as documents of one stream
joined() { for file in "$@"; do echo '---'; cat "$file"; done; }

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
finish
