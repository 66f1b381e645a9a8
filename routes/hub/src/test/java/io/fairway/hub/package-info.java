/** Tests of the whole hub: database, broker, issuer and HTTP are real, only the counterparts are played. */
@NullMarked
package io.fairway.hub;

import org.jspecify.annotations.NullMarked;
