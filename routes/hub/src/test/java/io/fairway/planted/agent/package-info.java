@NullMarked
package io.fairway.planted.agent;

import org.jspecify.annotations.NullMarked;
