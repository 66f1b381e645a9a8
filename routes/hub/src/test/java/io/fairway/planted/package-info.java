/** A badly kept house: each class breaks a rule of the architecture test, which must see it. Nothing else uses it. */
@NullMarked
package io.fairway.planted;

import org.jspecify.annotations.NullMarked;
