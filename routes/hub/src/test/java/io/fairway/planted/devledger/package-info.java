@NullMarked
package io.fairway.planted.devledger;

import org.jspecify.annotations.NullMarked;
