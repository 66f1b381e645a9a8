/** What a person has to do now, gathered from all that the hub knows. */
@NullMarked
package io.fairway.usecase.work;

import org.jspecify.annotations.NullMarked;
