/** Documents in JSON: Fairway's own form of every document, and the forms of others; one reader for all of them. */
@NullMarked
package io.fairway.json.mapping;

import org.jspecify.annotations.NullMarked;
