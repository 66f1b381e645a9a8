/** The stock EDIFACT cartridge of Smooks, measured in a process of its own. */
@NullMarked
package io.fairway.bench.cartridge;

import org.jspecify.annotations.NullMarked;
