@NullMarked
package io.fairway.planted.edifact;

import org.jspecify.annotations.NullMarked;
