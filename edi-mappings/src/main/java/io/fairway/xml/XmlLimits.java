package io.fairway.xml;

/**
 * What an XML input may ask of us at most. Beyond a limit the reading ends with a finding that names the limit.
 *
 * @param depth elements inside each other, the root counted
 * @param elements elements of one part, for example of one consignment with all it holds
 * @param attributes attributes of one element
 * @param textCharacters characters (UTF-16 units) of one value, and of all that stands between two start tags
 * @param bytes bytes of the whole input
 */
public record XmlLimits(int depth, int elements, int attributes, int textCharacters, long bytes) {

    /** Far above any document of the supported forms, far below what hurts: depth 32, 100 000 elements, 16 attributes, 64 Ki, 64 MiB. */
    public static final XmlLimits DEFAULT = new XmlLimits(32, 100_000, 16, 64 * 1024, 64L * 1024 * 1024);

    public XmlLimits {
        if (depth < 1 || elements < 1 || attributes < 0 || textCharacters < 1 || bytes < 1) {
            throw new IllegalArgumentException("Every limit must be positive");
        }
    }
}
