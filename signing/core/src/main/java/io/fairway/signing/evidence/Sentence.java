package io.fairway.signing.evidence;

/**
 * One sentence for people, in both languages of the index.
 *
 * @param chinese empty when there is none; then nothing stands in the Chinese index
 */
public record Sentence(String english, String chinese) {
}
