package io.fairway.identity;

import java.net.InetAddress;

/** Development keys and secrets are for this machine only. */
public final class LoopbackOnly {

    private LoopbackOnly() {
    }

    /** @throws UnsafeAddressException when the hub would serve its development parties to other machines */
    public static void require(InetAddress address) {
        if (!address.isLoopbackAddress()) {
            throw new UnsafeAddressException("The hub refuses to serve its development parties on " + address.getHostAddress()
                    + ": set FAIRWAY_ISSUER to your identity provider, or leave FAIRWAY_HTTP_ADDRESS at 127.0.0.1.");
        }
    }
}
