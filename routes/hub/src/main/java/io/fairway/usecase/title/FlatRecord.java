package io.fairway.usecase.title;

import io.fairway.ledger.IntentSignature;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the ledger writes: one flat object of texts (docs/contract.md, canonical JSON). */
public record FlatRecord(SortedMap<String, String> members) {
    private static final Pattern MEMBER = Pattern.compile("\"([^\"]*)\":\"([^\"]*)\"");

    public FlatRecord {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** An object with these members. */
    public static FlatRecord of(Map<String, String> members) {
        return new FlatRecord(new TreeMap<>(members));
    }

    /**
     * Reads one as a person or a machine writes it.
     *
     * @throws IllegalArgumentException if it is none; the message says what was expected
     */
    public static FlatRecord read(String json) {
        var members = new TreeMap<String, String>();
        var matcher = MEMBER.matcher(IntentSignature.canonical(json));
        while (matcher.find()) {
            members.put(matcher.group(1), matcher.group(2));
        }
        return new FlatRecord(members);
    }

    /** A member; empty when it is not there. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** A member that must be there. @throws IllegalArgumentException when it is not */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("Expected the member " + name));
    }

    /** A member that is a list; empty when it is not there. */
    public List<String> list(String name) {
        return find(name).map(value -> List.of(value.split(","))).orElse(List.of());
    }

    /** As it is signed and stored. */
    public String canonical() {
        var written = new StringBuilder("{");
        members.forEach((name, value) -> written.append(written.length() > 1 ? "," : "").append('"').append(name).append("\":\"").append(value)
                .append('"'));
        return written.append('}').toString();
    }
}
