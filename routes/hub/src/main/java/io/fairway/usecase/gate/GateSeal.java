package io.fairway.usecase.gate;

import java.time.Instant;

/** The gate's seal over its records. */
public interface GateSeal {

    /** Detached CMS signature (DER) over exactly these bytes. */
    byte[] seal(byte[] record, Instant at);
}
