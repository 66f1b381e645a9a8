package io.fairway.planted.smooks;

import io.fairway.planted.store.Rows;

record StoresRows(Rows rows) {
}
