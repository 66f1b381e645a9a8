@NullMarked
package io.fairway.document.id;

import org.jspecify.annotations.NullMarked;
