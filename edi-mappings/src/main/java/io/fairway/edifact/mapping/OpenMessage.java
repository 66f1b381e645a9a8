package io.fairway.edifact.mapping;

import io.fairway.edifact.SegmentHandler;

/** A message that is being read. */
interface OpenMessage extends SegmentHandler {

    /** The message is over and its syntax is sound: what is still held is handed on. */
    void end();
}
