@NullMarked
package io.fairway.document;

import org.jspecify.annotations.NullMarked;
