@NullMarked
package io.fairway.planted.contract;

import org.jspecify.annotations.NullMarked;
