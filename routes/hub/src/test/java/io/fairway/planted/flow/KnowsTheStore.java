package io.fairway.planted.flow;

import io.fairway.planted.store.Rows;

record KnowsTheStore(Rows rows) {
}
