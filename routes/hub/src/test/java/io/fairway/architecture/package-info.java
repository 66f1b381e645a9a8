/** Holds the arrows of the house: who may use what. Nothing here can be suppressed. */
@NullMarked
package io.fairway.architecture;

import org.jspecify.annotations.NullMarked;
