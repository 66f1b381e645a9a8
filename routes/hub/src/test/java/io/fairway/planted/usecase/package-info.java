@NullMarked
package io.fairway.planted.usecase;

import org.jspecify.annotations.NullMarked;
