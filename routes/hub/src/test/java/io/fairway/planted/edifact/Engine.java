package io.fairway.planted.edifact;

public record Engine() {
}
