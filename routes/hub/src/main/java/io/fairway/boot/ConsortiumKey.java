package io.fairway.boot;

import io.fairway.identity.OwnerFile;
import io.fairway.usecase.title.Commitments;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Commitments under the key that the members of the consortium share: who has it can look a number up, nobody else can guess one. */
final class ConsortiumKey implements Commitments {
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    private ConsortiumKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** Reads the key, 64 hexadecimal digits; draws one for a development ledger that has none yet. */
    static ConsortiumKey open(OwnerFile file, SecureRandom random) {
        return new ConsortiumKey(HexFormat.of().parseHex(new String(file.read().orElseGet(() -> {
            byte[] secret = new byte[BYTES];
            random.nextBytes(secret);
            byte[] digits = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);
            file.write(digits);
            return digits;
        }), StandardCharsets.US_ASCII).strip()));
    }

    @Override
    public String ofBill(String carrier, String number) {
        return commitment("bill\n" + carrier + "\n" + number.toUpperCase(Locale.ROOT).replaceAll("[ -]", ""));
    }

    @Override
    public String ofUnit(String container) {
        return commitment("unit\n" + container.strip());
    }

    private String commitment(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
