@NullMarked
package io.fairway.planted.xml.mapping;

import org.jspecify.annotations.NullMarked;
