@NullMarked
package io.fairway.planted.json.mapping;

import org.jspecify.annotations.NullMarked;
