package io.fairway.usecase.registry;

import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.AlarmView;
import io.fairway.usecase.view.ApprovalView;
import io.fairway.usecase.view.GrantView;
import io.fairway.usecase.view.KeyView;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.MandateView;
import io.fairway.usecase.view.PartyView;
import io.fairway.usecase.view.SecurityEventView;
import io.fairway.usecase.view.Slice;
import java.util.Optional;
import java.util.UUID;

/**
 * What a party reads of registrations, keys, mandates, grants and acts: its own organisation's. The operator reads all registrations, keys
 * and alarms; operator and auditor read the security journal. Each call is a transaction of its own.
 */
public interface RegistryQueries {

    /** By id. */
    Slice<PartyView> parties(Caller caller, Slice.Want want);

    Optional<PartyView> party(Caller caller, PartyId id);

    /** Newest first; empty when the caller does not see the party. */
    Optional<Slice<KeyView>> keys(Caller caller, PartyId party, Slice.Want want);

    /** Given and held ones, newest first. */
    Slice<MandateView> mandates(Caller caller, Slice.Want want);

    Optional<MandateView> mandate(Caller caller, UUID id);

    /** Given and received ones, newest first. */
    Slice<GrantView> grants(Caller caller, Slice.Want want);

    Optional<GrantView> grant(Caller caller, UUID id);

    /** Who looked because of it, in the order of time; for its owner, and for the other party its own looks. */
    Optional<Slice<LookView>> looks(Caller caller, UUID grant, Slice.Want want);

    /** Acts of the caller's organisation that take two persons, newest first. */
    Slice<ApprovalView> approvals(Caller caller, Slice.Want want);

    Optional<ApprovalView> approval(Caller caller, UUID id);

    /** What was tried against the rules, newest first. */
    Slice<SecurityEventView> securityEvents(Slice.Want want);

    /** What ends within 60 days and counts still, the first to end first. */
    Slice<AlarmView> alarms(Caller caller, Slice.Want want);
}
