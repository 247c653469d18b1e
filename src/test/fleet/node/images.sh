# Writes the images of the real node into a registry's storage. Runs in a network of its own, so that no port is taken.
#   BIN, PLANES, ROOT, POSTGRESQL, WORK: folders; POSTGRESQL_VERSION
set -eu

ip link set lo up
cat >"$WORK/registry.yaml" <<TEXT
version: 0.1
log: {level: error}
storage: {filesystem: {rootdirectory: $WORK/registry}}
http: {addr: "127.0.0.1:5000"}
TEXT
OTEL_TRACES_EXPORTER=none "$BIN/registry" serve "$WORK/registry.yaml" >"$WORK/registry.log" 2>&1 &
registry=$!
trap 'kill $registry' EXIT

write() { "$BIN/images" http://127.0.0.1:5000 "$@"; }

until "$ROOT/bin/busybox" nc 127.0.0.1 5000 </dev/null 2>/dev/null; do kill -0 $registry; sleep 0.2; done

write fleet/pause:1 file="$BIN/pause=/pause" run=/pause
write fleet/dns:1 file="$BIN/dns=/dns" run=/dns
set -- file="$ROOT/bin/busybox=/bin/busybox" env=PATH=/bin
for applet in sh cat echo env id ls nc ps sleep vi wget; do set -- "$@" link=/bin/$applet=busybox; done
write fleet/busybox:1 "$@"

# the stand-in says in its name, its logs and its tables what it is
stand_in() {
  tag=$1
  shift
  write "hexabase/control-plane:$tag" file="$BIN/standin=/bin/stand-in" link=/bin/hexabase-cli=stand-in env=PATH=/bin \
    run=/bin/stand-in "env=STAND_IN_VERSION=$tag" "$@"
}
stand_in 1.5.0
stand_in 1.6.0
stand_in 1.6.1-crashes env=STAND_IN_TROUBLE=crash
stand_in 1.6.2-eats-memory env=STAND_IN_TROUBLE=memory
stand_in 1.6.3-is-deaf env=STAND_IN_TROUBLE=deaf

write cloudnative-pg/cloudnative-pg:1.27.0 file="$PLANES/bin/cnpg-manager=/operator/manager_amd64" link=/manager=operator/manager_amd64 \
  user=65532:65532 run=/manager

mkdir -p "$POSTGRESQL/etc"
echo 'postgres:x:26:26::/var/lib/postgresql:/bin/sh' >"$POSTGRESQL/etc/passwd"
echo 'postgres:x:26:' >"$POSTGRESQL/etc/group"
write "cloudnative-pg/postgresql:$POSTGRESQL_VERSION" tree="$POSTGRESQL=/" file="$ROOT/bin/busybox=/usr/bin/busybox" link=/usr/bin/sh=busybox \
  user=26:26 "env=PATH=/usr/lib/postgresql/${POSTGRESQL_VERSION%%.*}/bin:/usr/bin"
