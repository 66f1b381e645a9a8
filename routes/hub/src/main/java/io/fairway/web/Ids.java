package io.fairway.web;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in addresses. A malformed one is answered like one that is not there, so that their form tells nothing. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Ids() {
    }

    /** @throws ProblemException when it cannot be one */
    public static UUID parse(String id) {
        if (!FORM.matcher(id).matches()) {
            throw ProblemException.notFound();
        }
        return UUID.fromString(id);
    }
}
