package io.fairway.boot;

import io.fairway.store.DatabaseAccess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub as it is, with its embedded parts, in this process. */
public record WholeHub(ConfigurableApplicationContext context, Path home) implements AutoCloseable {

    /** @param settings each as {@code --name=value} */
    public static WholeHub start(Path home, String... settings) {
        String[] arguments = Stream.concat(Stream.of("--FAIRWAY_HOME=" + home, "--FAIRWAY_HTTP_PORT=0", "--FAIRWAY_MQTT_PORT=0"), Stream.of(settings))
                .toArray(String[]::new);
        return new WholeHub(HubMain.application(HubMain.class).run(arguments), home);
    }

    public int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Stops the embedded broker under the running hub, which loses every wake-up that waits in it. */
    public void stopBroker() throws Exception {
        context.getBean(BrokerWiring.Broker.class).close();
    }

    /** Starts a broker where the stopped one was; gives what stops it. */
    public AutoCloseable startBroker() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(context.getBean(BrokerWiring.Broker.class).url(), new HubHome(home).folder("broker"));
        context.getBean(DeviceEntrance.class).open(broker, context.getBean("mqttPort", OpenPort.class).port());
        return broker;
    }

    /** Changes the tables under the running hub, as their owner. */
    public void asOwner(String statement) throws SQLException {
        DatabaseAccess access = context.getBean(StoreWiring.DatabaseServer.class).access();
        try (Connection owner = DriverManager.getConnection(access.url(), access.owner().user(), access.owner().password());
                Statement change = owner.createStatement()) {
            change.execute("set search_path to fairway; " + statement);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
