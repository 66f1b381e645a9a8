package io.fairway.web;

import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.PartyId;

/** Party ids in addresses and contents. */
final class PartyIds {
    private PartyIds() {
    }

    /** One in an address: a malformed one is answered like one that is not there. */
    static PartyId inAddress(String id) {
        try {
            return new PartyId(id);
        } catch (RefusedValueException malformed) {
            throw ProblemException.notFound();
        }
    }

    /** One in a content. */
    static PartyId inBody(String id) {
        try {
            return new PartyId(id);
        } catch (RefusedValueException malformed) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected " + malformed.expected() + ".");
        }
    }
}
