@NullMarked
package io.fairway.planted.command;

import org.jspecify.annotations.NullMarked;
