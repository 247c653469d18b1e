# Starts the console with the JDK it was built with, built anew when sources changed.
. src/build/launcher/jar.sh
# Each console runs from a link of its own, so that a later build takes nothing away from it.
mkdir -p target/run
for link in target/run/*.jar; do
  kill -0 "$(basename "$link" .jar)" 2>/dev/null || rm -f "$link"
done
own=target/run/$$.jar
ln "$jar" "$own" 2>/dev/null || cp "$jar" "$own"
say "starting on http://127.0.0.1:${SERVER_PORT:-8080}; stop with Ctrl-C"
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx768m --enable-native-access=ALL-UNNAMED -jar "$own" "$@"
