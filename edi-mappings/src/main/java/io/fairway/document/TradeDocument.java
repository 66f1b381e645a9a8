package io.fairway.document;

/**
 * A document about goods that a declaration may name: a licence, a certificate of origin, a packing list. It speaks of no consignment by
 * itself; declarations refer to it by its number.
 */
public sealed interface TradeDocument extends Document permits Licence, OriginCertificate, PackingList {

    /** Number under which declarations name it. */
    String number();

    /** Original, change or withdrawal. */
    DocumentFunction function();
}
