/** Pages for people, written at the server: they call the same use cases as the API, as who is signed in. */
@NullMarked
package io.fairway.web.console;

import org.jspecify.annotations.NullMarked;
