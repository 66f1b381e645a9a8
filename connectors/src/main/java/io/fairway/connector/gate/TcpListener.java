package io.fairway.connector.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Listens for one device, or one site's gate controllers, on a port of its own. Each connection has its own conversation and its own
 * thread, so that a slow or talkative device stalls nobody else.
 */
public final class TcpListener implements AutoCloseable {
    private static final int BACKLOG = 16;
    private static final int PIECE = 8 * 1024;

    private final ServerSocket server;
    private final TcpLimits limits;
    private final Conversations conversations;
    private final InstantSource clock;
    private final TcpCounts counts = new TcpCounts();
    private final Semaphore places;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Starts a conversation per connection. */
    public interface Conversations {
        /** @param counts where the conversation tells its frames */
        Conversation begin(TcpCounts counts, InstantSource clock);
    }

    /** One connection's talk. */
    public interface Conversation {
        /** @return what to send back; empty for nothing */
        byte[] hear(byte[] bytes);
    }

    private TcpListener(ServerSocket server, TcpLimits limits, Conversations conversations, InstantSource clock) {
        this.server = server;
        this.limits = limits;
        this.conversations = conversations;
        this.clock = clock;
        this.places = new Semaphore(limits.mostConnections());
    }

    /** @param address where to listen; port 0 picks a free one */
    public static TcpListener open(InetSocketAddress address, TcpLimits limits, Conversations conversations, InstantSource clock)
            throws IOException {
        var server = new ServerSocket();
        server.bind(address, BACKLOG);
        var listener = new TcpListener(server, limits, conversations, clock);
        Thread.ofVirtual().name("gate-tcp-" + listener.port()).start(listener::accept);
        return listener;
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** What it has seen. */
    public TcpCounts counts() {
        return counts;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                if (places.tryAcquire()) {
                    open.add(socket);
                    Thread.ofVirtual().name("gate-device").start(() -> talk(socket));
                } else {
                    counts.refusedConnection();
                    socket.close();
                }
            }
        } catch (IOException closed) {
            closeAll();
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) limits.silence().toMillis());
            converse(socket);
        } catch (SocketTimeoutException silent) {
            counts.refusedConnection();
        } catch (IOException gone) {
            open.remove(socket);
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    private void converse(Socket socket) throws IOException {
        Conversation conversation = conversations.begin(counts, clock);
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        byte[] piece = new byte[PIECE];
        long second = clock.instant().getEpochSecond();
        int bytes = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            long now = clock.instant().getEpochSecond();
            bytes = now == second ? bytes + read : read;
            second = now;
            if (bytes > limits.bytesPerSecond()) {
                counts.refusedConnection();
                return;
            }
            byte[] answer = conversation.hear(Arrays.copyOf(piece, read));
            if (answer.length > 0) {
                out.write(answer);
                out.flush();
            }
        }
    }

    private void closeAll() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                counts.refusedConnection();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        closeAll();
    }
}
