package io.fairway.boot;

import io.fairway.usecase.Caller;
import java.util.Optional;
import org.apache.activemq.artemis.core.security.CheckType;

/** A protocol by which parties come into the embedded broker: who may, and what for. */
interface BrokerDoor {

    /** As the broker names the protocol of a connection, for example {@code AMQP}; it may put a version behind it. */
    String protocol();

    /** Who connects with these words; asked again with each use of the connection, so that what ends meanwhile ends there too. */
    Optional<Caller> admit(String user, String password);

    /** Whether the caller may do this with the address, whichever of its queues is meant. */
    boolean allows(Caller caller, CheckType use, String address);
}
