@NullMarked
package io.fairway.agent;

import org.jspecify.annotations.NullMarked;
