package io.fairway.planted.ledger.fabric;

public record Gateway() {
}
