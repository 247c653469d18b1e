package ai.hexabase.console.common;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** Addresses that the console never calls for anybody: link-local ones and the metadata services of clouds. */
public final class MetadataAddress {
    /** Metadata services outside of the link-local ranges: Alibaba Cloud, Azure, AWS over IPv6, Oracle. */
    private static final Set<String> METADATA =
            Set.of("100.100.100.200", "168.63.129.16", "fd00:ec2:0:0:0:0:0:254", "192.0.0.192");

    private MetadataAddress() {}

    /** True when the host is, or its name leads to, such an address; an unknown name does not. */
    public static boolean isBehind(String host) {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (address.isLinkLocalAddress()
                        || address.isMulticastAddress()
                        || address.isAnyLocalAddress()
                        || METADATA.contains(address.getHostAddress())) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
