package io.fairway.boot;

import io.fairway.usecase.Caller;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.view.BacklogView;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.ContainerView;
import io.fairway.usecase.view.DeclarationView;
import io.fairway.usecase.view.DiscrepancyView;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.OpenDiscrepancyView;
import io.fairway.usecase.view.OverdueView;
import io.fairway.usecase.view.PortCallView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Knows of no case. */
final class MemoryCases implements CaseQueries, OperationQueries {

    @Override
    public Slice<ConsignmentView> consignments(Caller caller, Optional<String> bill, Optional<String> carrier, Slice.Want want) {
        return none();
    }

    @Override
    public Optional<ConsignmentDetail> consignment(Caller caller, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Slice<TimelineEntry>> timeline(Caller caller, UUID consignment, Slice.Want want) {
        return Optional.empty();
    }

    @Override
    public Optional<Slice<DiscrepancyView>> discrepancies(Caller caller, UUID consignment, Slice.Want want) {
        return Optional.empty();
    }

    @Override
    public Optional<Slice<LookView>> looks(Caller caller, UUID consignment, Slice.Want want) {
        return Optional.empty();
    }

    @Override
    public Slice<OpenDiscrepancyView> openDiscrepancies(Caller caller, Slice.Want want) {
        return none();
    }

    @Override
    public Slice<ContainerView> containers(Caller caller, Optional<String> number, Slice.Want want) {
        return none();
    }

    @Override
    public Slice<DeclarationView> declarations(Caller caller, Optional<String> lrn, Slice.Want want) {
        return none();
    }

    @Override
    public Optional<DeclarationView> declaration(Caller caller, UUID id) {
        return Optional.empty();
    }

    @Override
    public Slice<PortCallView> portCalls(Caller caller, Optional<String> ship, Slice.Want want) {
        return none();
    }

    @Override
    public void probeWriting() {
    }

    @Override
    public BacklogView backlog() {
        return new BacklogView(Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Slice<OverdueView> overdue(Instant now, Duration limit, Slice.Want want) {
        return none();
    }

    private static <T> Slice<T> none() {
        return new Slice<>(List.of(), Optional.empty());
    }
}
