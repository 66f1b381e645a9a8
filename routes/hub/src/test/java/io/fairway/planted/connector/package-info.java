@NullMarked
package io.fairway.planted.connector;

import org.jspecify.annotations.NullMarked;
