package io.fairway.edifact.mapping;

/**
 * A message type in one directory and one subset.
 *
 * @param association UNH S009 0057, for example {@code SMDG20}; empty when none
 */
record Dialect(String messageType, DirectoryRelease directory, String association) {

    /** As a counterpart's settings name it: the members of S009, joined by colons. */
    String name() {
        String plain = messageType + ":D:" + directory.release() + ":UN";
        return association.isEmpty() ? plain : plain + ":" + association;
    }
}
