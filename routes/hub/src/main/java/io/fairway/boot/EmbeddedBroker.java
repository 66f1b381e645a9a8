package io.fairway.boot;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** The broker inside the hub's process, with its journal under the hub's home, reachable from this process only. */
final class EmbeddedBroker implements AutoCloseable {
    private static final long WAKEUP_ADDRESS_BYTES = 32L * 1024 * 1024;
    /** The default of 3.3 ms makes a single sender fourteen times slower. */
    private static final int JOURNAL_BUFFER_NANOS = 100_000;

    private final EmbeddedActiveMQ broker;

    private EmbeddedBroker(EmbeddedActiveMQ broker) {
        this.broker = broker;
    }

    /** @param url in-VM address, {@code vm://} and a number that no other broker of this process has */
    static EmbeddedBroker start(String url, Path folder) throws Exception {
        var broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration(url, folder));
        broker.start();
        return new EmbeddedBroker(broker);
    }

    private static Configuration configuration(String url, Path folder) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration("in-vm", url);
        // wake-ups may be lost: the sweep finds their rows
        configuration.addAddressSetting("fairway.#", new AddressSettings()
                .setMaxSizeBytes(WAKEUP_ADDRESS_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP));
        return configuration;
    }

    boolean isRunning() {
        return broker.getActiveMQServer().isActive();
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
