@NullMarked
package io.fairway.planted.clearance;

import org.jspecify.annotations.NullMarked;
