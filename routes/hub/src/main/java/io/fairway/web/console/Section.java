package io.fairway.web.console;

import io.fairway.usecase.Caller;
import io.fairway.web.OpenTo.Audience;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parts of the console, in the order of its menu. */
public enum Section {
    WORK("/console", Audience.PARTIES),
    CONSIGNMENTS("/console/consignments", Audience.READERS),
    MESSAGES("/console/messages", Audience.READERS),
    SUBMIT("/console/submit", Audience.SUBMITTERS),
    VOYAGES("/console/voyages", Audience.READERS),
    RIGHTS("/console/rights", Audience.RIGHT_HOLDERS),
    BANK("/console/bank", Audience.BANKS),
    GATES("/console/gates", Audience.GATE_KEEPERS),
    APPROVALS("/console/approvals", Audience.READERS),
    OPERATIONS("/console/operations", Audience.OPERATORS);

    private final String path;
    private final Audience audience;

    Section(String path, Audience audience) {
        this.path = path;
        this.audience = audience;
    }

    /** Its first page. */
    public String path() {
        return path;
    }

    /** Key of its name. */
    public String word() {
        return "section." + name().toLowerCase(Locale.ROOT);
    }

    /** Those that a caller can open. */
    static List<Section> of(Caller caller) {
        return Stream.of(values()).filter(section -> section.audience.admits(caller)).toList();
    }
}
