@NullMarked
package io.fairway.connector.gate;

import org.jspecify.annotations.NullMarked;
