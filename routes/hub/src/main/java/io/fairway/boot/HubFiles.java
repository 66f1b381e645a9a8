package io.fairway.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Tells where the hub is, under FAIRWAY_HOME, once it serves: its process in {@code hub.pid}, its ports in {@code hub.ports.json}. */
final class HubFiles implements ApplicationListener<ApplicationReadyEvent> {
    private final Path process;
    private final Path ports;

    HubFiles(HubHome home) {
        process = home.path().resolve("hub.pid");
        ports = home.path().resolve("hub.ports.json");
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            var all = new TreeMap<String, Integer>(Map.of("http", web.getWebServer().getPort()));
            web.getBeansOfType(OpenPort.class).values().forEach(open -> all.put(open.name(), open.port()));
            web.getBeansOfType(OpenPorts.class).values().forEach(open -> all.putAll(open.ports()));
            write(ports, all.entrySet().stream().map(open -> "\"%s\":%d".formatted(open.getKey(), open.getValue()))
                    .collect(Collectors.joining(",", "{", "}\n")));
            write(process, ProcessHandle.current().pid() + "\n");
            web.addApplicationListener(closed -> forget(closed instanceof ContextClosedEvent));
        }
    }

    private void forget(boolean closing) {
        try {
            if (closing) {
                Files.deleteIfExists(process);
                Files.deleteIfExists(ports);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + process, e);
        }
    }

    /** As a whole, so that nobody reads half a file. */
    private static void write(Path file, String content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
