package ai.hexabase.console.profile;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists between commas: networks, and hosts. */
final class ListRules {
    private static final int MOST = 50;
    private static final int LONGEST = 4000;

    private ListRules() {}

    static @Nullable SettingProblem hosts(Setting setting, String text) {
        return check(setting, text, "setting-hosts", Hosts::isHost);
    }

    static @Nullable SettingProblem ranges(Setting setting, String text) {
        return check(setting, text, "setting-ranges", ListRules::isNetwork);
    }

    private static @Nullable SettingProblem check(Setting setting, String text, String code, Predicate<String> isItem) {
        if (text.isEmpty() || isList(text, isItem)) {
            return null;
        }
        var parts = Arrays.stream(Typing.narrow(text).split("[,、;\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> network(part).orElse(part))
                .distinct()
                .collect(Collectors.joining(","));
        return Grammar.problem(setting, code, text, isList(parts, isItem) ? parts : null);
    }

    private static boolean isList(String text, Predicate<String> isItem) {
        if (text.length() > LONGEST) {
            return false;
        }
        var parts = List.of(text.split(",", -1));
        return parts.size() <= MOST
                && new HashSet<>(parts).size() == parts.size()
                && parts.stream().allMatch(isItem);
    }

    private static boolean isNetwork(String text) {
        return network(text).filter(text::equals).isPresent();
    }

    /** The network that an address with a prefix length lies in; empty when the text is none. */
    private static Optional<String> network(String text) {
        var slash = text.indexOf('/');
        var host = slash < 0 ? "" : text.substring(0, slash);
        var length = text.substring(slash + 1);
        if (!length.matches("0|[1-9][0-9]{0,2}") || !host.matches("[0-9.]+|[0-9a-fA-F:]+") || !Hosts.isHost(host)) {
            return Optional.empty();
        }
        var address = InetAddress.ofLiteral(host).getAddress();
        var bits = Integer.parseInt(length);
        if (bits > address.length * 8) {
            return Optional.empty();
        }
        return isBelow(address, bits) ? Optional.of(text) : Optional.of(masked(address, bits) + "/" + bits);
    }

    /** Nothing is set behind the prefix. */
    private static boolean isBelow(byte[] address, int bits) {
        var number = new BigInteger(1, address);
        return number.signum() == 0 || number.getLowestSetBit() >= address.length * 8 - bits;
    }

    private static String masked(byte[] address, int bits) {
        var masked = address.clone();
        for (var bit = bits; bit < masked.length * 8; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        try {
            return InetAddress.getByAddress(masked).getHostAddress();
        } catch (java.net.UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
