package io.fairway.signing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a message disposition notification says (RFC 8098, 3.1 and 3.2; RFC 4130, 7.4).
 *
 * @param originalMessageId of the message it is about, as it stands there; empty when it names none
 * @param outcome the disposition type with its modifier, lower-case, for example {@code processed} or
 *        {@code processed/error: decryption-failed}
 * @param mic what was received, in base64 and the name of the digest; empty when it does not say
 */
public record Disposition(String originalMessageId, String outcome, Optional<Mic> mic) {

    /** Received-Content-MIC. @param algorithm lower-case, without a hyphen: {@code sha256} */
    public record Mic(String value, String algorithm) {
    }

    /** @param report the entity, {@code multipart/report} with its headers; @return empty when no notification is in it */
    public static Optional<Disposition> of(byte[] report) {
        return MimeEntity.of(report).stream().flatMap(entity -> entity.parts().stream())
                .filter(part -> part.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT)
                        .startsWith("message/disposition-notification"))
                .findFirst().map(part -> MimeEntity.headers(new String(part.content(), StandardCharsets.ISO_8859_1)))
                .filter(fields -> fields.getOrDefault("disposition", "").contains(";")).map(Disposition::of);
    }

    private static Disposition of(Map<String, String> fields) {
        String disposition = fields.getOrDefault("disposition", "");
        String[] mic = fields.getOrDefault("received-content-mic", "").split(",", 2);
        return new Disposition(fields.getOrDefault("original-message-id", ""),
                disposition.substring(disposition.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT),
                mic.length < 2 ? Optional.empty()
                        : Optional.of(new Mic(mic[0].strip(), mic[1].strip().toLowerCase(Locale.ROOT).replace("-", ""))));
    }

    /** Whether the message was taken; a warning does not change that (RFC 4130, 7.5.5). */
    public boolean isProcessed() {
        return outcome.equals("processed") || outcome.startsWith("processed/warning");
    }
}
