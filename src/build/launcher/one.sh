# One test class or method: ./console one ClusterRegistryTest. An IT builds the frontend when other parts of it are
# used than before, and fetches Kubernetes' binaries, Keycloak or a registry only when it wants them.
[ $# -gt 0 ] || die "which test? ./console one SomeTest or ./console one SomeTest#method"
need_java
# Whether the source of one of the named tests, separated by commas, mentions the pattern.
mentions() {
  for test in $(echo "$2" | tr ',' ' '); do
    find src/test/java -name "${test%%#*}.java" -exec grep -lE "$1" {} +
  done | grep -q .
}
# What the frontend is made of: Vaadin's components, routes and our own files.
frontend_parts() {
  {
    grep -rhoE '^import com\.vaadin\.flow\.component\.[A-Za-z.]+|@(Route|Uses|JsModule|NpmPackage|CssImport).*' src/main/java | sort -u
    find src/main/frontend pom.xml -type f -not -path '*/generated/*' | sort | xargs cat
  } | sha256sum
}
case "$1" in
  *IT | *IT#*)
    need_node
    need_chromium
    if mentions "@RealClusters|Fleet" "$1"; then
      FLEET_HOME=$(src/test/fleet/build.sh | tail -1)
      export FLEET_HOME
    fi
    if mentions "@RealKeycloak" "$1"; then need_keycloak; fi
    if mentions "RealRegistry" "$1"; then need_registry; fi
    if [ ! -d target/classes/META-INF/VAADIN/webapp ] || [ "$(frontend_parts)" != "$(cat target/frontend-parts 2>/dev/null)" ]; then
      say "building the frontend"
      rm -rf target/classes/META-INF/VAADIN
      maven -q package -DskipTests
      frontend_parts >target/frontend-parts
    fi
    maven -q test-compile failsafe:integration-test failsafe:verify -Dit.test="$1"
    ;;
  *)
    if mentions "RSYSLOG_HOME" "$1"; then need_rsyslog; fi
    maven -q test -Dtest="$1"
    ;;
esac
