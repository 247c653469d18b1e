# One test class or method: ./console one ClusterRegistryTest. An IT builds the frontend once, then reuses it, and the
# Kubernetes binaries only when it wants real clusters.
[ $# -gt 0 ] || die "which test? ./console one SomeTest or ./console one SomeTest#method"
need_java
wants_clusters() { find src/test/java -name "${1%%#*}.java" -exec grep -qE '@RealClusters|Fleet' {} \; -print | grep -q .; }
case "$1" in
  *IT | *IT#*)
    need_node
    need_chromium
    if wants_clusters "$1"; then
      FLEET_HOME=$(src/test/fleet/build.sh | tail -1)
      export FLEET_HOME
    fi
    [ -d target/classes/META-INF/VAADIN/webapp ] || maven -q package -DskipTests
    maven -q test-compile failsafe:integration-test failsafe:verify -Dit.test="$1"
    ;;
  *) maven -q test -Dtest="$1" ;;
esac
