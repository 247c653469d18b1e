# Becomes one machine with a Kubernetes control plane and a node: the first process of namespaces of its own, started by
#   unshare --fork --kill-child --pid --mount-proc --mount --net --uts --ipc sh machine.sh
# When this process is killed, everything in the machine ends at once, as when power fails; started again with the same
# folder it comes back with its data. Of the host nothing changes but folders below /sys/fs/cgroup named $NAME.
#
#   MACHINE   its folder: etc/ (keys, kubeconfigs), disk/ (what survives power cuts), log/
#   PLANES    the control plane's parts       NODE   the node's parts
#   NAME      of its control groups
set -eu

ADDRESS=192.168.77.1
PODS=10.201.0.0/24
SERVICES=10.0.0.0/16
DNS_ADDRESS=10.0.0.10
keys=$MACHINE/etc

# a control group of its own in each hierarchy; a new cpuset is empty until it is filled
for hierarchy in /sys/fs/cgroup/*/; do
  [ -e "$hierarchy/tasks" ] || continue
  group=$hierarchy$NAME
  mkdir -p "$group"
  if [ -e "$group/cpuset.cpus" ]; then
    cat "${hierarchy}cpuset.cpus" >"$group/cpuset.cpus"
    cat "${hierarchy}cpuset.mems" >"$group/cpuset.mems"
  fi
  echo 0 >"$group/cgroup.procs"
done

# its own disk, tools and kernel settings as a kubelet wants to find them
mount --make-rshared /
mount -t tmpfs run /run
mkdir -p "$MACHINE/disk/lib" "$MACHINE/log/system" "$MACHINE/disk/volumes" "$MACHINE/sysctl" "$MACHINE/disk/usr" "$MACHINE/disk/work"
mount -t overlay tools -o "lowerdir=$NODE/root/usr:/usr" /usr
mount --bind "$MACHINE/disk/lib" /var/lib
mount --bind "$MACHINE/log/system" /var/log
for setting in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 \
  kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000; do
  file=$MACHINE/sysctl/$(echo "${setting%=*}" | tr / .)
  echo "${setting#*=}" >"$file"
  mount --bind "$file" "/proc/sys/${setting%=*}"
done

# a network that ends at its own address; the second half of the pair only gives the bridge a carrier
hostname node-1
ip link set lo up
ip link add node0 type bridge
ip link add port0 type veth peer name port1
ip link set port0 master node0
for link in port0 port1 node0; do ip link set $link up; done
ip address add $ADDRESS/24 dev node0
ip route add default via 192.168.77.254
echo 1 >/proc/sys/net/ipv4/ip_forward

# keep NAME COMMAND...: runs it, with a log of its own, and again when it ends
keep() {
  name=$1
  shift
  while :; do
    "$@" >>"$MACHINE/log/$name.log" 2>&1 || true
    sleep 0.5
  done &
}

registry() {
  cat >"$MACHINE/etc/$1.yaml" <<TEXT
version: 0.1
log: {level: error}
storage:
  filesystem: {rootdirectory: $NODE/registry}
  maintenance: {readonly: {enabled: true}}
http: {addr: "$ADDRESS:$2"}
$3
TEXT
  OTEL_TRACES_EXPORTER=none keep "$1" "$NODE/bin/registry" serve "$MACHINE/etc/$1.yaml"
}
registry registry 5000 ""
registry registry-private 5001 "auth: {htpasswd: {realm: fleet, path: $keys/registry-users}}"

keep etcd "$PLANES/bin/etcd" --data-dir="$MACHINE/disk/etcd" --listen-client-urls=http://127.0.0.1:2379 \
  --advertise-client-urls=http://127.0.0.1:2379 --listen-peer-urls=http://127.0.0.1:2380 \
  --initial-advertise-peer-urls=http://127.0.0.1:2380 --initial-cluster=default=http://127.0.0.1:2380 --log-level=warn
keep kube-apiserver "$PLANES/bin/kube-apiserver" --etcd-servers=http://127.0.0.1:2379 --bind-address=0.0.0.0 \
  --advertise-address=$ADDRESS --secure-port=6443 --tls-cert-file="$keys/serving.crt" --tls-private-key-file="$keys/serving.key" \
  --client-ca-file="$keys/ca.crt" --service-account-issuer=https://kubernetes.default.svc \
  --service-account-key-file="$keys/sa.pub" --service-account-signing-key-file="$keys/sa.key" \
  --service-cluster-ip-range=$SERVICES --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction \
  --allow-privileged=true --kubelet-client-certificate="$keys/admin.crt" --kubelet-client-key="$keys/admin.key" \
  --kubelet-preferred-address-types=InternalIP --profiling=false

mkdir -p "$MACHINE/etc/cni" "$MACHINE/etc/hosts/_default" "$MACHINE/etc/hosts/private.test"
cat >"$MACHINE/etc/cni/10-pods.conflist" <<TEXT
{"cniVersion": "0.4.0", "name": "pods", "plugins": [
  {"type": "ptp", "ipam": {"type": "host-local", "ranges": [[{"subnet": "$PODS"}]], "routes": [{"dst": "0.0.0.0/0"}]}}]}
TEXT
printf 'server = "http://%s:5000"\n[host."http://%s:5000"]\n' $ADDRESS $ADDRESS >"$MACHINE/etc/hosts/_default/hosts.toml"
printf 'server = "http://%s:5001"\n[host."http://%s:5001"]\n' $ADDRESS $ADDRESS >"$MACHINE/etc/hosts/private.test/hosts.toml"
cat >"$MACHINE/etc/containerd.toml" <<TEXT
version = 2
root = "/var/lib/containerd"
state = "/run/containerd"
[plugins."io.containerd.internal.v1.opt"]
  path = "/var/lib/containerd/opt"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "fleet.test/fleet/pause:1"
  restrict_oom_score_adj = true
  disable_apparmor = true
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$MACHINE/etc/cni"
  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "$MACHINE/etc/hosts"
TEXT
keep containerd containerd --config="$MACHINE/etc/containerd.toml"

echo "nameserver $DNS_ADDRESS" >"$MACHINE/etc/resolv.conf"
cat >"$MACHINE/etc/kubelet.yaml" <<TEXT
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: $keys/ca.crt}}
authorization: {mode: Webhook}
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
failCgroupV1: false
cgroupDriver: cgroupfs
cgroupRoot: /$NAME
enforceNodeAllocatable: []
podLogsDir: /var/log/pods
resolvConf: $MACHINE/etc/resolv.conf
clusterDNS: [$DNS_ADDRESS]
clusterDomain: cluster.local
evictionHard: {memory.available: 100Mi, nodefs.available: 1%, imagefs.available: 1%}
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
crashLoopBackOff: {maxContainerRestartPeriod: 30s}
nodeStatusUpdateFrequency: 3s
fileCheckFrequency: 5s
syncFrequency: 20s
failSwapOn: false
shutdownGracePeriod: 0s
TEXT
cat >"$MACHINE/etc/proxy.yaml" <<TEXT
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: nftables
clientConnection: {kubeconfig: $keys/proxy.kubeconfig}
clusterCIDR: $PODS
conntrack: {maxPerCore: 0, min: 0}
nftables: {minSyncPeriod: 100ms}
TEXT

until "$PLANES/bin/kubectl" --kubeconfig="$keys/inside.kubeconfig" get --raw=/readyz >/dev/null 2>&1; do sleep 0.2; done
hurry="--kube-api-qps=500 --kube-api-burst=1000 --leader-elect=false --secure-port=0 --kubeconfig=$keys/inside.kubeconfig"
keep kube-controller-manager "$PLANES/bin/kube-controller-manager" $hurry --root-ca-file="$keys/ca.crt" \
  --service-account-private-key-file="$keys/sa.key" \
  --node-monitor-period=2s --node-monitor-grace-period=20s \
  --controllers=*,-node-ipam-controller --use-service-account-credentials
keep kube-scheduler "$PLANES/bin/kube-scheduler" $hurry
keep kubelet "$NODE/bin/kubelet" --config="$MACHINE/etc/kubelet.yaml" --kubeconfig="$keys/node.kubeconfig" --node-ip=$ADDRESS \
  --hostname-override=node-1 --root-dir=/var/lib/kubelet --cert-dir=/var/lib/kubelet/pki \
  --node-labels=topology.kubernetes.io/zone=zone-a,topology.kubernetes.io/region=region-real
keep kube-proxy "$NODE/bin/kube-proxy" --config="$MACHINE/etc/proxy.yaml" --hostname-override=node-1
exec "$NODE/bin/pause"
