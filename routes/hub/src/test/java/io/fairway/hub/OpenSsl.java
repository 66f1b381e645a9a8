package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** S/MIME by the {@code openssl} program, in a folder of its own: what another vendor's AS2 product would send and accept. */
record OpenSsl(Path folder) {

    static OpenSsl in(Path folder) {
        OpenSsl tool = new OpenSsl(folder);
        boolean there;
        try {
            there = tool.exit(List.of("version")) == 0;
        } catch (UncheckedIOException absent) {
            there = false;
        }
        assumeTrue(there, "openssl is not installed");
        return tool;
    }

    /** A multipart/signed of an EDIFACT entity. @param entity its headers, an empty line, its content */
    byte[] signed(byte[] entity, SoapKeys keys) {
        write("entity", entity);
        write("key.pem", pem("PRIVATE KEY", keys.privateKey().getEncoded()));
        try {
            write("certificate.pem", pem("CERTIFICATE", keys.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        run("smime", "-sign", "-binary", "-crlfeol", "-md", "sha256", "-in", "entity", "-inkey", "key.pem", "-signer", "certificate.pem",
                "-out", "signed");
        return read("signed");
    }

    /** The signed content of a multipart/signed whose signature verifies. */
    byte[] verified(String contentType, byte[] body) {
        return verified(concatenated(("MIME-Version: 1.0\r\nContent-Type: " + contentType + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII), body));
    }

    /** The same, of a message with its headers. */
    byte[] verified(byte[] message) {
        write("receipt", message);
        run("smime", "-verify", "-noverify", "-in", "receipt", "-out", "report");
        return read("report");
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] pem(String kind, byte[] der) {
        return ("-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind
                + "-----\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void run(String... arguments) {
        assertThat(exit(List.of(arguments))).as("openssl " + String.join(" ", arguments)).isZero();
    }

    private int exit(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile()).start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
