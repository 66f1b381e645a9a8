package io.fairway.clearance;

/** What a party may be in a port; a party may be several. */
public enum Role {
    FORWARDER, CARRIER, AGENT, HAULIER, CUSTOMS, MARITIME, BORDER, TRANSPORT_AUTHORITY, TERMINAL, GATE_DEVICE, BANK, OPERATOR, AUDITOR
}
