package io.fairway.signing;

import java.io.IOException;

/** Says that something existed at a time (RFC 3161). */
public interface TimestampAuthority {

    /**
     * @param digest SHA-256 of what is to be stamped, 32 bytes
     * @return DER of a TimeStampToken over that digest, with the authority's certificate inside; already checked to be one and to answer
     *         this request
     * @throws IOException when no token could be had: unreachable, refused, or an answer that does not fit
     */
    byte[] stamp(byte[] digest) throws IOException;
}
