@NullMarked
package io.fairway.planted.smooks;

import org.jspecify.annotations.NullMarked;
