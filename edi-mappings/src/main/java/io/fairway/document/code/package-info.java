/** Code lists with their versions, loaded from files. */
@NullMarked
package io.fairway.document.code;

import org.jspecify.annotations.NullMarked;
