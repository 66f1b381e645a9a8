package io.fairway.boot;

import java.nio.file.Path;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * The broker inside the hub's process, with its journal under the hub's home; reachable from this process, and through the doors that are
 * opened once the hub is there to answer.
 */
final class EmbeddedBroker implements AutoCloseable {
    /** An address without queues: what is given up ends there, since it is in the database and comes again. */
    private static final SimpleString NOWHERE = SimpleString.of("hub.nowhere");
    private static final String READINGS = "gate.*.readings";
    private static final long GATE_ADDRESS_BYTES = 64L * 1024 * 1024;
    private static final int ATTEMPTS = 10;
    private static final long REDELIVERY_MILLIS = 500;
    private static final long LONGEST_REDELIVERY_MILLIS = 60_000;
    private static final long WAKEUP_ADDRESS_BYTES = 32L * 1024 * 1024;
    /** The default of 3.3 ms makes a single sender fourteen times slower. */
    private static final int JOURNAL_BUFFER_NANOS = 100_000;

    private final ActiveMQServer broker;
    private final BrokerDoors doors;

    private EmbeddedBroker(ActiveMQServer broker, BrokerDoors doors) {
        this.broker = broker;
        this.doors = doors;
    }

    /** @param url in-VM address, {@code vm://} and a number that no other broker of this process has */
    static EmbeddedBroker start(String url, Path folder) throws Exception {
        var doors = new BrokerDoors();
        ActiveMQServer broker = ActiveMQServers.newActiveMQServer(configuration(url, folder), null, doors);
        broker.addProtocolManagerFactory(SmallPackets.mqtt());
        broker.start();
        return new EmbeddedBroker(broker, doors);
    }

    /**
     * Lets parties in by one more protocol.
     *
     * @param acceptor the broker's acceptor address, {@code tcp://host:port?protocols=…} with nothing but the door's protocol
     * @return the port, also where the address asked for any
     */
    int open(BrokerDoor door, String acceptor) throws Exception {
        doors.add(door);
        if (!(server().getRemotingService().createAcceptor(door.protocol(), acceptor) instanceof NettyAcceptor opened)) {
            throw new IllegalArgumentException(acceptor + " is not an address to listen at");
        }
        opened.start();
        return opened.getActualPort();
    }

    ActiveMQServer server() {
        return broker;
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
                .setSecurityEnabled(true)
                .setPopulateValidatedUser(true)
                .setClusterPassword(UUID.randomUUID().toString())
                // by name and password, which the hub itself has none of inside its process: a stranger without them would be taken for it
                .setAuthenticationCacheSize(0)
                // by name, which a device and a system of one party share
                .setAuthorizationCacheSize(0)
                .setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration("in-vm", url);
        configuration.addAddressConfiguration(new CoreAddressConfiguration().setName(NOWHERE.toString()).addRoutingType(RoutingType.MULTICAST));
        configuration.addAddressSetting("#", new AddressSettings().setDeadLetterAddress(NOWHERE).setExpiryAddress(NOWHERE));
        // wake-ups may be lost: the sweep finds their rows
        configuration.addAddressSetting("fairway.#", new AddressSettings()
                .setMaxSizeBytes(WAKEUP_ADDRESS_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP));
        // kept by the hub before the broker accepts it; the queue takes nothing, it is there because clients look for one
        configuration.addAddressSetting(AmqpDoor.SUBMISSIONS, new AddressSettings().setAutoCreateAddresses(false).setAutoCreateQueues(false));
        configuration.addAddressConfiguration(new CoreAddressConfiguration().setName(AmqpDoor.SUBMISSIONS).addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(AmqpDoor.SUBMISSIONS).setRoutingType(RoutingType.ANYCAST).setDurable(false)
                        .setFilterString("AMQSize < 0")));
        // offered once: what is rejected or left comes again from the outbox
        configuration.addAddressSetting(AmqpDoor.deliveriesOf("#"), new AddressSettings().setMaxDeliveryAttempts(1)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST).setDefaultAddressRoutingType(RoutingType.ANYCAST));
        return withReadings(configuration);
    }

    /** Readings are durable: a full lane is refused, never dropped, and what fails again and again is put aside, not lost. */
    private static Configuration withReadings(Configuration configuration) {
        configuration.addAddressConfiguration(new CoreAddressConfiguration().setName(READINGS).addRoutingType(RoutingType.MULTICAST)
                .addQueueConfiguration(QueueConfiguration.of("hub.gate-readings").setAddress(READINGS).setRoutingType(RoutingType.MULTICAST)
                        .setDurable(true)));
        configuration.addAddressSetting("gate.#", new AddressSettings()
                .setMaxSizeBytes(GATE_ADDRESS_BYTES)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
                .setMaxDeliveryAttempts(ATTEMPTS)
                .setRedeliveryDelay(REDELIVERY_MILLIS)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(LONGEST_REDELIVERY_MILLIS)
                .setDeadLetterAddress(SimpleString.of("hub.gate-failed"))
                .setAutoCreateDeadLetterResources(true));
        return configuration;
    }

    boolean isRunning() {
        return broker.isActive();
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
