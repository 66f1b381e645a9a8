package io.fairway.planted.identity.keycloak;

import io.fairway.planted.store.Rows;

record KnowsTheStore(Rows rows) {
}
