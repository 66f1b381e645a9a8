/** The adapter to Keycloak: what its tokens say of a person's organisation. */
@NullMarked
package io.fairway.identity.keycloak;

import org.jspecify.annotations.NullMarked;
