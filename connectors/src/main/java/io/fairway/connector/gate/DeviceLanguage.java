package io.fairway.connector.gate;

/** What a device that only speaks says over TCP. */
public enum DeviceLanguage {
    /** Weighbridge indicators of the XK3190 family, continuous frames. */
    XK3190,
    /** Toledo continuous frames with a checksum. */
    TOLEDO,
    /** Toledo continuous frames that end with the carriage return. */
    TOLEDO_WITHOUT_CHECKSUM,
    /** Text lines of a radiation portal. */
    PORTAL_LINES;

    private static final int DIVISION_KILOGRAMS = 20;

    /** A reader for one connection; weighbridges of trucks step by 20 kg. */
    public DeviceDecoder decoder() {
        return switch (this) {
            case XK3190 -> Weighbridge.xk3190(DIVISION_KILOGRAMS);
            case TOLEDO -> Weighbridge.toledo(DIVISION_KILOGRAMS);
            case TOLEDO_WITHOUT_CHECKSUM -> Weighbridge.toledoWithoutChecksum(DIVISION_KILOGRAMS);
            case PORTAL_LINES -> new PortalLines();
        };
    }
}
