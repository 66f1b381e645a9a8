package io.fairway.edifact;

import java.util.Arrays;

/** Tags seen before, so that a segment costs no new string. */
final class KnownTags {
    private static final int SPREAD = 0x9E3779B1;

    private final String[] seen = new String[256];

    KnownTags() {
        Arrays.fill(seen, "");
    }

    String of(ScannedSegment segment) {
        int code = TagCode.of(segment);
        if (code == TagCode.NONE) {
            return segment.decode(0);
        }
        int place = (code * SPREAD) >>> 24;
        if (TagCode.of(seen[place]) != code) {
            seen[place] = segment.decode(0);
        }
        return seen[place];
    }
}
