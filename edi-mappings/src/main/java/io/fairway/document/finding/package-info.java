@NullMarked
package io.fairway.document.finding;

import org.jspecify.annotations.NullMarked;
