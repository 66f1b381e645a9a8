package io.fairway.connector;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses may be connected to where a party names the host. What is asked is the resolved address, so that no name, notation or
 * change of a name between question and connection leads inside. Ranges: IANA special-purpose registries (RFC 6890) and what embeds an
 * IPv4 address in IPv6.
 */
public enum Reach {
    /** The public internet only. */
    PUBLIC,
    /** This machine too, for development and the demo. */
    PUBLIC_AND_LOOPBACK;

    /** Blocks of IPv4 that are not public: first address, and length of the prefix. */
    private static final int[][] INNER = {
        {0x00000000, 8}, {0x0A000000, 8}, {0x64400000, 10}, {0x7F000000, 8}, {0xA9FE0000, 16}, {0xAC100000, 12}, {0xC0000000, 24},
        {0xC0000200, 24}, {0xC0586300, 24}, {0xC0A80000, 16}, {0xC6120000, 15}, {0xC6336400, 24}, {0xCB007100, 24}, {0xE0000000, 3}};
    private static final int IPV6_BYTES = 16;

    /** Whether this address may be connected to. */
    public boolean admits(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return this == PUBLIC_AND_LOOPBACK;
        }
        return address instanceof Inet4Address four ? isPublic(four.getAddress()) : isPublicSix(address.getAddress());
    }

    /**
     * The addresses as they are, if all may be connected to.
     *
     * @throws UnknownHostException when one may not: a name that leads inside is answered like one that leads nowhere
     */
    InetAddress[] require(String host, InetAddress... addresses) throws UnknownHostException {
        if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(this::admits)) {
            throw new UnknownHostException(host);
        }
        return addresses;
    }

    private static boolean isPublic(byte[] four) {
        int address = number(four, 0);
        return Arrays.stream(INNER).noneMatch(block -> (address ^ block[0]) >>> (Integer.SIZE - block[1]) == 0);
    }

    /** Global unicast is 2000::/3 (RFC 4291); within it 6to4, Teredo, benchmarking, ORCHID and documentation are no public hosts. */
    private static boolean isPublicSix(byte[] six) {
        if (six.length != IPV6_BYTES || (six[0] & 0xE0) != 0x20) {
            return false;
        }
        int high = number(six, 0);
        boolean special = high >>> 16 == 0x2002 || high == 0x20010000 || high >>> 4 == 0x2001001 || high >>> 4 == 0x2001002
                || high == 0x20010002 || high == 0x20010db8 || high >>> 16 == 0x3fff;
        return !special;
    }

    private static int number(byte[] bytes, int from) {
        return (bytes[from] & 0xFF) << 24 | (bytes[from + 1] & 0xFF) << 16 | (bytes[from + 2] & 0xFF) << 8 | bytes[from + 3] & 0xFF;
    }
}
