package io.fairway.planted.store;

public record Rows() {
}
