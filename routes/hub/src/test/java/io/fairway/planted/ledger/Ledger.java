package io.fairway.planted.ledger;

public record Ledger() {
}
