package io.fairway.planted.attic;

record Leftovers() {
}
