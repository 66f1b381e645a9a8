package io.fairway.bench.hub;

import java.io.IOException;

/** A way to hand in a declaration. */
interface Post {

    /**
     * Hands it in and returns when it was acknowledged.
     *
     * @return HTTP status
     * @throws IOException when there was no answer
     */
    int send(Letter letter) throws IOException, InterruptedException;
}
