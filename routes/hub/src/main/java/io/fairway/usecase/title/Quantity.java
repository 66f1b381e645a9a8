package io.fairway.usecase.title;

import io.fairway.ledger.proof.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A quantity of bulk cargo, as it goes to the ledger beside an intent: the intent itself has only the commitment to it (docs/contract.md).
 *
 * @param amount whole, in {@code unit}, of 1 to 15 digits
 * @param unit   UN/ECE Recommendation 20, such as {@code KGM} or {@code MTQ}
 * @param salt   16 to 32 bytes in hexadecimal digits, of its own for each quantity
 */
public record Quantity(long amount, String unit, String salt) {
    /** Its name among the values that peers see and blocks do not hold, and among the members of an intent. */
    public static final String NAME = "quantity";

    private static final byte[] LEAF = {0};
    private static final int SALT_BYTES = 32;
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,14}");
    private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,3}");
    private static final Pattern SALT = Pattern.compile("([0-9a-f]{2}){16,32}");

    public Quantity {
        if (!AMOUNT.matcher(Long.toString(amount)).matches()) {
            throw new IllegalArgumentException("Expected a quantity above zero of 15 digits at most, found " + amount);
        }
        if (!UNIT.matcher(unit).matches()) {
            throw new IllegalArgumentException("Expected a unit of measure (UN/ECE Recommendation 20), found " + unit);
        }
        if (!SALT.matcher(salt).matches()) {
            throw new IllegalArgumentException("Expected a salt of 16 to 32 bytes in hexadecimal digits");
        }
    }

    /** A quantity as somebody says it, with a fresh salt. @throws IllegalArgumentException if it is none */
    static Quantity of(String amount, String unit, RandomGenerator salts) {
        byte[] salt = new byte[SALT_BYTES];
        salts.nextBytes(salt);
        return new Quantity(number(amount), unit, HexFormat.of().formatHex(salt));
    }

    /** Reads what {@link #canonical()} writes. @throws IllegalArgumentException if it is none */
    public static Quantity read(String json) {
        FlatRecord said = FlatRecord.read(json);
        if (!List.of("amount", "salt", "unit").equals(List.copyOf(said.members().keySet()))) {
            throw new IllegalArgumentException("Expected a quantity with amount, salt and unit");
        }
        return new Quantity(number(said.text("amount")), said.text("unit"), said.text("salt"));
    }

    private static long number(String amount) {
        if (!AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("Expected a whole amount above zero of 15 digits at most, found " + amount);
        }
        return Long.parseLong(amount);
    }

    /** What the intent has in its place: SHA-256 over 0x00, the salt's bytes and {@code quantity=AMOUNT UNIT}, 64 hexadecimal digits. */
    public String commitment() {
        return Digest.over(LEAF, HexFormat.of().parseHex(salt), (NAME + "=" + amount + " " + unit).getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** As it goes to the ledger. */
    public String canonical() {
        return FlatRecord.of(Map.of("amount", Long.toString(amount), "unit", unit, "salt", salt)).canonical();
    }
}
