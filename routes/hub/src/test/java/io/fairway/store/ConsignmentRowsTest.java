package io.fairway.store;

import static io.fairway.clearance.RecordedEvent.Disposition.APPLIED;
import static io.fairway.store.StoreSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ClearanceRules;
import io.fairway.clearance.ConsignmentKey;
import io.fairway.clearance.Decision;
import io.fairway.clearance.RecordedEvent;
import io.fairway.clearance.Role;
import io.fairway.clearance.Source;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.FactId;
import io.fairway.usecase.NewFact;
import io.fairway.usecase.NewInterchange;
import io.fairway.usecase.PartyId;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreServer.class)
class ConsignmentRowsTest {
    private static final BillNumber BILL = new BillNumber("HUBL2026-0001");
    private static final ContainerNumber CONTAINER = new ContainerNumber("HUBU2000016");

    private final String carrier = "CASE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String declarant = carrier + "-D";
    private final LocalReferenceNumber lrn = new LocalReferenceNumber("LRN-" + carrier);
    private final ConsignmentKey key = new ConsignmentKey(carrier, BILL);
    private final JdbcTransactions transactions;
    private final JdbcConsignments consignments;
    private final FactId fact;

    ConsignmentRowsTest(Database database) {
        transactions = new JdbcTransactions(database);
        consignments = new JdbcConsignments(ClearanceRules.STANDARD, new TestParties(carrier), UUID::randomUUID, InstantSource.fixed(NOW));
        fact = storedFact(database);
    }

    private FactId storedFact(Database database) {
        PartyId sender = new PartyId(carrier);
        try (GroupCommit intake = new GroupCommit(database, IntakeSettings.DEFAULT)) {
            NewInterchange said = StoreSamples.interchange(StoreSamples.keep(StoreSamples.transmissions(database, intake), sender), sender, "R1");
            NewFact stored = StoreSamples.fact(said.id(), 1, Optional.empty());
            return hub(() -> {
                new JdbcInterchanges(UUID::randomUUID).register(said);
                new JdbcInterchanges(UUID::randomUUID).add(stored);
                return stored.id();
            });
        }
    }

    @Test
    void aCaseIsOpenedOnceAndTestAndLiveAreTwoCases() {
        ConsignmentId first = open();

        assertThat(open()).isEqualTo(first);
        assertThat(hub(() -> consignments.findOrOpen(key, Environment.TEST))).isNotEqualTo(first);
        assertThat(hub(() -> consignments.withBill(BILL, Environment.LIVE))).contains(first);
        assertThat(hub(() -> consignments.withBill(BILL, Environment.TEST))).doesNotContain(first);
    }

    @Test
    void manyWhoOpenACaseAtOnceGetTheSame() {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ConsignmentId> opened = IntStream.range(0, 20)
                    .mapToObj(number -> CompletableFuture.supplyAsync(this::open, callers)).toList().stream()
                    .map(CompletableFuture::join).toList();

            assertThat(opened).containsOnly(opened.getFirst());
        }
    }

    @Test
    void eventsComeBackAsTheyWereSaved() {
        ConsignmentId id = open();
        say(id, manifest(), carrier, Role.CARRIER);
        ClearanceCase saved = say(id, declaration(), declarant, Role.FORWARDER);

        ClearanceCase loaded = hub(() -> consignments.lock(id));

        assertThat(loaded.key()).isEqualTo(key);
        assertThat(loaded.events()).extracting(RecordedEvent::event)
                .isEqualTo(saved.events().stream().map(RecordedEvent::event).toList()).hasSize(2);
        assertThat(loaded.events()).extracting(RecordedEvent::receivedAt, RecordedEvent::sender, RecordedEvent::disposition)
                .containsExactly(tuple(NOW, carrier, APPLIED), tuple(NOW, declarant, APPLIED));
    }

    @Test
    void aCaseIsFoundByContainerAndDeclaration() {
        ConsignmentId id = open();
        say(id, manifest(), carrier, Role.CARRIER);
        say(id, declaration(), declarant, Role.FORWARDER);

        assertThat(hub(() -> consignments.withContainer(CONTAINER, Environment.LIVE))).contains(id);
        assertThat(hub(() -> consignments.withContainer(CONTAINER, Environment.TEST))).doesNotContain(id);
        assertThat(hub(() -> consignments.withDeclaration(Optional.of(lrn), Optional.empty(),
                Environment.LIVE))).contains(id);
        assertThat(hub(() -> consignments.withDeclaration(Optional.empty(), Optional.empty(), Environment.LIVE))).isEmpty();
    }

    @Test
    void anLrnThatTwoDeclarantsUseNamesNobodysDeclaration() {
        ConsignmentId id = open();
        ConsignmentId other = hub(() -> consignments.findOrOpen(new ConsignmentKey(carrier + "-X", BILL), Environment.LIVE));
        say(id, manifest(), carrier, Role.CARRIER);
        say(id, declaration(), declarant, Role.FORWARDER);
        say(other, declaration(), declarant + "-X", Role.FORWARDER);

        assertThat(hub(() -> consignments.withDeclaration(Optional.of(lrn), Optional.empty(), Environment.LIVE))).isEmpty();
    }

    @Test
    void whatAnEventComesToNowStandsBesideWhatItCameToThen() {
        ConsignmentId id = open();
        say(id, manifest(), carrier, Role.CARRIER);
        RecordedEvent event = hub(() -> consignments.lock(id)).events().getFirst();
        RecordedEvent kept = new RecordedEvent(event.sequence(), event.event(), event.occurredAt(), event.receivedAt(), event.sender(),
                event.interchange(), event.message(), RecordedEvent.Disposition.KEPT, event.reason());

        ClearanceCase after = hub(() -> {
            ClearanceCase now = consignments.lock(id);
            consignments.save(id, now, List.of(), List.of(kept), fact);
            return consignments.lock(id);
        });

        assertThat(after.events()).containsExactly(event);
        assertThat(hub(() -> Running.sql("select stands from consignment_event where consignment = :id").param("id", id.value())
                .query(String.class).single())).isEqualTo("KEPT");
    }

    @Test
    void onlyCustomsAndTheDeclarantSeeADeclarationAndItsEvents() {
        ConsignmentId id = open();
        say(id, manifest(), carrier, Role.CARRIER);
        say(id, declaration(), declarant, Role.FORWARDER);
        hub(() -> {
            List.of(carrier, declarant, carrier + "-C").forEach(party -> consignments.show(id, new PartyId(party)));
            consignments.show(id, new PartyId(carrier + "-C"));
            return id;
        });

        assertThat(seen(id, declarant)).containsExactly(1L, 1L, 2L);
        assertThat(seen(id, carrier + "-C")).containsExactly(1L, 1L, 2L);
        assertThat(seen(id, carrier)).containsExactly(1L, 0L, 1L);
        assertThat(seen(id, carrier + "-X")).containsExactly(0L, 0L, 0L);
    }

    private List<Long> seen(ConsignmentId id, String party) {
        return transactions.asParty(new PartyId(party), () -> List.of(
                count("select count(*) from consignment where id = :id", id),
                count("select count(*) from declaration where consignment = :id", id),
                count("select count(*) from consignment_event where consignment = :id", id)));
    }

    private static Long count(String query, ConsignmentId id) {
        return Running.sql(query).param("id", id.value()).query(Long.class).single();
    }

    private ConsignmentId open() {
        return hub(() -> consignments.findOrOpen(key, Environment.LIVE));
    }

    private ClearanceCase say(ConsignmentId id, Document document, String sender, Role role) {
        return hub(() -> {
            ClearanceCase before = consignments.lock(id);
            List<RecordedEvent> events = switch (before.decide(document, new Source(sender, Set.of(role), "R1", "1", NOW))) {
                case Decision.Applied applied -> applied.events();
                case Decision.Kept kept -> kept.events();
                case Decision.Repeated repeated -> throw new AssertionError(repeated);
                case Decision.Refused refused -> throw new AssertionError(refused);
            };
            ClearanceCase after = before.with(events);
            consignments.save(id, after, events, List.of(), fact);
            return after;
        });
    }

    private static Manifest manifest() {
        Manifest sample = (Manifest) StoreSamples.MANIFEST;
        return new Manifest(sample.reference(), DocumentFunction.ORIGINAL, sample.issuedAt(), sample.voyage(), sample.carrier(),
                sample.agent(), sample.portOfDeparture(), sample.portOfArrival(), sample.customsOffice(), sample.departedAt(),
                sample.estimatedArrival(), sample.consignments());
    }

    private GoodsDeclaration declaration() {
        GoodsDeclaration sample = RecordSamples.everyKindOf(Document.class).filter(GoodsDeclaration.class::isInstance)
                .map(GoodsDeclaration.class::cast).findFirst().orElseThrow();
        return new GoodsDeclaration(lrn, DocumentFunction.ORIGINAL, 1, GoodsDeclaration.Direction.IMPORT, sample.procedure(),
                sample.customsOffice(), sample.declaredOn(), sample.arrivalOn(), sample.voyage(), sample.bills(), sample.containers(),
                sample.exportCountry(), sample.portOfDischarge(), sample.declarant(), sample.importer(), sample.exporter(),
                sample.packages(), sample.packageType(), sample.grossKilograms(), sample.deliveryTerms(), sample.invoiceTotal(),
                sample.documents(), sample.items());
    }

    private <T> T hub(Supplier<T> work) {
        return transactions.asHub(work);
    }
}
