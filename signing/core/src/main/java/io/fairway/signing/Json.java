package io.fairway.signing;

import java.util.List;
import java.util.Map;

/** A JSON value (RFC 8259), as {@link JsonText} reads it. */
public sealed interface Json {

    /** Members in the order of the text; names are unique. */
    record Members(Map<String, Json> of) implements Json {
    }

    /** Elements in order. */
    record Elements(List<Json> of) implements Json {
    }

    /** Characters, escapes resolved. */
    record Text(String value) implements Json {
    }

    /** A finite number of double precision. */
    record Number(double value) implements Json {
    }

    /** {@code true}, {@code false} or {@code null}. */
    enum Literal implements Json { TRUE, FALSE, NULL }
}
