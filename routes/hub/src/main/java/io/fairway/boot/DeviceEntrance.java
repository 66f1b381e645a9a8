package io.fairway.boot;

/**
 * Where gate devices come in by MQTT.
 *
 * @param address to listen at; encryption is up to what stands in front of it
 */
record DeviceEntrance(DeviceDoor door, MqttGuard guard, String address) {
    static final int MOST_DEVICES = 2_000;
    private static final int SESSION_SECONDS = 86_400;
    private static final String ACCEPTOR = "tcp://%s:%d?protocols=MQTT;allowLinkStealing=false;connectionsAllowed=" + MOST_DEVICES
            + ";maximumPacketSize=" + SmallPackets.MOST_BYTES + ";defaultMqttSessionExpiryInterval=" + SESSION_SECONDS;

    /** @param port 0 for any @return the port */
    int open(EmbeddedBroker broker, int port) throws Exception {
        broker.server().getRemotingService().addIncomingInterceptor(guard);
        return broker.open(door, ACCEPTOR.formatted(address, port));
    }
}
