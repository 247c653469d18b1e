# Real clusters to try the console on. Runs from source: nothing but a JDK has to be there before.
need_java
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  src/test/java/ai/hexabase/console/fleet/FleetCommand.java "$@"
