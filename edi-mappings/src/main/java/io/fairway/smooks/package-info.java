/**
 * Dialects of counterparts as Smooks configuration and FreeMarker templates in a folder. Fairway's own reader feeds Smooks; a dialect
 * can neither load classes nor call methods nor reach files and network.
 */
@NullMarked
package io.fairway.smooks;

import org.jspecify.annotations.NullMarked;
