package io.fairway.edifact.mapping;

import io.fairway.document.MessageHead;
import io.fairway.document.finding.Place;
import io.fairway.edifact.InterchangeHead;

/**
 * What the envelope says and a document may leave out.
 *
 * @param reference of the interchange and of the message (UNB 0020, UNH 0062): together no other document of the sender has them
 * @param preparedAt UNB 0017 and 0019 run together, YYMMDDHHMM or CCYYMMDDHHMM
 * @param offset byte offset of the envelope
 */
record EnvelopeValues(String reference, String preparedAt, long offset) {
    private static final int PREPARATION = 4;
    private static final int REFERENCE = 5;

    static EnvelopeValues of(InterchangeHead interchange, MessageHead message) {
        return new EnvelopeValues(interchange.reference() + "-" + message.reference(), interchange.preparedDate() + interchange.preparedTime(),
                interchange.offset());
    }

    Place referencePlace() {
        return new Place("", "UNB", 0, REFERENCE, 1, offset, 0, 0);
    }

    Place preparationPlace() {
        return new Place("", "UNB", 0, PREPARATION, 1, offset, 0, 0);
    }
}
