package io.fairway.kill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The agent and what it needs, as the jar that {@code -javaagent} asks for. */
final class AgentJar {
    private AgentJar() {
    }

    static Path writeTo(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", HaltAgent.class.getName());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Path compiled : classes()) {
                jar.putNextEntry(new JarEntry("io/fairway/kill/" + compiled.getFileName()));
                Files.copy(compiled, jar);
                jar.closeEntry();
            }
        }
        return file;
    }

    /** With the nested classes, which the compiler names. */
    private static List<Path> classes() throws IOException {
        URI folder = URI.create(AgentJar.class.getProtectionDomain().getCodeSource().getLocation().toString());
        try (Stream<Path> compiled = Files.list(Path.of(folder).resolve("io/fairway/kill"))) {
            return compiled.filter(path -> path.getFileName().toString().matches("(Halt|KillStep).*\\.class")).toList();
        }
    }
}
