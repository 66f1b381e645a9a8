package io.fairway.usecase.sheet;

import java.util.UUID;

/**
 * What a sheet is about. A party that asks again for the same gets the same bytes.
 *
 * @param of id of the right or of the consignment, or name of the passage
 * @param container whose receipt it is; empty for other sheets
 * @param version as printed: of the right, of the passage's decisions, or the last change of the consignment in microseconds
 */
public record SheetKey(SheetKind kind, String of, String container, long version) {

    /** Of a bill, a release or a consignment. */
    static SheetKey of(SheetKind kind, UUID id, long version) {
        return new SheetKey(kind, id.toString(), "", version);
    }
}
