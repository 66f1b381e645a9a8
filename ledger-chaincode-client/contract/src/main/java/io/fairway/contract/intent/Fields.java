package io.fairway.contract.intent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One flat JSON object whose members are all text: the form of intents, states, outcomes and events. It is canonical (RFC 8785, restricted):
 * members sorted by name, no white space, values of printable ASCII without quotation mark and backslash, so that nothing is ever escaped and
 * equal content means equal bytes. An absent member is left out; an empty value does not exist.
 */
public final class Fields {
    /** No object is longer than this, in characters. */
    public static final int LONGEST = 16_384;

    private static final String NAME = "[a-z][A-Za-z0-9.]{0,39}";

    private final SortedMap<String, String> members;

    private Fields(SortedMap<String, String> members) {
        this.members = members;
    }

    /** No members. */
    public static Fields none() {
        return new Fields(new TreeMap<>());
    }

    /** The members of a map; refuses what cannot be written canonically. */
    public static Fields of(Map<String, String> members) {
        Fields fields = none();
        for (Map.Entry<String, String> member : new TreeMap<>(members).entrySet()) {
            fields = fields.with(member.getKey(), member.getValue());
        }
        return fields;
    }

    /**
     * Reads the canonical form.
     *
     * @throws RefusedException with {@link Refusal#INTENT_FORM} if the text is not exactly what {@link #json()} writes
     */
    public static Fields parse(String text) {
        if (text.length() > LONGEST || text.length() < 2 || text.charAt(0) != '{' || text.charAt(text.length() - 1) != '}') {
            throw Refusal.INTENT_FORM.refused("expected one flat JSON object of at most " + LONGEST + " characters");
        }
        String[] quoted = text.substring(1, text.length() - 1).split("\"", -1);
        SortedMap<String, String> members = new TreeMap<>();
        for (int at = 1; at + 2 < quoted.length; at += 4) {
            members.put(quoted[at], quoted[at + 2]);
        }
        if (!members.keySet().stream().allMatch(name -> name.matches(NAME)) || !members.values().stream().allMatch(Fields::isPlain)) {
            throw Refusal.INTENT_FORM.refused("a member's name or value has characters that are not allowed");
        }
        Fields fields = new Fields(members);
        if (!fields.json().equals(text)) {
            throw Refusal.INTENT_FORM.refused("not canonical: expected sorted members, each once, text values, no white space");
        }
        return fields;
    }

    /** Reads what {@link #bytes()} wrote. */
    public static Fields read(byte[] bytes) {
        return parse(new String(bytes, UTF_8));
    }

    /** The canonical text. */
    public String json() {
        return members.entrySet().stream().map(member -> "\"" + member.getKey() + "\":\"" + member.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The canonical bytes. */
    public byte[] bytes() {
        return json().getBytes(UTF_8);
    }

    /** All members, sorted by name. */
    public SortedMap<String, String> members() {
        return new TreeMap<>(members);
    }

    /** The value of a member, if there is one. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The value of a member that must be there. */
    public String text(String name) {
        return find(name).orElseThrow(() -> Refusal.INTENT_FORM.refused("member " + name + " is missing"));
    }

    /** The value of a member that is a whole number; 0 if it is absent. */
    public long number(String name) {
        return Long.parseLong(find(name).orElse("0"));
    }

    /** The values of a member that is a list written with commas; empty if it is absent. */
    public List<String> list(String name) {
        return find(name).map(value -> List.of(value.split(",", -1))).orElse(List.of());
    }

    /** Whether a member has exactly this value. */
    public boolean says(String name, String value) {
        return value.equals(members.get(name));
    }

    /** The same with one member set. */
    public Fields with(String name, String value) {
        if (!name.matches(NAME) || !isPlain(value)) {
            throw Refusal.INTENT_FORM.refused("member " + name + " cannot be written");
        }
        SortedMap<String, String> changed = members();
        changed.put(name, value);
        return new Fields(changed);
    }

    /** The same with one member set to a number. */
    public Fields with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** The same with one member set to a list; an empty list is an absent member. */
    public Fields with(String name, List<String> values) {
        return values.isEmpty() ? without(name) : with(name, String.join(",", values));
    }

    /** The same with one member set if there is a value. */
    public Fields with(String name, Optional<String> value) {
        return value.map(present -> with(name, present)).orElseGet(() -> without(name));
    }

    /** The same without these members. */
    public Fields without(String... names) {
        SortedMap<String, String> changed = members();
        changed.keySet().removeAll(new ArrayList<>(List.of(names)));
        return new Fields(changed);
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && value.chars().allMatch(sign -> sign >= ' ' && sign <= '~' && sign != '"' && sign != '\\');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields fields && members.equals(fields.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }
}
