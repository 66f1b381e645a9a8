package io.fairway.command;

import io.fairway.command.CheckPage.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code check} was asked for.
 *
 * @param fixes which corrections to write beside the original
 * @param zone of local times in the input
 */
record CheckOptions(List<String> names, Set<Form> forms, Fixes fixes, Language language, ZoneId zone) {
    static final String USAGE = """
            usage: fairway check FILE... [--json] [--contrl] [--aperak] [--fix[=certain|likely]] [--lang en|zh] [--zone ZONE]
              FILE           an EDIFACT or XML file, a folder of them, or - for standard input
              --json         one JSON object per interchange, one per line
              --contrl       print the syntax answer (CONTRL) to each EDIFACT interchange
              --aperak       print the content answer (APERAK) to each message with content faults
              --fix          write what is certainly right beside the original as NAME.fixed.EXT; --fix=likely also what is likely
              --lang         language of the sentences: en (default) or zh
              --zone         zone of local times, for example Asia/Shanghai (default UTC)
            ends with 0 when nothing was found, 1 with findings, 2 when something could not be read
            """;

    CheckOptions {
        names = List.copyOf(names);
        forms = Set.copyOf(forms);
    }

    /** What is printed besides, or instead of, the page for people. */
    enum Form {
        JSON, CONTRL, APERAK
    }

    /** Which corrections are written beside the original. */
    enum Fixes {
        NONE, CERTAIN, LIKELY
    }

    /** @throws UsageException when the arguments make no sense */
    static CheckOptions of(List<String> arguments) throws UsageException {
        var names = new ArrayList<String>();
        var forms = EnumSet.noneOf(Form.class);
        var fixes = Fixes.NONE;
        var language = Language.EN;
        ZoneId zone = ZoneId.of("UTC");
        for (var rest = arguments.iterator(); rest.hasNext();) {
            String argument = rest.next();
            switch (argument) {
                case "--json" -> forms.add(Form.JSON);
                case "--contrl" -> forms.add(Form.CONTRL);
                case "--aperak" -> forms.add(Form.APERAK);
                case "--fix", "--fix=certain" -> fixes = Fixes.CERTAIN;
                case "--fix=likely" -> fixes = Fixes.LIKELY;
                case "--lang" -> language = language(rest.hasNext() ? rest.next() : "");
                case "--lang=en", "--lang=zh" -> language = language(argument.substring(7));
                case "--zone" -> zone = zone(rest.hasNext() ? rest.next() : "");
                default -> names.add(name(argument));
            }
        }
        if (names.isEmpty()) {
            throw new UsageException("check needs a file", USAGE);
        }
        return new CheckOptions(names, forms, fixes, language, zone);
    }

    private static String name(String argument) throws UsageException {
        if (argument.startsWith("--")) {
            throw new UsageException("check does not know " + argument, USAGE);
        }
        return argument;
    }

    private static Language language(String name) throws UsageException {
        Optional<Language> language = Language.named(name);
        if (language.isEmpty()) {
            throw new UsageException("--lang is en or zh, not '" + name + "'", USAGE);
        }
        return language.get();
    }

    static ZoneId zone(String name) throws UsageException {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new UsageException("--zone wants a zone such as Asia/Shanghai, not '" + name + "'", USAGE);
        }
    }

    boolean wants(Form form) {
        return forms.contains(form);
    }
}
