@NullMarked
package io.fairway.edifact;

import org.jspecify.annotations.NullMarked;
