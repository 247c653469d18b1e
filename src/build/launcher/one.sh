# One test class or method, without the frontend: ./console one ClusterRegistryTest
[ $# -gt 0 ] || die "which test? ./console one SomeTest or ./console one SomeTest#method"
need_java
case "$1" in
  *IT|*IT#*) need_node; [ -d target/classes/META-INF/VAADIN ] || MORE=package
    maven -q ${MORE:-test-compile} failsafe:integration-test failsafe:verify -DskipTests=false -Dsurefire.skip=true -Dit.test="$1" -DfailIfNoTests=false ;;
  *) maven -q test -Dtest="$1" -Dsurefire.failIfNoSpecifiedTests=true ;;
esac
