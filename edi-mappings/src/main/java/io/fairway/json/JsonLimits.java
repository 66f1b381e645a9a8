package io.fairway.json;

/**
 * What a JSON input may ask of us at most. Beyond a limit the reading ends with a finding that names the limit.
 *
 * @param depth objects and arrays inside each other
 * @param members values of the whole input
 * @param textCharacters characters (UTF-16 units) of one string
 * @param bytes bytes of the whole input
 */
public record JsonLimits(int depth, int members, int textCharacters, int bytes) {

    /** Far above any document, far below what hurts: depth 32, 500 000 values, 64 Ki characters, 16 MiB. */
    public static final JsonLimits DEFAULT = new JsonLimits(32, 500_000, 64 * 1024, 16 * 1024 * 1024);

    public JsonLimits {
        if (depth < 1 || members < 1 || textCharacters < 1 || bytes < 1) {
            throw new IllegalArgumentException("Every limit must be positive");
        }
    }
}
