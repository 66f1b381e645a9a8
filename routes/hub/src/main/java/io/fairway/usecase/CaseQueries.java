package io.fairway.usecase;

import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.ContainerView;
import io.fairway.usecase.view.DeclarationView;
import io.fairway.usecase.view.DiscrepancyView;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.OpenDiscrepancyView;
import io.fairway.usecase.view.PortCallView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.TimelineEntry;
import java.util.Optional;
import java.util.UUID;

/**
 * What a party may read of clearance cases. Each call is a transaction of its own as that party; what it may not see is as if it were
 * not there (P13). Lists are newest first.
 */
public interface CaseQueries {

    /** @param carrier party id of the carrier */
    Slice<ConsignmentView> consignments(Caller caller, Optional<String> bill, Optional<String> carrier, Slice.Want want);

    Optional<ConsignmentDetail> consignment(Caller caller, UUID id);

    /** In the order the hub learnt it. */
    Optional<Slice<TimelineEntry>> timeline(Caller caller, UUID consignment, Slice.Want want);

    /** In what declarations do not agree with what others say of the goods; the caller's own, or all that it may see. */
    Optional<Slice<DiscrepancyView>> discrepancies(Caller caller, UUID consignment, Slice.Want want);

    /** Who else looked at it, newest first, as far as the caller may know: a look by a grant is known to its giver only. */
    Optional<Slice<LookView>> looks(Caller caller, UUID consignment, Slice.Want want);

    /** Discrepancies that stand, in all cases the caller may see, in the order they were found. */
    Slice<OpenDiscrepancyView> openDiscrepancies(Caller caller, Slice.Want want);

    /** @param number as in ISO 6346 */
    Slice<ContainerView> containers(Caller caller, Optional<String> number, Slice.Want want);

    Slice<DeclarationView> declarations(Caller caller, Optional<String> lrn, Slice.Want want);

    Optional<DeclarationView> declaration(Caller caller, UUID id);

    /** @param ship IMO number */
    Slice<PortCallView> portCalls(Caller caller, Optional<String> ship, Slice.Want want);
}
