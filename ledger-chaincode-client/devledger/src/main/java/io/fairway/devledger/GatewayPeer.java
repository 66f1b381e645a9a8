package io.fairway.devledger;

import java.util.function.Function;

/** The peer a client is connected to. */
record GatewayPeer(Peer peer, Function<Peer, String> addresses) {
    String addressOf(Peer other) {
        return addresses.apply(other);
    }
}
