package io.fairway.devledger;

import java.util.Locale;
import org.hyperledger.fabric.protos.common.MSPRole;

/** What a certificate is for, by the organisational unit in its subject ("NodeOUs" of Fabric). */
enum Role {
    CLIENT,
    PEER,
    ADMIN,
    ORDERER;

    String organisationalUnit() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean is(MSPRole.MSPRoleType wanted) {
        return switch (wanted) {
            case MEMBER -> true;
            case ADMIN -> this == ADMIN;
            case CLIENT -> this == CLIENT;
            case PEER -> this == PEER;
            case ORDERER -> this == ORDERER;
            case UNRECOGNIZED -> false;
        };
    }
}
