# Builds the console when sources are newer than its jar; sourced, leaves the path in $jar.
need_java
jar=target/hexabase-console-0.1.0-SNAPSHOT.jar
if [ ! -f "$jar" ] || [ -n "$(find pom.xml src/main package.json package-lock.json -newer "$jar" -type f -not -path '*/generated/*' -print -quit 2>/dev/null)" ]; then
  need_node
  say "building the console (about a minute; the first time up to five, for downloads)"
  # Not written over: a console that runs from it keeps its own.
  rm -f "$jar"
  maven -q package -DskipTests
fi
