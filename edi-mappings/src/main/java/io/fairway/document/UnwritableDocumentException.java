package io.fairway.document;

/** A document that a dialect cannot express. The message says which value and why. */
public final class UnwritableDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path member of the document, as in {@link Lineage.Origin} */
    public UnwritableDocumentException(String path, String why) {
        super(path + ": " + why);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
