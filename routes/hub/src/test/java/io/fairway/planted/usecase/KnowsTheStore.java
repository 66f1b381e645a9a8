package io.fairway.planted.usecase;

import io.fairway.planted.store.Rows;

record KnowsTheStore(Rows rows) {
}
