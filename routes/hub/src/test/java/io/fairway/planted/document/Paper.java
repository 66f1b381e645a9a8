package io.fairway.planted.document;

public record Paper() {
}
