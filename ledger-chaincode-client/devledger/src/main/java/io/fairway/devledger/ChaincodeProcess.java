package io.fairway.devledger;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One organisation's chaincode server as a process of its own: started, started again when it dies, ended with the ledger. */
final class ChaincodeProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ChaincodeProcess.class.getName());
    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final int POLL_MILLISECONDS = 20;
    private static final int PAUSE_SECONDS = 1;

    private final ProcessBuilder command;
    private final String name;
    private final InetSocketAddress address;
    private Process process;
    private boolean closed;

    private ChaincodeProcess(ProcessBuilder command, String name, InetSocketAddress address, Process process) {
        this.command = command;
        this.name = name;
        this.address = address;
        this.process = process;
    }

    static ChaincodeProcess start(ChaincodeDefinition chaincode, ChaincodeHost.Started host, String organisation, Path logs) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        var arguments = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        arguments.addAll(host.options());
        arguments.addAll(List.of("-cp", classPath(host), ChaincodeGuard.class.getName(), host.mainClass()));
        Files.createDirectories(logs);
        var name = chaincode.name() + "-" + organisation;
        var command = new ProcessBuilder(arguments).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logs.resolve(name + ".log").toFile()));
        command.environment().put("CHAINCODE_SERVER_ADDRESS", "127.0.0.1:" + address.getPort());
        command.environment().put("CORE_CHAINCODE_ID_NAME", chaincode.name() + ":" + chaincode.version());
        var started = new ChaincodeProcess(command, name, address, command.start());
        started.watch();
        return started;
    }

    InetSocketAddress address() {
        return address;
    }

    /** Waits until the server takes connections. */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STARTING.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The chaincode server " + name + " does not answer at " + address + "; see its log");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        process.destroy();
    }

    private synchronized void watch() {
        process.onExit().thenRunAsync(this::startAgain, CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS));
    }

    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        LOG.log(System.Logger.Level.WARNING, "The chaincode server {0} ended with {1} and is started again", name, process.exitValue());
        try {
            process = command.start();
            watch();
        } catch (IOException e) {
            throw new UncheckedIOException("The chaincode server " + name + " cannot be started again", e);
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(address, (int) Duration.ofSeconds(1).toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String classPath(ChaincodeHost.Started host) throws IOException {
        try {
            var own = Path.of(ChaincodeGuard.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Stream.concat(host.classPath().stream(), Stream.of(own)).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (URISyntaxException e) {
            throw new IOException("The development ledger does not lie in a file system", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
