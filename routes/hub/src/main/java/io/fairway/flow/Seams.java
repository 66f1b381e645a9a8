package io.fairway.flow;

/** Where one route hands over to another inside the hub. */
final class Seams {
    static final String READ = "direct:transmission-read";
    static final String APPLY = "direct:facts-apply";
    static final String DELIVER = "direct:outbound-deliver";
    static final String SEND = "direct:outbound-send";
    static final String TELL_MANIFEST = "direct:manifest-tell";
    static final String TELL_DECLARATION = "direct:declaration-tell";
    static final String TELL_DECISION = "direct:decision-tell";
    static final String TELL_RELEASE_ORDER = "direct:release-order-tell";
    static final String TELL_MOVEMENT = "direct:movement-tell";
    static final String TELL_PORT_CALL = "direct:port-call-tell";
    static final String TELL_SHIPMENT = "direct:shipment-tell";
    static final String TELL_CONTAINER_NOTICE = "direct:container-notice-tell";
    static final String TELL_STATUS = "direct:status-tell";
    static final String TELL_ANSWER = "direct:answer-tell";

    private Seams() {
    }

    /** Where a counterpart's own dialect is written. */
    static String dialect(String name) {
        return "direct:dialect-" + name;
    }
}
