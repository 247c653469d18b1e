package ai.hexabase.console.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What failed sign-ins are counted by. Names are kept as hashes: somebody may have typed a password there.
 *
 * @param account hash of the account's name, null when an address alone is counted
 */
record SignInKey(byte[] hash, byte @Nullable [] account) {
    /** Of IPv6 an attacker has at least that much. */
    private static final int IPV6_NETWORK = 8;

    static SignInKey ofAddress(String address) {
        return new SignInKey(OneTimeToken.hash("address\n" + network(address)), null);
    }

    static SignInKey ofPair(String account, String address) {
        return of("pair", account, network(address));
    }

    static SignInKey ofDevice(String account, byte[] device) {
        return of("device", account, HexFormat.of().formatHex(device));
    }

    static SignInKey ofAccount(String account) {
        return of("account", account, "");
    }

    private static SignInKey of(String what, String account, String more) {
        var name = OneTimeToken.hash(account.strip().toLowerCase(Locale.ROOT));
        return new SignInKey(OneTimeToken.hash(what + "\n" + HexFormat.of().formatHex(name) + "\n" + more), name);
    }

    /** The address, of IPv6 its first 64 bits; names are never looked up. */
    static String network(String address) {
        try {
            var read = InetAddress.ofLiteral(address);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), IPV6_NETWORK)) + "::/64"
                    : read.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
