package io.fairway.usecase;

import java.util.UUID;

/** Gives new identifiers; a port, so that a recorded run can be replayed. */
public interface Identifiers {

    /** A new time-ordered UUID (version 7, RFC 9562). */
    UUID next();
}
