@NullMarked
package io.fairway.planted.document;

import org.jspecify.annotations.NullMarked;
