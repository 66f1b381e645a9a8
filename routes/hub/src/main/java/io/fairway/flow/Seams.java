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
    static final String TELL_ANSWER = "direct:answer-tell";

    private Seams() {
    }
}
