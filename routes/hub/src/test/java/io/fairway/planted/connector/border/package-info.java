@NullMarked
package io.fairway.planted.connector.border;

import org.jspecify.annotations.NullMarked;
