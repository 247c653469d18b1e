# Fetches Keycloak through Maven, once, and prepares it in the cache: its build for a database in a file, and a database
# with nothing but the administrator, which servers start from in half the time. Works offline afterwards.
KEYCLOAK_VERSION=26.7.3
KEYCLOAK_HOME="$CACHE/keycloak-$KEYCLOAK_VERSION"
export KEYCLOAK_HOME

# keycloak_step ARGUMENTS...: its own words are shown only when it fails
keycloak_step() {
  "$part/bin/kc.sh" "$@" >"$part/prepare.log" 2>&1 && return
  tail -n 30 "$part/prepare.log" >&2
  die "Keycloak could not be prepared (kc.sh $1); the lines above are its own words"
}

fetch_keycloak() {
  say "fetching Keycloak $KEYCLOAK_VERSION through Maven (170 MB, once)"
  maven -q dependency:copy -Dartifact="org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:tar.gz" -DoutputDirectory="$part"
  tar -xzf "$part/keycloak-quarkus-dist-$KEYCLOAK_VERSION.tar.gz" -C "$part" --strip-components=1 --no-same-owner
  rm "$part/keycloak-quarkus-dist-$KEYCLOAK_VERSION.tar.gz"
}

prepare_keycloak() {
  say "preparing Keycloak in $KEYCLOAK_HOME (1 to 2 minutes on 2 cores, once)"
  keycloak_step build --db=dev-file --health-enabled=true --cache=local
  # a sample, as in KeycloakServer.java: these servers listen on this machine only and hold samples only
  SAMPLE_PASSWORD=sample-admin
  export SAMPLE_PASSWORD
  keycloak_step bootstrap-admin user --optimized --no-prompt --username=admin --password:env=SAMPLE_PASSWORD
}

keep_keycloak() {
  # somebody else may have been faster
  if [ -d "$KEYCLOAK_HOME" ]; then rm -rf "$part"; else mv "$part" "$KEYCLOAK_HOME"; fi
}

if [ ! -d "$KEYCLOAK_HOME" ]; then
  began=$(date +%s)
  for part in "$KEYCLOAK_HOME".part.*; do
    kill -0 "${part##*.}" 2>/dev/null || rm -rf "$part"
  done
  part="$KEYCLOAK_HOME.part.$$"
  mkdir -p "$part"
  fetch_keycloak
  prepare_keycloak
  keep_keycloak
  say "Keycloak is ready after $(($(date +%s) - began)) s"
fi
