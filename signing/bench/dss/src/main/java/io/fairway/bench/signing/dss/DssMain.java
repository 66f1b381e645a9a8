package io.fairway.bench.signing.dss;

import io.fairway.bench.signing.Case;
import io.fairway.bench.signing.Form;
import io.fairway.bench.signing.Keys;
import io.fairway.bench.signing.Speed;
import io.fairway.signing.Suite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Is told on standard input what to do for how long ({@code FORM SUITE BYTES sign|verify MILLISECONDS FOLDER}), and answers operations per second. */
public final class DssMain {
    /** Keeps what was made, so that making it cannot be left out. */
    private static volatile byte[] made = {};

    private DssMain() {
    }

    /** Ends when there is nothing more to do. */
    public static void main(String... arguments) throws IOException, GeneralSecurityException {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(answer(order.split(" ", 6)));
        }
    }

    private static double answer(String... words) throws IOException, GeneralSecurityException {
        var each = new Case(Form.valueOf(words[0]), Suite.valueOf(words[1]), Integer.parseInt(words[2]));
        var folder = Path.of(words[5]);
        var keys = Keys.read(folder, each.suite());
        var content = Files.readAllBytes(folder.resolve("content"));
        var window = Duration.ofMillis(Long.parseLong(words[4]));
        if ("sign".equals(words[3])) {
            var work = new Dss().signing(each, keys, content).orElseThrow();
            return Speed.of(() -> made = work.get(), window);
        }
        return Speed.of(new Dss().verifying(each, keys, content, Files.readAllBytes(folder.resolve("signed"))).orElseThrow(), window);
    }
}
