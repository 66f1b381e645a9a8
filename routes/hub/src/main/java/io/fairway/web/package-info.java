/**
 * The only HTTP server: what comes in by REST, what is answered, and how a refusal is told. Knows use cases and views, never SQL.
 */
@NullMarked
package io.fairway.web;

import org.jspecify.annotations.NullMarked;
