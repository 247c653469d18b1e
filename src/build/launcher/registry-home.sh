# Fetches the reference OCI registry out of Debian's package, once; unpacked, never installed. Works offline afterwards.
REGISTRY_HOME="$CACHE/oci-registry"
export REGISTRY_HOME

if [ ! -x "$REGISTRY_HOME/usr/bin/docker-registry" ]; then
  for tool in apt-get dpkg-deb; do
    command -v $tool >/dev/null 2>&1 || die "the registry for the tests comes from Debian's package docker-registry, and $tool is not here"
  done
  say "fetching an OCI registry from Debian's packages (5 MB, once)"
  part="$REGISTRY_HOME.part.$$"
  mkdir -p "$part"
  apt-cache show docker-registry >/dev/null 2>&1 || as_root apt-get update -qq
  (cd "$part" && apt-get -qq download docker-registry) 2>"$part/log" || { cat "$part/log" >&2; die "the package docker-registry could not be downloaded"; }
  dpkg-deb -x "$part"/docker-registry_*.deb "$part"
  rm "$part"/docker-registry_*.deb "$part/log"
  # somebody else may have been faster
  if [ -d "$REGISTRY_HOME" ]; then rm -rf "$part"; else mv "$part" "$REGISTRY_HOME"; fi
fi
