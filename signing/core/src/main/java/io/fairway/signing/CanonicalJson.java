package io.fairway.signing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** The one way to write a JSON value (RFC 8785), so that its checksum does not depend on who wrote it. */
public final class CanonicalJson {
    private static final double PLAIN_UP_TO = 1e21;
    private static final double PLAIN_FROM = 1e-6;

    private CanonicalJson() {
    }

    /** UTF-8, names in the order of their UTF-16 code units, no blanks. */
    public static byte[] write(Json value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when this is not I-JSON */
    public static byte[] of(byte[] utf8) {
        return write(JsonText.read(utf8));
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Members members -> {
                out.append('{');
                Iterator<Map.Entry<String, Json>> each = new TreeMap<>(members.of()).entrySet().iterator();
                while (each.hasNext()) {
                    var member = each.next();
                    write(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    out.append(each.hasNext() ? "," : "");
                }
                out.append('}');
            }
            case Json.Elements elements -> {
                out.append('[');
                for (int i = 0; i < elements.of().size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(elements.of().get(i), out);
                }
                out.append(']');
            }
            case Json.Text text -> write(text.value(), out);
            case Json.Number number -> out.append(number(number.value()));
            case Json.Literal.TRUE -> out.append("true");
            case Json.Literal.FALSE -> out.append("false");
            case Json.Literal.NULL -> out.append("null");
        }
    }

    private static void write(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** As ECMAScript writes numbers (ECMA-262, Number::toString): the shortest digits that give the same double back. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal shortest = shortest(value);
        if (size >= PLAIN_FROM && size < PLAIN_UP_TO) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = shortest.precision() - shortest.scale() - 1;
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "" : "+") + exponent;
    }

    /** Java writes at least two digits, also where one would do (the smallest numbers). */
    private static BigDecimal shortest(double value) {
        BigDecimal written = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal oneDigit = written.round(new MathContext(1));
        return oneDigit.doubleValue() == value ? oneDigit : written;
    }
}
