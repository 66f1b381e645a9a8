package io.fairway.web.as2;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an AS2 message (RFC 4130, 6).
 *
 * @param from AS2-From @param to AS2-To, both without quotes
 * @param id Message-ID; the sender's key for it, for ever
 * @param contentType of the whole
 * @param receipt whether and where a receipt is wanted
 */
record As2Message(String from, String to, String id, String contentType, Receipt receipt) {
    private static final Pattern NAME = Pattern.compile("[ -~]{1,128}");
    private static final Pattern ID = Pattern.compile("<?[!-;=?-~]{1,180}>?");

    /** Whether and how a receipt is wanted. */
    enum Receipt {
        NONE, IN_THE_ANSWER, ELSEWHERE
    }

    /** Empty when a header is missing or not of its form. */
    static Optional<As2Message> of(HttpServletRequest request) {
        String from = name(request.getHeader("AS2-From"));
        String to = name(request.getHeader("AS2-To"));
        String id = text(request.getHeader("Message-ID"));
        boolean formed = NAME.matcher(from).matches() && NAME.matcher(to).matches() && ID.matcher(id).matches();
        return formed ? Optional.of(new As2Message(from, to, id, text(request.getContentType()), receipt(request))) : Optional.empty();
    }

    private static Receipt receipt(HttpServletRequest request) {
        if (text(request.getHeader("Receipt-Delivery-Option")).isEmpty()) {
            return text(request.getHeader("Disposition-Notification-To")).isEmpty() ? Receipt.NONE : Receipt.IN_THE_ANSWER;
        }
        return Receipt.ELSEWHERE;
    }

    private static String name(@Nullable String header) {
        String text = text(header);
        boolean quoted = text.length() > 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\") : text;
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header.strip();
    }
}
