package io.fairway.web;

import io.fairway.boot.MemoryExchanges;
import io.fairway.boot.WebOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/** One hub for all tests of the HTTP side, started when the first needs it. */
abstract class WebTest {
    static final Path HOME = home();
    static final ConfigurableApplicationContext HUB = WebOnly.start(HOME, "--intake.limit=100000");
    static final int PORT = WebOnly.port(HUB);
    static final MemoryExchanges EXCHANGES = HUB.getBean(MemoryExchanges.class);
    static final HttpCaller NOBODY = HttpCaller.nobody(PORT);
    static final HttpCaller LINE = HttpCaller.party(PORT, HOME, "HUBLINE");
    static final HttpCaller FORWARDER = HttpCaller.party(PORT, HOME, "HUBFWD");
    static final HttpCaller OPERATOR = HttpCaller.party(PORT, HOME, "HUBOPS");

    private static Path home() {
        try {
            return Files.createTempDirectory("fairway-web");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
