package io.fairway.ledger.conformance;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a whole class stands aside, reports do not say so: this one test does. */
@Tag("long")
class FabricPresenceTest {

    @Test
    void fabricsCommandsAreHere() throws IOException, InterruptedException {
        FabricNetwork.assumeCommands();
    }
}
