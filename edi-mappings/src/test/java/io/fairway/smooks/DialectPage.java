package io.fairway.smooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example of docs/dialects.md, as an integrator copies it. */
final class DialectPage {
    private static final Path PAGE = Path.of("../docs/dialects.md");

    private DialectPage() {
    }

    /** Makes the dialect of the page in a folder of dialects. */
    static Path copyInto(Path dialects) throws IOException {
        Path folder = Files.createDirectories(dialects.resolve("north-terminal"));
        Files.writeString(folder.resolve("dialect.properties"), block("properties"));
        Files.writeString(folder.resolve("smooks-config.xml"), block("xml"));
        Files.writeString(folder.resolve("order.ftl"), block("ftl"));
        return folder;
    }

    /** What the page says it writes of the sample voyage's release order. */
    static String expected() throws IOException {
        return block("csv");
    }

    private static String block(String language) throws IOException {
        String page = Files.readString(PAGE);
        String fence = "```" + language + "\n";
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf("```", start));
    }
}
