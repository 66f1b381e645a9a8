package io.fairway.web.as2;

import io.fairway.signing.SignedEntity;
import io.fairway.signing.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A signed receipt: message disposition notification (RFC 4130, 7; RFC 8098) in {@code multipart/signed}.
 *
 * @param messageId its own Message-ID
 * @param contentType of @param body
 */
record As2Receipt(String messageId, String contentType, byte[] body) {
    private static final String REPORT = "fairway-report";
    private static final String SIGNED = "fairway-signed";

    /**
     * What is told.
     *
     * @param mic Received-Content-MIC, empty when nothing was received
     * @param words one sentence for people
     */
    record Told(As2Disposition disposition, String mic, String words) {
    }

    /** @param hub the name the message was sent to @param number makes its Message-ID unique */
    static As2Receipt of(As2Message message, Told told, String hub, String number, SigningKey key, Instant at) {
        String mic = told.mic().isEmpty() ? "" : "Received-Content-MIC: " + told.mic() + "\r\n";
        String entity = "Content-Type: multipart/report; report-type=disposition-notification; boundary=\"" + REPORT + "\"\r\n\r\n"
                + "--" + REPORT + "\r\nContent-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
                + told.words() + "\r\n"
                + "--" + REPORT + "\r\nContent-Type: message/disposition-notification\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
                + "Reporting-UA: Fairway\r\nOriginal-Recipient: rfc822; " + hub + "\r\nFinal-Recipient: rfc822; " + hub + "\r\n"
                + "Original-Message-ID: " + message.id() + "\r\n"
                + "Disposition: automatic-action/MDN-sent-automatically; " + told.disposition().words() + "\r\n" + mic + "\r\n"
                + "--" + REPORT + "--\r\n";
        byte[] signed = SignedEntity.sign(entity.getBytes(StandardCharsets.US_ASCII), SIGNED, key, at);
        return new As2Receipt("<" + number + "@" + hub + ">", SignedEntity.contentType(SIGNED), signed);
    }
}
