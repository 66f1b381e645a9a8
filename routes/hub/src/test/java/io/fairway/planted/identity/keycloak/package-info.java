@NullMarked
package io.fairway.planted.identity.keycloak;

import org.jspecify.annotations.NullMarked;
