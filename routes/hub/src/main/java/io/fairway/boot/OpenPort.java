package io.fairway.boot;

/** A port besides HTTP's at which the hub listens; told in {@code hub.ports.json}. @param name of the protocol, in lower case */
record OpenPort(String name, int port) {
}
