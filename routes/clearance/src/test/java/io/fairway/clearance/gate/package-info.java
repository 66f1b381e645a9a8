@NullMarked
package io.fairway.clearance.gate;

import org.jspecify.annotations.NullMarked;
