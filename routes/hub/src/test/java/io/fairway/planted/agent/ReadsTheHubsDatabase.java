package io.fairway.planted.agent;

import io.fairway.planted.store.Rows;

record ReadsTheHubsDatabase(Rows rows) {
}
