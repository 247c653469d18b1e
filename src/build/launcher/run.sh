# Builds when sources are newer than the jar, then starts the console with the same JDK.
need_java
jar=target/hexabase-console-0.1.0-SNAPSHOT.jar
if [ ! -f "$jar" ] || [ -n "$(find pom.xml src/main package.json package-lock.json -newer "$jar" -type f -not -path '*/generated/*' -print -quit 2>/dev/null)" ]; then
  need_node
  say "building the console (about a minute; the first time up to five, for downloads)"
  maven -q package -DskipTests
fi
say "starting on http://127.0.0.1:${SERVER_PORT:-8080}; stop with Ctrl-C"
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED -jar "$jar" "$@"
