package io.fairway.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example of docs/dialects.md, as an integrator copies it: a folder and a party. */
final class DialectPage {
    private static final Path PAGE = Path.of("../../docs/dialects.md");

    private DialectPage() {
    }

    /** Makes the dialect of the page in a folder of dialects; gives that folder. */
    static Path copyInto(Path dialects) throws IOException {
        Path folder = Files.createDirectories(dialects.resolve("north-terminal"));
        Files.writeString(folder.resolve("dialect.properties"), block("properties"));
        Files.writeString(folder.resolve("smooks-config.xml"), block("xml"));
        Files.writeString(folder.resolve("order.ftl"), block("ftl"));
        return dialects;
    }

    /** The entry of the page's party in a party file, told at an address of ours. */
    static String party(String endpoint) throws IOException {
        return block("yaml").replace("counterparts:\n", "").replaceFirst("endpoint: \\S+", "endpoint: " + endpoint);
    }

    private static String block(String language) throws IOException {
        String page = Files.readString(PAGE);
        String fence = "```" + language + "\n";
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf("```", start));
    }
}
