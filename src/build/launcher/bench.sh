# Measures and writes docs/benchmarks.md: everything, or what is named (start, live, ...). The measurements are in the tests'
# package bench; they run on the production bundle and on real control planes.
need_java
need_node
need_chromium
FLEET_HOME=$(src/test/fleet/build.sh | tail -1)
export FLEET_HOME
[ -f target/hexabase-console-0.1.0-SNAPSHOT.jar ] || { say "building the console first"; maven -q package -DskipTests; }
maven -q test-compile
say "measuring (start: about 4 minutes, live: about 10); other load on the machine makes figures worse"
maven -q exec:exec -Dexec.executable="$JAVA_HOME/bin/java" -Dexec.classpathScope=test \
  -Dexec.args="-XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true -classpath %classpath ai.hexabase.console.bench.Bench $*"
cat docs/benchmarks.md
