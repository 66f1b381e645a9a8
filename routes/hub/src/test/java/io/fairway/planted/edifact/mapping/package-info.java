@NullMarked
package io.fairway.planted.edifact.mapping;

import org.jspecify.annotations.NullMarked;
