@NullMarked
package io.fairway.planted.xml;

import org.jspecify.annotations.NullMarked;
