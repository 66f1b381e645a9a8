@NullMarked
package io.fairway.planted.boot;

import org.jspecify.annotations.NullMarked;
