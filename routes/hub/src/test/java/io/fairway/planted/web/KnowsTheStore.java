package io.fairway.planted.web;

import io.fairway.planted.store.Rows;

record KnowsTheStore(Rows rows) {
}
