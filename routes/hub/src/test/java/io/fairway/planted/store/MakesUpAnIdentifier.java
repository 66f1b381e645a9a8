package io.fairway.planted.store;

import java.util.UUID;

class MakesUpAnIdentifier {
    UUID identifier() {
        return UUID.randomUUID();
    }
}
