/**
 * The command line without a hub: {@code check} and {@code translate}. Uses the readers and writers of documents and nothing else, so
 * that it starts in a moment.
 */
@NullMarked
package io.fairway.command;

import org.jspecify.annotations.NullMarked;
