package io.fairway.usecase.work;

import io.fairway.usecase.Caller;
import java.util.Comparator;
import java.util.List;

/** What somebody has to do now, over all roles and agencies: what weighs most first, then what waits longest. */
public final class Worklist {
    private static final Comparator<WorkItem> ORDER = Comparator.comparing(WorkItem::kind).thenComparing(WorkItem::since)
            .thenComparing(WorkItem::subject);

    private final List<WorkSource> sources;

    public Worklist(List<WorkSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** All of it, of each kind no more than a source gives. */
    public List<WorkItem> of(Caller caller) {
        return sources.stream().flatMap(source -> source.of(caller).stream()).sorted(ORDER).toList();
    }
}
