# Brings a JDK 25 to a Debian machine that has none: from apt where it is offered, otherwise Debian 13's packages,
# unpacked into the cache beside the C library they were built with. Nothing of the system is changed.
jdk_from_apt() {
  for package in openjdk-25-jdk-headless openjdk-26-jdk-headless; do
    if apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [0-9]'; then
      apt_install "$package"
      return 0
    fi
  done
  return 1
}

debian_mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null |
    grep -E '^(URIs:|deb )' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' '
}

# A private apt: its own lists and state, the machine's keys and mirror.
private_apt() {
  area=$1
  shift
  apt-get -o Dir::State="$area/state" -o Dir::State::status="$area/status" -o Dir::Cache="$area/cache" \
    -o Dir::Etc::sourcelist="$area/sources.list" -o Dir::Etc::sourceparts=- -o Acquire::Languages=none \
    -o APT::Sandbox::User=root -qq "$@"
}

unpack_debian_jdk() {
  work=$1 root=$2
  mkdir -p "$work/state/lists/partial" "$work/cache/archives/partial" "$work/debs" "$root"
  : >"$work/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror) trixie main" >"$work/sources.list"
  private_apt "$work" update
  (cd "$work/debs" && private_apt "$work" download openjdk-25-jdk-headless openjdk-25-jre-headless \
    libc6 libgcc-s1 libstdc++6 zlib1g libjpeg62-turbo liblcms2-2 libfreetype6 libharfbuzz0b libpng16-16t64 \
    libbrotli1 libbz2-1.0 libglib2.0-0t64 libgraphite2-3 libpcre2-8-0 libfontconfig1 libexpat1 fontconfig-config)
  for deb in "$work"/debs/*.deb; do dpkg-deb -x "$deb" "$root"; done
}

# The programs get that C library by name, so that they run on an older system.
bind_to_its_libraries() {
  root=$1
  home=$(echo "$root"/usr/lib/jvm/java-25-openjdk-*)
  libraries=$(dirname "$(find "$root/usr/lib" -name libc.so.6 | head -1)")
  loader=$(find "$root/usr/lib" "$root/usr/lib64" -name 'ld-linux-*.so.*' 2>/dev/null | head -1)
  command -v patchelf >/dev/null 2>&1 || apt_install patchelf
  for program in "$home"/bin/* "$home"/lib/jspawnhelper; do
    patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$home/lib:$home/lib/server:$libraries" "$program" 2>/dev/null || true
  done
  # Debian keeps these under /etc.
  for file in $(find "$home" -type l); do
    target=$(readlink "$file")
    case "$target" in /etc/java-25-openjdk/*) ln -sfn "$root$target" "$file" ;; esac
  done
  ln -sfn "$home" "$CACHE/jdk-25"
}

install_jdk() {
  say "no JDK 25 here"
  jdk_from_apt && return
  [ -n "$(debian_mirror)" ] || return
  say "unpacking Debian 13's OpenJDK 25 into $CACHE (about 250 MB, 1 to 2 minutes)"
  rm -rf "$CACHE/jdk-25-root" "$CACHE/jdk-25-work"
  unpack_debian_jdk "$CACHE/jdk-25-work" "$CACHE/jdk-25-root"
  bind_to_its_libraries "$CACHE/jdk-25-root"
  rm -rf "$CACHE/jdk-25-work"
}
install_jdk
