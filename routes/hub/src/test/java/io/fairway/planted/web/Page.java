package io.fairway.planted.web;

public record Page() {
}
