package io.fairway.edifact.mapping;

import io.fairway.document.Party;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.document.id.Sha256;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Values from a seeded random generator: valid, and as awkward as validity allows. */
final class Dice {
    private static final String[] WORDS = {"PUMPS", "PARTS OF", "O'BRIEN + SONS", "50% OFF?", "A:B", "Müller", "lower case", "12,5",
            "上海", "(NOS)"};

    private final Random random;
    private int numbers;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    String maybe(String value) {
        return random.nextBoolean() ? value : "";
    }

    <T> List<T> some(int least, int below, Supplier<T> value) {
        var all = new ArrayList<T>();
        int count = random.nextInt(least, below);
        for (int i = 0; i < count; i++) {
            all.add(value.get());
        }
        return all;
    }

    int count() {
        return random.nextInt(1, 9999);
    }

    BigDecimal weight() {
        return BigDecimal.valueOf(random.nextInt(1, 3_000_000), random.nextInt(0, 4));
    }

    BigDecimal amount() {
        return BigDecimal.valueOf(random.nextLong(1, 9_999_999_999L), 2);
    }

    Instant minute() {
        long second = random.nextInt(1_767_000_000, 1_798_000_000);
        return Instant.ofEpochSecond(random.nextBoolean() ? second : second - second % 60);
    }

    LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
    }

    String reference() {
        return "REF" + count() + one("/A", "-B", "");
    }

    BillNumber bill(String prefix) {
        numbers++;
        return new BillNumber(prefix + count() + "-" + numbers);
    }

    LocalReferenceNumber lrn() {
        return new LocalReferenceNumber("DEC" + count() + "-" + count());
    }

    EntryNumber entry() {
        return new EntryNumber("2248%014d".formatted(random.nextLong(99_999_999_999_999L)));
    }

    HsCode commodity() {
        return new HsCode(one("841370", "84137099", "8413709910"));
    }

    UnLocode port() {
        return new UnLocode(one("CNSHG", "NLRTM", "SGSIN", "DEHAM"));
    }

    Sha256 digest() {
        return new Sha256("%064x".formatted(new java.math.BigInteger(256, random)));
    }

    Voyage voyage() {
        ShipId ship = ShipId.of(one("9745677", "9074729", "callsign:VRAB5", "mmsi:477123456", "code:HUBP1", "name:HUB PIONEER"));
        return new Voyage(ship, maybe("Hub Pioneer"), new VoyageNumber(one("017W", "018E")),
                one("HUBL", "HUBX"));
    }

    Party party() {
        String code = maybe("HUBAGT" + count());
        return new Party(code, code.isEmpty() ? text(8) : maybe(text(8)), maybe("EUROPAWEG 12"), maybe("ROTTERDAM"), maybe("3199LC"),
                maybe("NL"));
    }

    /** A container number whose check digit is right. */
    ContainerNumber container() {
        numbers++;
        String serial = "HUBU%04d%02d".formatted(random.nextInt(10_000), numbers % 100);
        try {
            return new ContainerNumber(serial + "0");
        } catch (RefusedValueException wrongDigit) {
            return new ContainerNumber(wrongDigit.proposal().orElseThrow());
        }
    }

    /** Up to so many words, with single blanks between them. */
    String text(int words) {
        var text = new ArrayList<String>();
        int count = random.nextInt(1, words + 1);
        int length = 0;
        for (int i = 0; i < count && length < 100; i++) {
            String word = one(WORDS);
            text.add(word);
            length += word.length() + 1;
        }
        return String.join(" ", text);
    }
}
