package io.fairway.xml.mapping;

import io.fairway.document.Money;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.xml.FieldReader;
import io.fairway.xml.XmlOutput;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts ({@code n..16,3} with {@code currencyID}) and measures ({@code n..16,6}) of the WCO profile. */
final class WcoMoney {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int DIGITS = 16;
    private static final int AMOUNT_DECIMALS = 3;
    private static final int MEASURE_DECIMALS = 6;

    private WcoMoney() {
    }

    static Optional<Money> read(FieldReader fields, String member, String element) {
        Optional<BigDecimal> amount = fields.value(member + ".amount", element, XmlValues::decimal);
        return amount.map(said -> new Money(said, fields.text(member + ".currency", element + "/@currencyID")));
    }

    static void write(XmlOutput xml, String path, String element, Money money) {
        if (!money.currency().isEmpty() && !CURRENCY.matcher(money.currency()).matches()) {
            throw new UnwritableDocumentException(path + ".currency", "the form has currencies of three letters");
        }
        xml.open(element).attribute(path + ".currency", "currencyID", money.currency())
                .text(path + ".amount", number(path + ".amount", money.amount(), AMOUNT_DECIMALS)).close();
    }

    static String measure(String path, Optional<BigDecimal> measure) {
        return measure.map(said -> number(path, said, MEASURE_DECIMALS)).orElse("");
    }

    private static String number(String path, BigDecimal value, int decimals) {
        BigDecimal plain = value.stripTrailingZeros();
        int fraction = Math.max(0, plain.scale());
        int digits = Math.max(plain.precision(), fraction) + Math.max(0, -plain.scale());
        if (value.signum() < 0 || fraction > decimals || digits > DIGITS) {
            throw new UnwritableDocumentException(path, "the form has numbers without sign, of " + DIGITS + " digits, " + decimals
                    + " of them decimals");
        }
        return value.toPlainString();
    }
}
