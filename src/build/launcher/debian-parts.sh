# Unpacks Debian packages into a directory of their own, once; nothing is installed. Works offline afterwards.
# debian_parts DIRECTORY PROGRAM WHAT PACKAGE…
debian_parts() {
  home=$1 program=$2 what=$3
  shift 3
  if [ -x "$home/$program" ]; then return 0; fi
  for tool in apt-get dpkg-deb; do
    command -v $tool >/dev/null 2>&1 || die "$what for the tests comes from Debian's packages, and $tool is not here"
  done
  say "fetching $what from Debian's packages (once)"
  part="$home.part.$$"
  mkdir -p "$part"
  apt-cache show "$1" >/dev/null 2>&1 || as_root apt-get update -qq
  (cd "$part" && apt-get -qq download "$@") 2>"$part/log" || { cat "$part/log" >&2; die "$* could not be downloaded"; }
  for package in "$part"/*.deb; do dpkg-deb -x "$package" "$part"; done
  rm "$part"/*.deb "$part/log"
  # somebody else may have been faster
  if [ -d "$home" ]; then rm -rf "$part"; else mv "$part" "$home"; fi
}

need_registry() {
  REGISTRY_HOME="$CACHE/oci-registry"
  export REGISTRY_HOME
  debian_parts "$REGISTRY_HOME" usr/bin/docker-registry "an OCI registry" docker-registry
}

need_rsyslog() {
  RSYSLOG_HOME="$CACHE/rsyslog"
  export RSYSLOG_HOME
  debian_parts "$RSYSLOG_HOME" usr/sbin/rsyslogd "rsyslog" rsyslog rsyslog-gnutls libestr0 libfastjson4
}
