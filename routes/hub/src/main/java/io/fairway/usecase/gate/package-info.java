/** What the hub does at the gate: takes readings, decides, records, tells. */
@NullMarked
package io.fairway.usecase.gate;

import org.jspecify.annotations.NullMarked;
