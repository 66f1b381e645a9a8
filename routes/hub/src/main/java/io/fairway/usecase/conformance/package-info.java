/** Conformance runs: a newcomer tries its system on sample and mutated messages in its dialects and gets a report, without the hub's staff. */
@org.jspecify.annotations.NullMarked
package io.fairway.usecase.conformance;
