package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The quantity of a bulk release. It is a business value, so it stands in a private data collection; the intent carries a salted commitment to it
 * and the value comes beside the transaction (transient {@code quantity}: {@code amount}, {@code salt}, {@code unit}).
 */
final class Quantities {
    /** The collection of those who release, fetch and hand out bulk cargo. */
    static final String COLLECTION = "releaseQuantities";

    private static final byte LEAF = 0;

    private Quantities() {
    }

    /**
     * Begins with the whole quantity.
     *
     * @param begun an ended release of the same cargo of which a part was taken: no more than its rest may be released
     */
    static void open(Act act, Optional<Subject> begun) {
        Fields opened = opened(act);
        begun.ifPresent(earlier -> {
            Fields whole = act.world().findPrivate(COLLECTION, earlier).orElseThrow(Refusal.QUANTITY::refused);
            long rest = whole.number("amount") - whole.number("redeemed");
            Act.require(whole.says("unit", opened.text("unit")) && opened.number("amount") <= rest, Refusal.QUANTITY);
        });
        act.world().putPrivate(COLLECTION, act.subject(), Fields.none().with("amount", opened.text("amount")).with("unit", opened.text("unit"))
                .with("redeemed", 0));
    }

    /** What is left after a part was taken. */
    static long take(Act act) {
        Fields part = opened(act);
        Fields whole = act.world().findPrivate(COLLECTION, act.subject()).orElseThrow(Refusal.QUANTITY::refused);
        Act.require(whole.says("unit", part.text("unit")), Refusal.QUANTITY, "another unit of measure");
        long redeemed = whole.number("redeemed") + part.number("amount");
        Act.require(redeemed <= whole.number("amount"), Refusal.QUANTITY);
        act.world().putPrivate(COLLECTION, act.subject(), whole.with("redeemed", redeemed));
        return whole.number("amount") - redeemed;
    }

    /**
     * The commitment to a quantity: SHA-256 of 0x00, the salt's bytes, and {@code quantity=<amount> <unit>}.
     *
     * @param salt 16 to 32 bytes in hexadecimal digits
     */
    static String commitment(String salt, String amount, String unit) {
        ByteArrayOutputStream leaf = new ByteArrayOutputStream();
        leaf.write(LEAF);
        leaf.writeBytes(HexFormat.of().parseHex(salt));
        leaf.writeBytes(("quantity=" + amount + " " + unit).getBytes(UTF_8));
        return Intent.sha256(leaf.toByteArray());
    }

    private static Fields opened(Act act) {
        Fields value = act.world().unrecorded("quantity").orElseThrow(() -> Refusal.QUANTITY.refused("transient quantity is missing"));
        boolean written = List.of("amount", "salt", "unit").equals(List.copyOf(value.members().keySet()))
                && value.text("amount").matches("[1-9][0-9]{0,14}") && value.text("unit").matches("[A-Z0-9]{2,3}")
                && value.text("salt").matches("([0-9a-f]{2}){16,32}");
        Act.require(written, Refusal.QUANTITY, "expected amount (whole, above zero), unit (UN/ECE Recommendation 20) and salt (16 to 32 bytes)");
        Act.require(commitment(value.text("salt"), value.text("amount"), value.text("unit")).equals(act.text("quantity")), Refusal.COMMITMENT);
        return value;
    }
}
