package io.fairway.boot;

import java.util.Map;

/** Ports of single devices at which the hub listens; told in {@code hub.ports.json} beside {@link OpenPort}. @param ports by what listens there */
record OpenPorts(Map<String, Integer> ports) {
    OpenPorts {
        ports = Map.copyOf(ports);
    }
}
