# Checks the record of the console whose data directory CONSOLE_DATA_DIR names; the console may run meanwhile.
# Ends with 0 when the record is whole, 1 when it is broken, 2 when it could not be checked.
[ "${1:-}" = verify ] || { say "usage: ./console audit verify"; exit 2; }
# What fails before the check must not look like a broken record.
( . src/build/launcher/jar.sh ) || exit 2
need_java
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED \
  -jar target/hexabase-console-0.1.0-SNAPSHOT.jar audit "$@"
