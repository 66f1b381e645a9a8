@NullMarked
package io.fairway.planted.web;

import org.jspecify.annotations.NullMarked;
