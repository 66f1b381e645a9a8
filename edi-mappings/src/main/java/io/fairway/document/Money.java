package io.fairway.document;

import java.math.BigDecimal;

/** An amount in a currency (ISO 4217 alpha-3; empty when the document does not say). */
public record Money(BigDecimal amount, String currency) {
}
