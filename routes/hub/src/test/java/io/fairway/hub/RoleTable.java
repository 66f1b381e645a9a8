package io.fairway.hub;

import io.fairway.clearance.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of {@code docs/who-may-do-what.md}: by the first column, what each role may. */
record RoleTable(Map<String, Map<Role, Cell>> rows) {

    /** What a cell may say. */
    enum Cell {
        OWN, DOES, PERSON, ALL, OPEN, YES, NEVER
    }

    static RoleTable operations() {
        return table("operation", 2);
    }

    static RoleTable soapOperations() {
        return table("SOAP operation", 2);
    }

    static RoleTable fields() {
        return table("members", 1);
    }

    private static RoleTable table(String firstColumn, int cellsFrom) {
        Map<String, Map<Role, Cell>> rows = new LinkedHashMap<>();
        List<Role> roles = List.of();
        for (String line : lines()) {
            List<String> columns = Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
            if (columns.size() > cellsFrom && columns.getFirst().equals(firstColumn)) {
                roles = columns.subList(cellsFrom, columns.size()).stream().map(RoleTable::role).toList();
            } else if (!line.startsWith("|")) {
                roles = List.of();
            } else if (!roles.isEmpty() && !columns.getFirst().startsWith("---")) {
                rows.put(columns.getFirst().replace("`", ""), cells(roles, columns.subList(cellsFrom, columns.size())));
            }
        }
        return new RoleTable(rows);
    }

    private static Map<Role, Cell> cells(List<Role> roles, List<String> columns) {
        if (roles.size() != columns.size()) {
            throw new IllegalStateException("Expected " + roles.size() + " cells, found " + columns);
        }
        Map<Role, Cell> cells = new EnumMap<>(Role.class);
        for (int i = 0; i < roles.size(); i++) {
            cells.put(roles.get(i), columns.get(i).equals("–") ? Cell.NEVER : Cell.valueOf(columns.get(i).toUpperCase(Locale.ROOT)));
        }
        return cells;
    }

    private static Role role(String name) {
        return Role.valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("..", "..", "docs", "who-may-do-what.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
