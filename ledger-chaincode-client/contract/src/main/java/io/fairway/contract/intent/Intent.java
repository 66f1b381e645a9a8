package io.fairway.contract.intent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A party's order to change one subject. What is signed is the line {@value #DOMAIN}, a line feed, and the canonical JSON of the members, so
 * that a signature given here can mean nothing anywhere else.
 *
 * @param fields the members: {@code action}, {@code actor}, {@code event}, {@code expiry}, {@code ledger}, {@code subject}, {@code version} and
 *               the parameters of the action
 */
public record Intent(Fields fields) {
    /** What stands before the JSON in the signed bytes. */
    public static final String DOMAIN = "fairway-intent/1";

    private static final Map<String, Format> ALWAYS = Map.of("action", Format.WORD, "actor", Format.PARTY, "event", Format.REFERENCE,
            "expiry", Format.MOMENT, "ledger", Format.REFERENCE, "subject", Format.SUBJECT, "version", Format.NUMBER);
    private static final Set<String> WIDER = Set.of("action", "actor", "ledger");

    /** Reads an intent's canonical JSON and checks its own members; those of the action are checked by {@link #checkParameters}. */
    public static Intent parse(String json) {
        Intent intent = new Intent(Fields.parse(json));
        ALWAYS.forEach((name, format) -> {
            if (!WIDER.contains(name)) {
                check(name, format, intent.fields.text(name));
            }
        });
        matches("action", "[a-z]+\\.[a-z][A-Za-z]*", intent.action());
        matches("ledger", "[a-z][a-z0-9.-]{0,248}", intent.ledger());
        if (!intent.actor().startsWith("@")) {
            check("actor", Format.PARTY, intent.actor());
        } else {
            check("actor", Format.ORGANISATION, intent.actor().substring(1));
        }
        intent.expiry();
        intent.subject();
        return intent;
    }

    /** Refuses parameters that are missing, unknown to the action or badly written. */
    public void checkParameters(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            Optional<String> value = fields.find(parameter.name());
            if (value.isEmpty() && parameter.need() == Parameter.Need.REQUIRED) {
                throw Refusal.INTENT_FORM.refused("member " + parameter.name() + " is missing");
            }
            value.ifPresent(text -> check(parameter.name(), parameter.format(), text));
        }
        fields.members().keySet().stream()
                .filter(name -> !ALWAYS.containsKey(name) && parameters.stream().noneMatch(parameter -> parameter.name().equals(name)))
                .findFirst().ifPresent(name -> {
                    throw Refusal.INTENT_FORM.refused("member " + name + " is unknown to this action");
                });
    }

    /** The transaction it orders. */
    public String action() {
        return fields.text("action");
    }

    /** Who orders: a party's id, or {@code @} and the id of an organisation whose administrator acts. */
    public String actor() {
        return fields.text("actor");
    }

    /** The actor's own id of this event: the key of exactly-once. */
    public String event() {
        return fields.text("event");
    }

    /** After this the intent is worth nothing. */
    public Instant expiry() {
        return moment(fields.text("expiry"));
    }

    /** The Fabric channel it is meant for. */
    public String ledger() {
        return fields.text("ledger");
    }

    /** What it is about. */
    public Subject subject() {
        return new Subject(fields.text("subject"));
    }

    /** The version of the subject that the signer saw; 0 for one that is not there yet. */
    public long version() {
        return fields.number("version");
    }

    /** The bytes that are signed. */
    public byte[] signedBytes() {
        byte[] domain = (DOMAIN + "\n").getBytes(UTF_8);
        byte[] json = fields.bytes();
        return ByteBuffer.allocate(domain.length + json.length).put(domain).put(json).array();
    }

    /** SHA-256 of the signed bytes: what makes two intents the same. */
    public String digest() {
        return sha256(signedBytes());
    }

    /** Reads a moment that fits its format; refuses the 30th of February. */
    public static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException cause) {
            throw Refusal.INTENT_FORM.refused("no such moment");
        }
    }

    /** SHA-256 in lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("every Java has SHA-256", cause);
        }
    }

    private static void check(String name, Format format, String value) {
        if (!format.fits(value)) {
            throw Refusal.INTENT_FORM.refused("member " + name + " is not written as " + format);
        }
        if (format == Format.MOMENT) {
            moment(value);
        }
    }

    private static void matches(String name, String pattern, String value) {
        if (!value.matches(pattern)) {
            throw Refusal.INTENT_FORM.refused("member " + name + " does not match " + pattern);
        }
    }
}
