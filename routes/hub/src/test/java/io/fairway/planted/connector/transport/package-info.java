@NullMarked
package io.fairway.planted.connector.transport;

import org.jspecify.annotations.NullMarked;
