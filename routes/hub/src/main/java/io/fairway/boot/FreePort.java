package io.fairway.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Chooses the port before anything else when 0 asks for a free one, because the embedded issuer's name contains it. */
final class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String PORT = "server.port";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getRequiredProperty(PORT, Integer.class) == 0) {
            int free = free(environment.getRequiredProperty("server.address"));
            environment.getPropertySources().addFirst(new MapPropertySource("free-port", Map.of(PORT, free)));
        }
    }

    private static int free(String address) {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + address, e);
        }
    }
}
