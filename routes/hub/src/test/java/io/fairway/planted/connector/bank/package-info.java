@NullMarked
package io.fairway.planted.connector.bank;

import org.jspecify.annotations.NullMarked;
