package io.fairway.boot;

import io.fairway.identity.OwnerFile;
import io.fairway.usecase.title.Commitments;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Commitments under the key that the members of the consortium share: who has it can look a number up, nobody else can guess one. */
final class ConsortiumKey implements Commitments {
    private static final int BYTES = 32;
    private static final int CURRENCY_LETTERS = 3;

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

    @Override
    public String ofGoods(String bill, String goods) {
        return commitment(String.join("\n", "bulk", bill, bare(goods)));
    }

    @Override
    public String ofCall(String ship, String voyage, String port) {
        return commitment(String.join("\n", "call", bare(ship), bare(voyage), bare(port)));
    }

    @Override
    public String ofFinancing(String carrier, String bill, String invoice, String amount) {
        return commitment(String.join("\n", "financing", carrier, bare(bill), bare(invoice), number(amount)));
    }

    /** Letters and digits only: full-width ones become narrow (Unicode NFKC), small ones capital. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Currency and value, without leading zeros, trailing zeros behind the point, or marks between thousands. */
    private static String number(String amount) {
        String narrow = Normalizer.normalize(amount, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String currency = narrow.replaceAll("[^\\p{L}]", "");
        String digits = narrow.replaceAll("[^0-9.]", "");
        if (currency.length() != CURRENCY_LETTERS || !digits.matches("[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("Expected an amount with its currency (ISO 4217), such as 120000.00 USD");
        }
        return currency + new BigDecimal(digits).stripTrailingZeros().toPlainString();
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
