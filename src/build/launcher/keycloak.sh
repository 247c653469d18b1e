# A real Keycloak with sample people to try sign-in with. Runs from source: nothing but a JDK has to be there before.
need_java
need_keycloak
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 \
  src/test/java/ai/hexabase/console/keycloak/KeycloakCommand.java "$@"
