package io.fairway.document;

/**
 * Whom to ask (CTA, COM); any member may be empty, never all.
 *
 * @param name person or department
 * @param telephone number as written
 * @param email address
 */
public record Contact(String name, String telephone, String email) {
}
