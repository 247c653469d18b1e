# Runs a command on the database of the console whose data directory CONSOLE_DATA_DIR names; the console may run
# meanwhile. Ends with 0 when it is done, 2 when it is not.
( . src/build/launcher/jar.sh ) || exit 2
need_java
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED \
  -jar target/hexabase-console-0.1.0-SNAPSHOT.jar "$command" "$@"
