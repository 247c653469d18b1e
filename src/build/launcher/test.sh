# All tests, or only the fast ones.
need_java
if [ "${1:-all}" = fast ]; then
  say "unit and browserless tests (under 2 minutes when warm)"
  maven test
  exit
fi
need_node
need_chromium
need_keycloak
need_registry
need_rsyslog
# with these the record is checked as docs/audit.md says, by other programs than ours
for tool in jq openssl; do command -v $tool >/dev/null 2>&1 || apt_install $tool; done
say "Kubernetes control planes for the tests (built once, 15 to 25 minutes on 2 cores; then reused)"
FLEET_HOME=$(src/test/fleet/build.sh)
export FLEET_HOME
rm -f target/hexabase-console-*.jar
say "building and testing everything"
maven verify
