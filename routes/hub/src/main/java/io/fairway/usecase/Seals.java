package io.fairway.usecase;

/** The hub's own seal over outbound bytes. */
public interface Seals {

    /** Detached CMS signature (DER) over exactly {@code content}. */
    byte[] seal(byte[] content);
}
