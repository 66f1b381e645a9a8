package io.fairway.command;

import java.util.List;
import java.util.Optional;

/** Puts one JSON object (RFC 8259) together, member by member, on one line. */
final class Json {
    private final StringBuilder text = new StringBuilder("{");

    Json text(String name, String value) {
        name(name).append(quoted(value));
        return this;
    }

    Json textUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    Json number(String name, long value) {
        name(name).append(value);
        return this;
    }

    /** A number that counts from 1 or more; what is not counted is left out. */
    Json counted(String name, int value) {
        return value <= 0 ? this : number(name, value);
    }

    Json object(String name, Json object) {
        name(name).append(object);
        return this;
    }

    Json object(String name, Optional<Json> object) {
        object.ifPresent(present -> object(name, present));
        return this;
    }

    Json list(String name, List<Json> objects) {
        name(name).append('[');
        for (int i = 0; i < objects.size(); i++) {
            text.append(i == 0 ? "" : ",").append(objects.get(i));
        }
        text.append(']');
        return this;
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        return text.append(quoted(name)).append(':');
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ' || Character.isSurrogate(character) && !isPaired(value, i)) {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPaired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at)) ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
