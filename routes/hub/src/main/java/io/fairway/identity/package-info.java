/**
 * Who calls: the registered parties, the embedded OpenID issuer for development, the checks of a token and what becomes of its
 * claims. Knows Spring Security, not the wiring of it.
 */
@NullMarked
package io.fairway.identity;

import org.jspecify.annotations.NullMarked;
