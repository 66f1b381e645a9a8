package io.fairway.web;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.EnumSet;
import java.util.Set;

/** Opens a controller method. A method without it is closed to everybody, so that a forgotten annotation leaks nothing. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    /** Who may call the method. */
    Audience value();

    /** Who may call a method. What one may do with which object is decided behind it; docs/who-may-do-what.md has the whole table. */
    enum Audience {
        /** Whoever reaches the hub, without a token. */
        ANYONE(EnumSet.noneOf(Role.class)),
        /** Every authenticated party; what it sees is its own. */
        PARTIES(EnumSet.allOf(Role.class)),
        /** Everybody but gate devices; what they see is their own, what they were told, and what they were granted. */
        READERS(EnumSet.complementOf(EnumSet.of(Role.GATE_DEVICE))),
        /** Whoever has documents to submit. */
        SUBMITTERS(EnumSet.of(Role.FORWARDER, Role.CARRIER, Role.AGENT, Role.HAULIER, Role.CUSTOMS, Role.MARITIME, Role.BORDER,
                Role.TRANSPORT_AUTHORITY, Role.TERMINAL)),
        /** Those who speak for an agency that can hold cargo. */
        AGENCIES(EnumSet.of(Role.CARRIER, Role.CUSTOMS, Role.MARITIME, Role.BORDER, Role.TERMINAL, Role.OPERATOR)),
        /** Those who own a case: its carrier, or a declarant in it. */
        OWNERS(EnumSet.of(Role.FORWARDER, Role.CARRIER)),
        /** Whoever may have a part in a bill or a release; what it may do with which is the contract's word. */
        RIGHT_HOLDERS(EnumSet.of(Role.FORWARDER, Role.CARRIER, Role.AGENT, Role.HAULIER, Role.CUSTOMS, Role.MARITIME, Role.BORDER,
                Role.TRANSPORT_AUTHORITY, Role.TERMINAL, Role.BANK)),
        /** Who finances. */
        BANKS(EnumSet.of(Role.BANK)),
        /** Who can say that something happened. */
        ATTESTERS(EnumSet.of(Role.CUSTOMS, Role.MARITIME, Role.TERMINAL)),
        /** Devices at a gate, each for its own lane. */
        GATE_DEVICES(EnumSet.of(Role.GATE_DEVICE)),
        /** Who may read what a gate decided, as far as it concerns them. */
        GATE_READERS(EnumSet.of(Role.HAULIER, Role.TERMINAL, Role.CUSTOMS)),
        /** Whose people may set a rule aside at the gate; which rule is the use case's word. */
        GATE_KEEPERS(EnumSet.of(Role.TERMINAL, Role.CUSTOMS)),
        /** Who sends trucks. */
        HAULIERS(EnumSet.of(Role.HAULIER)),
        /** Parties with the role of operator. */
        OPERATORS(EnumSet.of(Role.OPERATOR)),
        /** Who oversees the hub. */
        OVERSEERS(EnumSet.of(Role.OPERATOR, Role.AUDITOR));

        private final Set<Role> roles;

        Audience(Set<Role> roles) {
            this.roles = Set.copyOf(roles);
        }

        /** Whether an authenticated caller belongs to it. */
        public boolean admits(Caller caller) {
            return this == ANYONE || this == PARTIES || caller.roles().stream().anyMatch(roles::contains);
        }
    }
}
