package io.fairway.usecase.work;

import io.fairway.usecase.Caller;
import java.util.List;

/** Knows one part of what waits for somebody. */
public interface WorkSource {

    /** What waits for the caller, in any order; reads as the caller, so that it holds nothing the caller may not see. */
    List<WorkItem> of(Caller caller);
}
