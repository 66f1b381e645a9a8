@NullMarked
package io.fairway.planted.connector.port;

import org.jspecify.annotations.NullMarked;
