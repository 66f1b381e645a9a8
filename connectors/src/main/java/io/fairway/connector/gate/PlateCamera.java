package io.fairway.connector.gate;

import io.fairway.document.gate.Observation.PlateSeen;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Event notifications of plate cameras: multipart with an XML part {@code EventNotificationAlert} of type ANPR, and pictures. */
public final class PlateCamera {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
    private static final double PERCENT = 100.0;

    private PlateCamera() {
    }

    /**
     * @param contentType of the request, with the boundary
     * @return empty for events of other types, which cameras send as sign of life
     */
    public static Optional<PlateSeen> read(String contentType, byte[] body) throws RefusedReadingException {
        GateXml event = GateXml.read(xmlPart(contentType, body));
        if (!event.root().equals("EventNotificationAlert")) {
            throw new RefusedReadingException("NOT_A_READING", "Expected an EventNotificationAlert");
        }
        if (!event.must("eventType").equals("ANPR")) {
            return Optional.empty();
        }
        String confidence = event.must("ANPR/confidenceLevel");
        if (!confidence.matches("[0-9]{1,3}")) {
            throw new RefusedReadingException("NOT_A_READING", "Expected a confidence from 0 to 100");
        }
        return Optional.of(new PlateSeen(event.must("ANPR/licensePlate"), Math.min(1, Integer.parseInt(confidence) / PERCENT)));
    }

    private static String xmlPart(String contentType, byte[] body) throws RefusedReadingException {
        if (!contentType.startsWith("multipart/")) {
            return new String(body, StandardCharsets.UTF_8);
        }
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (boundary.find()) {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
                int head = part.indexOf("\r\n\r\n");
                if (head > 0 && part.substring(0, head).contains("xml")) {
                    return new String(part.substring(head + 4).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                }
            }
        }
        throw new RefusedReadingException("NOT_A_READING", "Expected a part with XML");
    }
}
