/** The adapter to Keycloak: what its tokens say of an organisation, and the persons of organisations by its admin REST API. */
@NullMarked
package io.fairway.identity.keycloak;

import org.jspecify.annotations.NullMarked;
