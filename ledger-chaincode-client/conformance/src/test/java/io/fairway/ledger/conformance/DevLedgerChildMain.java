package io.fairway.ledger.conformance;

import java.io.IOException;
import java.nio.file.Path;

/** A development ledger in a process of its own, to be killed. Says {@code READY} when clients may connect. */
final class DevLedgerChildMain {
    static final String READY = "READY";

    private DevLedgerChildMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var development = new DevLedgerUnderTest(Path.of(arguments[0]))) {
            System.out.println(READY + " " + development.running().organisations());
            System.out.flush();
            System.in.transferTo(System.out);
        }
    }
}
