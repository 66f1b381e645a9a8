/**
 * XML as it may be received: read as a stream without document type definitions, entities, external access or XInclude, within
 * limits, every value with its place; and written with nothing that XML 1.0 cannot hold.
 */
@NullMarked
package io.fairway.xml;

import org.jspecify.annotations.NullMarked;
