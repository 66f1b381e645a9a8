package io.fairway.edifact.mapping;

import java.util.Arrays;

/**
 * Paths of members of documents made before, so that what every consignment of a manifest has alike costs no new string. For several
 * threads: what one of them does not see of another costs it a string of its own.
 */
final class MemberPaths {
    private static final int SPREAD = 0x9E3779B1;
    private static final int BITS = 10;
    private static final Joined NONE = new Joined("", "", "");

    private static final String[] INDEXES = {"[0]", "[1]", "[2]", "[3]", "[4]", "[5]", "[6]", "[7]", "[8]", "[9]"};

    private final Joined[] known = new Joined[1 << BITS];

    private record Joined(String path, String member, String whole) {
    }

    MemberPaths() {
        Arrays.fill(known, NONE);
    }

    /** The path of a member of a list, its index in brackets. */
    String of(String list, int index) {
        return index < INDEXES.length ? of(list, INDEXES[index]) : list + "[" + index + "]";
    }

    /** The two of them run together. */
    String of(String path, String member) {
        int place = (path.hashCode() * 31 + member.hashCode()) * SPREAD >>> Integer.SIZE - BITS;
        Joined joined = known[place];
        if (!joined.member.equals(member) || !joined.path.equals(path)) {
            joined = new Joined(path, member, path + member);
            known[place] = joined;
        }
        return joined.whole;
    }
}
