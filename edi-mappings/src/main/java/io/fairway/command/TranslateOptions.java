package io.fairway.command;

import java.time.ZoneId;
import java.util.List;

/**
 * What {@code translate} was asked for.
 *
 * @param dialect name of a dialect ({@code json}, {@code wco-xml}) or of a form ({@code CUSCAR:D:95B:UN})
 * @param zone of local times in the input and in what is written
 */
record TranslateOptions(String name, String dialect, Report report, ZoneId zone) {
    static final String USAGE = """
            usage: fairway translate FILE --to DIALECT [--lineage] [--zone ZONE]
              FILE           an EDIFACT, XML or JSON file, or - for standard input
              --to           json, edifact, wco-xml, cn-manifest-xml, cn-dec-xml, fal-xml, trade-xml, dcsa-json, a folder of FAIRWAY_DIALECTS,
                             or a form such as CUSCAR:D:95B:UN
              --lineage      tell on standard error where each value came from and what was not carried over
              --zone         zone of local times, for example Asia/Shanghai (default UTC)
            ends with 0 when everything was translated, 1 when something could not be, 2 when the input could not be read
            """;

    /** Whether it is told where the values came from. */
    enum Report {
        NONE, LINEAGE
    }

    /** @throws UsageException when the arguments make no sense */
    static TranslateOptions of(List<String> arguments) throws UsageException {
        String name = "";
        String dialect = "";
        Report report = Report.NONE;
        ZoneId zone = ZoneId.of("UTC");
        for (var rest = arguments.iterator(); rest.hasNext();) {
            String argument = rest.next();
            switch (argument) {
                case "--to" -> dialect = rest.hasNext() ? rest.next() : "";
                case "--lineage" -> report = Report.LINEAGE;
                case "--zone" -> zone = CheckOptions.zone(rest.hasNext() ? rest.next() : "");
                default -> {
                    if (argument.startsWith("--") || !name.isEmpty()) {
                        throw new UsageException("translate does not know what to do with " + argument, USAGE);
                    }
                    name = argument;
                }
            }
        }
        if (name.isEmpty() || dialect.isEmpty()) {
            throw new UsageException("translate needs a file and --to", USAGE);
        }
        return new TranslateOptions(name, dialect, report, zone);
    }
}
