#!/bin/sh
# Builds the parts of a real Kubernetes node (kubelet, kube-proxy, container runtime, DNS, registry, images) into a cache
# outside the checkout, and prints the folder that holds them (bin/, root/, registry/, share/) as the last line of its
# standard output. The control plane's parts come first, from build.sh. The container runtime and PostgreSQL are packages
# of the Debian release this runs on: downloaded and unpacked, never installed. Once everything is there, it works
# without a network.
#
#   XDG_CACHE_HOME       where caches live (default: $HOME/.cache)
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/build-common.sh"

planes=$(sh "$here/build.sh" | tail -n 1)
key=node-$({ printf '%s\n' "$planes"; cat "$here/build-node.sh" "$here/kubelet/go.mod" "$here/kubelet/go.sum" "$here/node/go.mod" \
        "$here/node/go.sum" "$here"/node/*/*.go "$here/node/images.sh"; } | sha256)
begin "$key"

for tool in apt-get apt-cache dpkg-deb unshare; do
  command -v $tool >/dev/null 2>&1 || fail "a real node's runtime comes from Debian's packages, and $tool is not here"
done

# closure PACKAGE...: the packages with all libraries they need, one name a line
closure() {
  apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "$@" |
    grep '^[a-z]' | grep -E "^(lib|tzdata$|zlib1g$)|^($(echo "$*" | tr ' ' '|'))$" |
    grep -Ev '^lib(llvm|perl|z3|gdbm|db5|elogind|debian|newt|slang|textwrap|c-|c6-)|-perl$|-dev$|-common$|-db$' | sort -u
}

# unpacked FOLDER PACKAGE...: their files, with /bin, /sbin and /lib inside /usr
unpacked() {
  into=$1
  shift
  mkdir -p "$work/packages" "$into/usr/bin" "$into/usr/sbin" "$into/usr/lib" "$into/usr/lib64"
  for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$into/$folder"; done
  (cd "$work/packages" && apt-get -q download "$@") >"$work/log" 2>&1 ||
    { tail -n 20 "$work/log" >&2; fail "these packages could not be downloaded: $*"; }
  for package in "$@"; do
    # tar and not dpkg: it keeps the links above
    for file in "$work/packages/${package}"_*.deb; do dpkg-deb --fsys-tarfile "$file" | tar -x -C "$into" --keep-directory-symlink; done
  done
  rm -rf "$into/usr/share/doc" "$into/usr/share/man" "$into/usr/share/locale" "$into/usr/share/lintian"
}

find_go
say "preparing a real Kubernetes node in $target: 4 to 8 minutes the first time, then never again until a part changes"
part kubelet kubelet k8s.io/kubernetes/cmd/kubelet "a minute" "$version"
part kubelet kube-proxy k8s.io/kubernetes/cmd/kube-proxy "10 seconds" "$version"
part node registry ./registry "a minute"
part node dns ./dns "2 to 3 minutes"
for tool in pause relay images standin; do part node $tool ./$tool "a few seconds"; done

apt-cache show containerd postgresql >/dev/null 2>&1 || { say "reading Debian's package lists"; apt-get -q update >&2; }
say "unpacking the container runtime"
unpacked "$work/root" busybox-static containerd containernetworking-plugins $(closure nftables runc | grep -v '^libc6$')
postgresql=$(apt-cache show postgresql | sed -n 's/^Depends:.*postgresql-\([0-9]*\).*/\1/p' | head -n 1)
say "unpacking PostgreSQL $postgresql"
unpacked "$work/postgresql" $(closure "postgresql-$postgresql" "postgresql-client-$postgresql")
rm -rf "$work/postgresql/usr/lib/postgresql/$postgresql/lib/bitcode" "$work/postgresql/usr/lib/postgresql/$postgresql/lib/llvmjit"*
for program in postgres initdb pg_basebackup pg_rewind psql; do
  chroot "$work/postgresql" "/usr/lib/postgresql/$postgresql/bin/$program" --version >>"$work/log" 2>&1 ||
    { tail -n 3 "$work/log" >&2; fail "PostgreSQL's $program does not run from its packages alone"; }
done
version=$(chroot "$work/postgresql" "/usr/lib/postgresql/$postgresql/bin/postgres" --version | sed 's/^[^0-9]*\([0-9.]*\).*/\1/')

say "writing the images and filling the registry with them"
mkdir -p "$work/registry" "$work/share"
printf 'ghcr.io/cloudnative-pg/postgresql:%s\n' "$version" >"$work/share/postgresql-image"
BIN=$target/bin PLANES=$planes ROOT=$work/root POSTGRESQL=$work/postgresql POSTGRESQL_VERSION=$version WORK=$work \
  unshare --net sh "$here/node/images.sh" >&2 || fail "the images could not be written; the lines above say why"
"$planes/bin/kubectl" kustomize "$(module_folder cnpg github.com/cloudnative-pg/cloudnative-pg)/config/default" \
  >"$work/share/cnpg-operator.yaml" || fail "kubectl could not put the database operator's manifests together"
rm -rf "$target/root" "$target/registry" "$target/share"
mv "$work/root" "$work/registry" "$work/share" "$target"
finish
