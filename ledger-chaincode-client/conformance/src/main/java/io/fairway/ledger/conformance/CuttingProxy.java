package io.fairway.ledger.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands between a client and a ledger, hands bytes on, and can cut: at once, or after it has swallowed what the ledger answers. */
public final class CuttingProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSocket door;
    private final InetSocketAddress ledger;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicBoolean swallowing = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();

    /** A proxy on a free port of loopback in front of {@code host:port}. */
    public CuttingProxy(String address) {
        var colon = address.lastIndexOf(':');
        ledger = new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on loopback", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** {@code host:port} of this proxy. */
    public String address() {
        return door.getInetAddress().getHostAddress() + ":" + door.getLocalPort();
    }

    /** From now until the next cut the ledger's answers do not arrive; what is asked of it does. */
    public void swallowAnswers() {
        swallowing.set(true);
    }

    /** Cuts every connection. New ones are handed on. */
    public void cut() {
        open.forEach(CuttingProxy::end);
        open.clear();
        swallowing.set(false);
    }

    /** Cuts every connection, and every new one at once, as if the ledger were switched off. */
    public void goAway() {
        away.set(true);
        cut();
    }

    /** New connections are handed on again. */
    public void comeBack() {
        away.set(false);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                open.add(client);
                if (away.get()) {
                    end(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                if (door.isClosed()) {
                    return;
                }
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket();
        open.add(server);
        try {
            server.connect(ledger);
        } catch (IOException e) {
            end(client);
            throw e;
        }
        Thread.ofVirtual().start(() -> handOn(client, server, new AtomicBoolean()));
        Thread.ofVirtual().start(() -> handOn(server, client, swallowing));
    }

    private static void handOn(Socket from, Socket to, AtomicBoolean swallowing) {
        var buffer = new byte[BUFFER_BYTES];
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (!swallowing.get()) {
                    out.write(buffer, 0, length);
                }
            }
        } catch (IOException e) {
            end(from);
        }
        end(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A socket cannot be closed", e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot be closed", e);
        }
        cut();
    }
}
