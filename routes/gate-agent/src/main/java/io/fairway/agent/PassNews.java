package io.fairway.agent;

import io.fairway.clearance.gate.GatePapers;

/** What the hub tells an agent about passes, in the order of its sequence. */
public sealed interface PassNews {

    /** Place in the hub's sequence for this agent, from 1 without gaps. */
    long sequence();

    /** A pass. @param papers what it says; good until its own end */
    record Issued(long sequence, String id, GatePapers papers) implements PassNews {
    }

    /** A pass counts no more. */
    record Revoked(long sequence, String id) implements PassNews {
    }
}
