package io.fairway.bench.hub;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A lane controller that is connected with the gate agent: one JSON reading a line. */
final class AgentSpeaker implements GateSpeaker {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader answers;

    AgentSpeaker(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public String say(String lane, String reading) throws IOException {
        socket.getOutputStream().write((reading + "\n").getBytes(StandardCharsets.UTF_8));
        String answer = answers.readLine();
        if (answer == null) {
            throw new EOFException("Expected an answer of the gate agent");
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
