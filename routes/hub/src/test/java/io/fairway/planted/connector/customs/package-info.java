@NullMarked
package io.fairway.planted.connector.customs;

import org.jspecify.annotations.NullMarked;
