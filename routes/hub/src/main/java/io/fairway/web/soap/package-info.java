/** The same window by SOAP: signed calls (WS-Security, X.509) to the use cases that REST calls, and refusals as faults with code and place. */
@NullMarked
package io.fairway.web.soap;

import org.jspecify.annotations.NullMarked;
