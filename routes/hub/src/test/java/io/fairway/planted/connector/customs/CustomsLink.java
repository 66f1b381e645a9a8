package io.fairway.planted.connector.customs;

public record CustomsLink() {
}
