/** The clearance rules: pure decisions over facts. */
@NullMarked
package io.fairway.clearance;

import org.jspecify.annotations.NullMarked;
