package io.fairway.usecase.gate;

import java.time.Instant;

/** Signs what agents are told. */
public interface PassSigner {

    /** Compact JWS (RFC 7515) over the payload. */
    String sign(byte[] payload, Instant at);
}
