package io.fairway.bench.signing;

import java.util.Optional;
import java.util.function.Supplier;

/** Somebody who signs and verifies. */
public interface Subject {

    /** Makes one signature over the content, each time it is asked; empty when this subject does not know form or suite. */
    Optional<Supplier<byte[]>> signing(Case each, Keys keys, byte[] content);

    /**
     * Verifies one signature, each time it is asked, and throws when it does not stand; empty when this subject does not know form or suite.
     *
     * @param signed what Fairway made of the content
     */
    Optional<Runnable> verifying(Case each, Keys keys, byte[] content, byte[] signed);
}
