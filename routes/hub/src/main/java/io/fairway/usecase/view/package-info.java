/** What the hub tells of its state to those who may see it. */
@NullMarked
package io.fairway.usecase.view;

import org.jspecify.annotations.NullMarked;
