package io.fairway.document.finding;

/** One sentence for people, in English and Chinese. */
public record Text(String en, String zh) {
}
