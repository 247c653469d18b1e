# Builds when sources are newer than the jar, then starts the console with the same JDK.
need_java
jar=target/hexabase-console-0.1.0-SNAPSHOT.jar
if [ ! -f "$jar" ] || [ -n "$(find pom.xml src/main package.json package-lock.json -newer "$jar" -type f -not -path '*/generated/*' -print -quit 2>/dev/null)" ]; then
  need_node
  say "building the console (about a minute; the first time up to five, for downloads)"
  # Not written over: a console that runs from it keeps its own.
  rm -f "$jar"
  maven -q package -DskipTests
fi
# Each console runs from a link of its own, so that a later build takes nothing away from it.
mkdir -p target/run
for link in target/run/*.jar; do
  kill -0 "$(basename "$link" .jar)" 2>/dev/null || rm -f "$link"
done
own=target/run/$$.jar
ln "$jar" "$own" 2>/dev/null || cp "$jar" "$own"
say "starting on http://127.0.0.1:${SERVER_PORT:-8080}; stop with Ctrl-C"
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED -jar "$own" "$@"
