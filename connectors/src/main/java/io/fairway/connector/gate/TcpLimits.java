package io.fairway.connector.gate;

import java.time.Duration;

/**
 * @param mostConnections at one time; a further one is closed at once
 * @param silence after it a connection is closed
 * @param bytesPerSecond more than this closes the connection: no device speaks so fast
 */
public record TcpLimits(int mostConnections, Duration silence, int bytesPerSecond) {

    /** Four connections, a minute of silence, 256 KB a second. */
    public static final TcpLimits STANDARD = new TcpLimits(4, Duration.ofMinutes(1), 256 * 1024);
}
