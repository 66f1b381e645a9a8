package io.fairway.bench.hub;

import io.fairway.fixture.Shipment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The declarations of a run (CUSDEC D.96B of about 1.5 KB), one consignment each, each sent by one of the callers; the same bytes for the same number.
 * Which of them a document is about is read off its local reference number, in whatever form it arrives.
 */
final class Declarations {
    private static final Pattern LRN = Pattern.compile("LRN([0-9A-Z]{1,12})-([0-9]{4})");
    private static final int RADIX = 36;
    private static final int FIRST_CODE = 400_000_000;
    private static final int OTHER_ITEMS_KILOGRAMS = 2_840;

    private final String template = template();
    private final int callers;
    private final long seed;

    /** @param seed of the first shipments; a run uses one for every ten thousand declarations */
    Declarations(int callers, long seed) {
        this.callers = callers;
        this.seed = seed;
    }

    int callers() {
        return callers;
    }

    /** The declaration of this number, sent by the caller of this number. */
    Letter letter(int number) {
        var shipment = Shipment.of(seed + number / Shipment.LIMIT_PER_SEED, number % Shipment.LIMIT_PER_SEED);
        var party = party(number % callers);
        var text = template.replace("{party}", party).replace("{code}", code(number % callers))
                .replace("{interchange}", "D" + Integer.toString(number, RADIX).toUpperCase(Locale.ROOT))
                .replace("{lrn}", shipment.lrn()).replace("{bill}", shipment.bill()).replace("{container}", shipment.container())
                .replace("{seal}", shipment.seal()).replace("{packages}", Integer.toString(shipment.packages()))
                .replace("{gross}", Integer.toString(shipment.grossKilograms()))
                .replace("{first}", Integer.toString(shipment.grossKilograms() - OTHER_ITEMS_KILOGRAMS));
        return new Letter(number, party, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Which declaration a document that arrived is about; empty when it is about none of this run. */
    OptionalInt numberOf(String document) {
        var found = LRN.matcher(document);
        if (!found.find()) {
            return OptionalInt.empty();
        }
        long number = (Long.parseLong(found.group(1), RADIX) - seed) * Shipment.LIMIT_PER_SEED + Integer.parseInt(found.group(2));
        return number < 0 || number > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    /** The file that names the callers as forwarders, and the sink as the address of customs. */
    String counterparts(String customs) {
        var text = new StringBuilder("""
                counterparts:
                  - party: CNCUSTOMS
                    environment: live
                    endpoint: %s
                    dialects: {GoodsDeclaration: WCO-DEC}
                """.formatted(customs));
        for (int caller = 0; caller < callers; caller++) {
            text.append("""
                      - party: %s
                        name: Caller %d of the benchmark
                        environment: live
                        roles: [forwarder]
                        codes: ['%s']
                    """.formatted(party(caller), caller, code(caller)));
        }
        return text.toString();
    }

    private static String party(int caller) {
        return "BENCH%03d".formatted(caller);
    }

    private static String code(int caller) {
        return Integer.toString(FIRST_CODE + caller);
    }

    private static String template() {
        try (InputStream in = Declarations.class.getResourceAsStream("cusdec.edi")) {
            if (in == null) {
                throw new IllegalStateException("cusdec.edi is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
