package io.fairway.planted.ledger.proof;

import com.fasterxml.jackson.databind.JsonNode;

record NeedsALibrary(JsonNode jsonNode) {
}
