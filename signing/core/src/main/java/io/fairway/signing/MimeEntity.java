package io.fairway.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One MIME entity (RFC 2045): headers and content.
 *
 * @param headers by lower-case name; of a repeated one the first
 * @param content with its transfer encoding (binary, 8bit, 7bit or base64) taken off
 */
public record MimeEntity(Map<String, String> headers, byte[] content) {
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final int MOST_HEADER_BYTES = 16_000;

    public MimeEntity {
        headers = Map.copyOf(headers);
    }

    /** @return empty when it has no headers of its own, too many, or an encoding that is not taken */
    public static Optional<MimeEntity> of(byte[] entity) {
        try {
            return Optional.of(read(entity));
        } catch (SignatureRefusedException notAnEntity) {
            return Optional.empty();
        }
    }

    /** Those parts of a multipart (RFC 2046, 5.1) that have headers of their own; empty when it is none, or not closed. */
    public List<MimeEntity> parts() {
        try {
            return MimeParts.all(headers.getOrDefault("content-type", ""), content).stream().map(MimeEntity::of).flatMap(Optional::stream).toList();
        } catch (SignatureRefusedException noMultipart) {
            return List.of();
        }
    }

    static MimeEntity read(byte[] entity) throws SignatureRefusedException {
        int end = MimeParts.indexOf(entity, END_OF_HEADERS, 0);
        if (end < 0 || end > MOST_HEADER_BYTES) {
            throw SignatureRefusedException.failed(SignatureFault.MALFORMED, "Expected headers and an empty line");
        }
        Map<String, String> headers = headers(new String(entity, 0, end, StandardCharsets.ISO_8859_1));
        byte[] content = Arrays.copyOfRange(entity, end + END_OF_HEADERS.length, entity.length);
        return new MimeEntity(headers, decoded(headers.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT), content));
    }

    static Map<String, String> headers(String text) {
        Map<String, String> headers = new HashMap<>();
        for (String line : text.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static byte[] decoded(String encoding, byte[] content) throws SignatureRefusedException {
        return switch (encoding) {
            case "binary", "8bit", "7bit" -> content;
            case "base64" -> base64(content);
            default -> throw SignatureRefusedException.failed(SignatureFault.MALFORMED, "Expected a transfer encoding of binary, 8bit, 7bit or base64");
        };
    }

    private static byte[] base64(byte[] content) throws SignatureRefusedException {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException notBase64) {
            throw SignatureRefusedException.failed(SignatureFault.MALFORMED, "Expected Base64");
        }
    }
}
