package io.fairway.contract.intent;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What an intent is about; also the key of its record.
 *
 * @param text the whole subject, for example {@code bill/ocean-line/9f…e1/1}
 */
public record Subject(String text) {
    /** What kinds of records there are. */
    public enum Kind {
        /** {@code bill/<carrier>/<bill number, HMAC under the consortium key>/<generation>}. */
        BILL("bill/[a-z][a-z0-9-]{1,39}/[0-9a-f]{64}/[1-9][0-9]{0,3}"),
        /** {@code release/<carrier>/<id>}. */
        RELEASE("release/[a-z][a-z0-9-]{1,39}/[a-z0-9-]{8,64}"),
        /** {@code party/<id>}. */
        PARTY("party/[a-z][a-z0-9-]{1,39}"),
        /** {@code attestation/<party>/<id>}. */
        ATTESTATION("attestation/[a-z][a-z0-9-]{1,39}/[a-z0-9-]{8,64}"),
        /** {@code financing/<claim, HMAC under the consortium key>}. */
        FINANCING("financing/[0-9a-f]{64}"),
        /** {@code anchor/<party>/<stream>}. */
        ANCHOR("anchor/[a-z][a-z0-9-]{1,39}/[a-z][a-z0-9-]{0,39}"),
        /** {@code charter}: the organisations of the consortium. */
        CHARTER("charter"),
        /** {@code clock}: the latest time an entitled party said. */
        CLOCK("clock");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        /** The pattern, for documentation. */
        public String pattern() {
            return pattern.pattern();
        }
    }

    /** Refuses what is no subject. */
    public Subject {
        if (List.of(Kind.values()).stream().noneMatch(kind -> kind.pattern.matcher(text).matches())) {
            throw Refusal.INTENT_FORM.refused("not a subject");
        }
    }

    /** Its kind. */
    public Kind kind() {
        return List.of(Kind.values()).stream().filter(kind -> kind.pattern.matcher(text).matches()).findFirst()
                .orElseThrow(() -> Refusal.INTENT_FORM.refused("not a subject"));
    }

    /** The part at this place; 0 is the kind's own word. */
    public String part(int place) {
        return List.of(text.split("/", -1)).get(place);
    }

    /** All parts behind the kind's word. */
    public List<String> parts() {
        List<String> all = List.of(text.split("/", -1));
        return all.subList(1, all.size());
    }

    /** The subject of a party. */
    public static Subject ofParty(String id) {
        return new Subject("party/" + id);
    }
}
