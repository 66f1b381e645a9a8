package io.fairway.planted.edifact.mapping;

public record Mapping() {
}
