package io.fairway.web.soap;

import static io.fairway.web.soap.SoapCode.TIMESTAMP_EXPIRED;
import static io.fairway.web.soap.SoapCode.TIMESTAMP_REFUSED;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.w3c.dom.Element;

/** The signed timestamp of a call: from when until when it is meant to count; at most ten minutes, and clocks may differ by one. */
record Freshness(Instant created, Instant expires) {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** @throws SoapRefusedException when the call is too old, too young, or means to last too long */
    static Freshness of(Element timestamp, Instant now) {
        var freshness = new Freshness(time(timestamp, "Created"), time(timestamp, "Expires"));
        if (freshness.created.isAfter(now.plus(SKEW))) {
            throw SoapRefusedException.of(TIMESTAMP_REFUSED, "Created", "Expected a time in the past; the hub has " + now + ".");
        }
        Duration lasting = Duration.between(freshness.created, freshness.expires);
        if (lasting.isNegative() || lasting.compareTo(LONGEST) > 0) {
            throw SoapRefusedException.of(TIMESTAMP_REFUSED, "Expires", "Expected at most " + LONGEST.toMinutes() + " minutes after Created.");
        }
        if (now.isAfter(freshness.expires.plus(SKEW))) {
            throw SoapRefusedException.of(TIMESTAMP_EXPIRED, "Expires", "Expected a time in the future; the hub has " + now + ".");
        }
        return freshness;
    }

    private static Instant time(Element timestamp, String name) {
        List<Element> found = Dom.children(timestamp, Names.WSU, name);
        if (found.size() == 1) {
            try {
                return OffsetDateTime.parse(Dom.text(found.getFirst())).toInstant();
            } catch (DateTimeException notATime) {
                throw SoapRefusedException.of(TIMESTAMP_REFUSED, name, "Expected a time with its offset, as 2026-11-21T12:00:00Z.");
            }
        }
        throw SoapRefusedException.of(TIMESTAMP_REFUSED, name, "Expected " + name + " once.");
    }

    /** Until when a repeat would be let through if nobody remembered. */
    Instant endsAt() {
        return expires.plus(SKEW);
    }
}
