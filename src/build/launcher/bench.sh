# Measures how long the console takes to answer, first start and later starts, and writes docs/benchmarks.md.
need_java
need_node
jar=target/hexabase-console-0.1.0-SNAPSHOT.jar
[ -f "$jar" ] || { say "building the console first"; maven -q package -DskipTests; }
RUNS=${RUNS:-5}
PORT=${SERVER_PORT:-18099}
area=$(mktemp -d)
trap 'rm -rf "$area"' EXIT

# Milliseconds from the start of the process until its health answers.
start_once() {
  begin=$(date +%s%N)
  CONSOLE_DATA_DIR=$1 SERVER_PORT=$PORT "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx768m \
    --enable-native-access=ALL-UNNAMED -jar "$jar" >"$area/log" 2>&1 &
  pid=$!
  until curl -fs "http://127.0.0.1:$PORT/actuator/health" >/dev/null 2>&1; do
    kill -0 "$pid" 2>/dev/null || { tail -20 "$area/log" >&2; die "the console ended before it answered"; }
    sleep 0.05
  done
  end=$(date +%s%N)
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  echo $(((end - begin) / 1000000))
}
spread() { sort -n | awk '{v[NR]=$1} END {printf "%d | %d | %d", v[1], v[int((NR+1)/2)], v[NR]}'; }

command -v curl >/dev/null 2>&1 || apt_install curl
say "starting the console $((RUNS * 2)) times (about $((RUNS / 2 + 2)) minutes)"
run=0
while [ "$run" -lt "$RUNS" ]; do
  start_once "$area/data-$run" >>"$area/first"
  start_once "$area/data-$run" >>"$area/later"
  run=$((run + 1))
done
cat >docs/benchmarks.md <<TEXT
# Benchmarks

Made by \`./console bench\` (\`RUNS=$RUNS\`): from the start of the process until \`/actuator/health\` answers, in milliseconds.

| | min | median | max |
|---|---|---|---|
| first start (unpacks and initialises the database) | $(spread <"$area/first") |
| later starts | $(spread <"$area/later") |

Machine: $(nproc) cores, $(uname -sm), JDK $(java_major "$JAVA_HOME"). Other load on the machine shows in the maximum.
TEXT
cat docs/benchmarks.md
