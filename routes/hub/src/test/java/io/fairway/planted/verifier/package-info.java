@NullMarked
package io.fairway.planted.verifier;

import org.jspecify.annotations.NullMarked;
