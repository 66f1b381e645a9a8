package io.fairway.usecase.view;

import io.fairway.usecase.AttachDocument.Attached;
import java.util.UUID;

/**
 * A supporting document as its uploader sees it.
 *
 * @param digest SHA-256 by which declarations refer to it, lower-case hexadecimal
 * @param declarations number of cases whose declaration it was added to
 */
public record AttachmentView(UUID id, String digest, int declarations) {

    public static AttachmentView of(Attached attached) {
        return new AttachmentView(attached.id(), attached.digest().value(), attached.declarations());
    }
}
