package io.fairway.boot;

import java.nio.file.Path;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub as it is, with its embedded parts, in this process. */
public record WholeHub(ConfigurableApplicationContext context, Path home) implements AutoCloseable {

    public static WholeHub start(Path home) {
        return new WholeHub(HubMain.application(HubMain.class).run("--FAIRWAY_HOME=" + home, "--FAIRWAY_HTTP_PORT=0"), home);
    }

    public int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
