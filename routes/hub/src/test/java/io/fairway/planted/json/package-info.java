@NullMarked
package io.fairway.planted.json;

import org.jspecify.annotations.NullMarked;
