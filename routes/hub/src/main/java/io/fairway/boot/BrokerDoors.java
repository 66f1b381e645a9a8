package io.fairway.boot;

import io.fairway.usecase.Caller;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the embedded broker: the hub itself from inside its process, for everything; parties through a {@link BrokerDoor} of the
 * protocol they speak, for what that door allows; nobody else.
 */
final class BrokerDoors implements ActiveMQSecurityManager5 {
    private final Map<String, BrokerDoor> doors = new ConcurrentHashMap<>();

    /** Somebody let in. @param door protocol by which; empty for the hub itself */
    private record Entered(Caller caller, Optional<BrokerDoor> door) implements Principal {
        @Override
        public String getName() {
            return caller.party().value();
        }
    }

    void add(BrokerDoor door) {
        doors.put(door.protocol(), door);
    }

    @Override
    public @Nullable Subject authenticate(@Nullable String user, @Nullable String password, RemotingConnection connection,
                                          @Nullable String domain) {
        if (connection.getTransportConnection() instanceof InVMConnection) {
            return subject(new Entered(Caller.HUB, Optional.empty()));
        }
        Optional<BrokerDoor> known = doors.values().stream().filter(each -> connection.getProtocolName().startsWith(each.protocol())).findFirst();
        if (known.isEmpty() || user == null || password == null) {
            return null;
        }
        return known.get().admit(user, password).map(caller -> subject(new Entered(caller, known))).orElse(null);
    }

    private static Subject subject(Entered entered) {
        return new Subject(true, Set.of(new UserPrincipal(entered.getName()), entered), Set.of(), Set.of());
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType use, String name) {
        return subject != null && subject.getPrincipals(Entered.class).stream()
                .anyMatch(entered -> entered.door().map(door -> door.allows(entered.caller(), use, addressOf(name))).orElse(true));
    }

    /** A queue may be named behind its address ({@code address::queue}). */
    private static String addressOf(String name) {
        int queue = name.indexOf("::");
        return queue < 0 ? name : name.substring(0, queue);
    }

    /** Names and passwords without a connection prove nothing here. */
    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType use) {
        return false;
    }
}
