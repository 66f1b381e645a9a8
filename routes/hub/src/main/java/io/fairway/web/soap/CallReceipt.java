package io.fairway.web.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The first look at a call: was its content refused already? */
final class CallReceipt extends AbstractPhaseInterceptor<Message> {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final List<String> CHARSETS = List.of("utf-8", "utf-16", "utf-16be", "utf-16le");
    private static final List<String> TYPES = List.of("application/soap+xml", "text/xml", "multipart/related");

    CallReceipt() {
        super(Phase.RECEIVE);
        getBefore().add("*");
    }

    @Override
    public void handleMessage(Message message) {
        if (message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request && request.getMethod().equals("POST")) {
            SoapBodies.refusal(request).ifPresent(refused -> {
                throw refused;
            });
        }
    }

    /** @throws SoapRefusedException when the content is of a media type or charset that is not taken */
    static void requireType(HttpServletRequest request) {
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        String type = contentType.toLowerCase(Locale.ROOT);
        if (TYPES.stream().noneMatch(type::startsWith)) {
            throw SoapRefusedException.sender("MEDIA_TYPE_UNSUPPORTED", "Content-Type", "Expected one of " + String.join(", ", TYPES) + ".",
                    Optional.empty());
        }
        Matcher charset = CHARSET.matcher(type);
        if (charset.find() && !CHARSETS.contains(charset.group(1))) {
            throw SoapRefusedException.of(SoapCode.CHARSET_REFUSED, "Content-Type", "Expected UTF-8 or UTF-16.");
        }
    }
}
