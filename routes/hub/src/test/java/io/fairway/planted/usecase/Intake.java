package io.fairway.planted.usecase;

public record Intake() {
}
