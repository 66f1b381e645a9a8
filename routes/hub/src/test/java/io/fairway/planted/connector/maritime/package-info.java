@NullMarked
package io.fairway.planted.connector.maritime;

import org.jspecify.annotations.NullMarked;
