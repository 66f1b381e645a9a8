@NullMarked
package io.fairway.planted.connector.gate;

import org.jspecify.annotations.NullMarked;
