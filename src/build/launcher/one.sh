# One test class or method: ./console one ClusterRegistryTest. An IT builds the frontend once, then reuses it.
[ $# -gt 0 ] || die "which test? ./console one SomeTest or ./console one SomeTest#method"
need_java
case "$1" in
  *IT | *IT#*)
    need_node
    need_chromium
    FLEET_HOME=$(src/test/fleet/build.sh | tail -1)
    export FLEET_HOME
    [ -d target/classes/META-INF/VAADIN/webapp ] || maven -q package -DskipTests
    maven -q test-compile failsafe:integration-test failsafe:verify -Dit.test="$1"
    ;;
  *) maven -q test -Dtest="$1" ;;
esac
