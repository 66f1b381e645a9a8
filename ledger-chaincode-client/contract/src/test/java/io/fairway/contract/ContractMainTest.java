package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ContractMainTest {
    @Test
    void saysWhatIsMissingInItsSurroundings() throws IOException, InterruptedException {
        Process process = start(Map.of());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).contains("CHAINCODE_SERVER_ADDRESS");
    }

    @Test
    void listensForItsPeerAndStopsWhenTold() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = start(Map.of("CORE_CHAINCODE_ID_NAME", "fairway:1", "CHAINCODE_SERVER_ADDRESS", "127.0.0.1:" + port));
        try {
            assertThat(isHeard(process, port)).isTrue();
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean isHeard(Process process, int port) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && !process.waitFor(20, TimeUnit.MILLISECONDS)) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return true;
            } catch (IOException notYet) {
                continue;
            }
        }
        return false;
    }

    private static Process start(Map<String, String> surroundings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ContractMain.class.getName()));
        builder.environment().keySet().removeIf(name -> name.startsWith("CORE_") || name.startsWith("CHAINCODE_"));
        builder.environment().putAll(surroundings);
        if (!surroundings.isEmpty()) {
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        return builder.start();
    }
}
