package vn.phopay.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses a merchant may make us call: those of the public Internet. Everything that only means something
 * inside a network is refused, ours first of all (IANA special-purpose registries, RFC 6890), and so are addresses that
 * hide an IPv4 address in an IPv6 one.
 */
final class AddressRules {
    private static final List<Block> IPV4_REFUSED = blocks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");
    /** Global unicast; the rest is loopback, link-local, unique-local, multicast, mapped, translated or unused. */
    private static final Block IPV6_PUBLIC = block("2000::/3");
    /** Teredo, benchmarks, ORCHID, documentation, 6to4, documentation again. */
    private static final List<Block> IPV6_REFUSED =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final boolean loopbackAllowed;

    /** Rules that let this machine itself be called where {@code loopbackAllowed}. */
    AddressRules(boolean loopbackAllowed) {
        this.loopbackAllowed = loopbackAllowed;
    }

    /** Whether {@code address} may be connected to. */
    boolean allow(InetAddress address) {
        if (isAllowedLoopback(address)) {
            return true;
        }
        return address instanceof Inet4Address
                ? IPV4_REFUSED.stream().noneMatch(block -> block.holds(address))
                : IPV6_PUBLIC.holds(address) && IPV6_REFUSED.stream().noneMatch(block -> block.holds(address));
    }

    boolean loopbackAllowed() {
        return loopbackAllowed;
    }

    private boolean isAllowedLoopback(InetAddress address) {
        return loopbackAllowed && address.isLoopbackAddress();
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(AddressRules::block).toList();
    }

    private static Block block(String text) {
        int slash = text.indexOf('/');
        return new Block(InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                Integer.parseInt(text.substring(slash + 1)));
    }

    /** Addresses that begin with the first {@code bits} bits of {@code prefix}. */
    @SuppressWarnings("ArrayRecordComponent") // Compared with nothing.
    private record Block(byte[] prefix, int bits) {
        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((bytes[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
