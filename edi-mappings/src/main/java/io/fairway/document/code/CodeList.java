package io.fairway.document.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;

/**
 * A list of codes in one version.
 *
 * @param name for example {@code UN/LOCODE}
 * @param version as its publisher names it, for example {@code 2024-2}; a finding says which version judged
 */
public record CodeList(String name, String version, Set<String> codes) {
    /** The list of places of UNECE Recommendation 16. */
    public static final String UN_LOCODE = "UN/LOCODE";
    private static final int MOST_CODES = 500_000;

    public CodeList {
        codes = Set.copyOf(codes);
    }

    /**
     * Reads a list: a first line {@code # NAME VERSION}, then one code a line; what follows a comma, semicolon or tab is for people.
     *
     * @param source how a message names the file
     * @throws IOException when it cannot be read, does not begin so, or has more than 500,000 codes
     */
    public static CodeList read(Reader input, String source) throws IOException {
        var lines = new BufferedReader(input);
        String first = lines.readLine();
        String[] head = first == null ? new String[0] : first.strip().split("\\s+");
        if (head.length != 3 || !head[0].equals("#")) {
            throw new IOException(source + " is no code list: expected a first line '# NAME VERSION', for example '# UN/LOCODE 2024-2'");
        }
        var codes = new HashSet<String>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String code = line.split("[,;\t]", 2)[0].strip();
            if (!code.isEmpty() && !code.startsWith("#")) {
                codes.add(code);
            }
            if (codes.size() > MOST_CODES) {
                throw new IOException(source + " has more than " + MOST_CODES + " codes");
            }
        }
        return new CodeList(head[1], head[2], codes);
    }

    /** Name and version, as a finding says them. */
    public String title() {
        return name + " " + version;
    }
}
