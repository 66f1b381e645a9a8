package io.fairway.boot;

import io.fairway.clearance.Role;
import io.fairway.clearance.gate.DevicePolicy;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.document.DocumentReader;
import io.fairway.document.code.CodeLists;
import io.fairway.identity.ConfiguredParties;
import io.fairway.identity.WrittenProfiles;
import io.fairway.signing.TimestampAuthorities;
import io.fairway.signing.TimestampAuthority;
import io.fairway.usecase.Archive;
import io.fairway.usecase.AttachDocument;
import io.fairway.usecase.Caller;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.CodeListVersions;
import io.fairway.usecase.CodeListsInForce;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Facts;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Seals;
import io.fairway.usecase.Dialects;
import io.fairway.usecase.Counterparts;
import io.fairway.usecase.Journal;
import io.fairway.usecase.LoadCodeList;
import io.fairway.usecase.Outbox;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PresentedDocuments;
import io.fairway.usecase.RepairTransmission;
import io.fairway.usecase.ResumeParked;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.TellCounterparts;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.ValidateDocument;
import io.fairway.usecase.Wakeups;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.evidence.CaseFiles;
import io.fairway.usecase.evidence.AnchorEvidence;
import io.fairway.usecase.evidence.CollectEvidence;
import io.fairway.usecase.evidence.EvidenceSealing;
import io.fairway.usecase.evidence.EvidenceSpool;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.evidence.SealParts;
import io.fairway.usecase.evidence.TrustFolder;
import io.fairway.usecase.feed.Feed;
import io.fairway.usecase.feed.Subscriptions;
import io.fairway.usecase.gate.BookAppointments;
import io.fairway.usecase.gate.DecidePassages;
import io.fairway.usecase.gate.GateAgents;
import io.fairway.usecase.gate.GateBookings;
import io.fairway.usecase.gate.GateDevices;
import io.fairway.usecase.gate.GateLanes;
import io.fairway.usecase.gate.GatePasses;
import io.fairway.usecase.gate.GateReaders;
import io.fairway.usecase.gate.GateSeal;
import io.fairway.usecase.gate.GateStore;
import io.fairway.usecase.gate.IssuePasses;
import io.fairway.usecase.gate.PapersBook;
import io.fairway.usecase.gate.PassSigner;
import io.fairway.usecase.gate.ReadPassages;
import io.fairway.usecase.gate.ReadingReader;
import io.fairway.usecase.gate.TakeDeliveries;
import io.fairway.usecase.gate.TakeReadings;
import io.fairway.usecase.gate.WatchDevices;
import io.fairway.usecase.registry.CounterpartTrouble;
import io.fairway.usecase.conformance.ConformanceRuns;
import io.fairway.usecase.conformance.RunConformance;
import io.fairway.usecase.conformance.Samples;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.Grants;
import io.fairway.usecase.registry.KeyRegistry;
import io.fairway.usecase.registry.Mandates;
import io.fairway.usecase.registry.PendingActs;
import io.fairway.usecase.registry.RegisteredParties;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.registry.Standings;
import io.fairway.usecase.retention.Keepings;
import io.fairway.usecase.sheet.HandOutSheets;
import io.fairway.usecase.sheet.IssueGateSheets;
import io.fairway.usecase.sheet.IssueSheets;
import io.fairway.usecase.sheet.IssueTallies;
import io.fairway.usecase.sheet.IssuedSheets;
import io.fairway.usecase.sheet.SheetSeal;
import io.fairway.usecase.title.Acts;
import io.fairway.usecase.title.Clashes;
import io.fairway.usecase.title.Commitments;
import io.fairway.usecase.title.Custody;
import io.fairway.usecase.title.DraftIntent;
import io.fairway.usecase.title.LedgerState;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.title.SubmitIntent;
import io.fairway.usecase.verification.CheckSeal;
import io.fairway.usecase.verification.FindTrade;
import io.fairway.usecase.verification.ProveFact;
import io.fairway.usecase.verification.TradeRecords;
import io.fairway.usecase.verification.Verifications;
import io.fairway.usecase.verification.VerifyTrade;
import io.fairway.usecase.view.LedgerStateView;
import io.fairway.web.AppointmentController;
import io.fairway.web.ConformanceController;
import io.fairway.web.GateAgentController;
import io.fairway.web.GateController;
import io.fairway.web.OpenTo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hub's HTTP side over a store in memory: everything real but what is behind the ports. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Surroundings.class, IdentityWiring.class, WebWiring.class, RegistryWiring.class, FeedWiring.Serving.class, RetentionWiring.class,
        GateController.class, GateAgentController.class, AppointmentController.class, ConformanceController.class,
        WebOnly.Planted.class})
public class WebOnly {
    private static final GateAgents NO_AGENTS = new GateAgents(Map.of(), Duration.ofHours(4), Duration.ofMinutes(10));

    /** Starts it on a free port. */
    public static ConfigurableApplicationContext start(Path home, String... arguments) {
        var all = new java.util.ArrayList<>(List.of("--FAIRWAY_HOME=" + home, "--FAIRWAY_HTTP_PORT=0"));
        all.addAll(List.of(arguments));
        return HubMain.application(WebOnly.class).run(all.toArray(String[]::new));
    }

    public static int port(ConfigurableApplicationContext hub) {
        return ((ServletWebServerApplicationContext) hub).getWebServer().getPort();
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    CounterpartTrouble counterpartTrouble() {
        return party -> CounterpartTrouble.Trouble.NONE;
    }

    @Bean
    MemoryExchanges memoryExchanges() {
        return new MemoryExchanges();
    }

    @Bean
    MemoryCases memoryCases() {
        return new MemoryCases();
    }

    @Bean
    MemoryAttachments memoryAttachments() {
        return new MemoryAttachments();
    }

    @Bean
    Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T asParty(PartyId party, Supplier<T> work) {
                return work.get();
            }

            @Override
            public <T> T asHub(Supplier<T> work) {
                return work.get();
            }
        };
    }

    @Bean
    AttachDocument attachDocument(Transactions transactions, MemoryAttachments attachments, Facts facts, Consignments consignments,
                                  Parties parties, TellCounterparts tell, Identifiers identifiers, InstantSource clock) {
        return new AttachDocument(transactions, attachments, facts, consignments, parties, tell, identifiers, clock);
    }

    /** A port that nothing may use. */
    private static <T> T absent(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            throw new AssertionError(method + " is not there");
        }));
    }

    @Bean
    SubmitTransmission submitTransmission(MemoryExchanges exchanges, Identifiers identifiers, InstantSource clock,
                                          Standings standings, EvidenceTimes times) {
        return new SubmitTransmission(exchanges, exchanges.silent(), identifiers, clock, standings, times);
    }

    @Bean
    TakeReadings takeReadings(Transactions transactions, InstantSource clock) {
        return new TakeReadings(new GateLanes(List.of()), absent(ReadingReader.class), transactions, absent(GateStore.class), decidesNothing(), _ -> { },
                clock, watchesNothing());
    }

    private static DecidePassages decidesNothing() {
        return new DecidePassages(absent(GateStore.class), knowsNothing(), new GateReaders(absent(Parties.class)), absent(GateSeal.class),
                absent(Journal.class), GatePolicy.STANDARD, watchesNothing());
    }

    private static WatchDevices watchesNothing() {
        return new WatchDevices(new GateLanes(List.of()), absent(GateDevices.class), absent(GateStore.class), absent(Transactions.class),
                absent(Journal.class), DevicePolicy.STANDARD, InstantSource.system());
    }

    private static PapersBook knowsNothing() {
        return new PapersBook(absent(Consignments.class), absent(GateStore.class), absent(Parties.class), absent(Standings.class),
                absent(GateBookings.class));
    }

    @Bean
    IssuePasses issuePasses(Transactions transactions, Identifiers identifiers, InstantSource clock) {
        return new IssuePasses(NO_AGENTS, transactions, absent(GatePasses.class), knowsNothing(), absent(PassSigner.class), identifiers,
                clock);
    }

    @Bean
    TakeDeliveries takeDeliveries(Transactions transactions, InstantSource clock) {
        return new TakeDeliveries(new GateLanes(List.of()), NO_AGENTS, transactions, absent(GateStore.class), absent(GatePasses.class),
                absent(GateSeal.class), absent(Journal.class), clock);
    }

    @Bean
    ReadPassages readPassages(Transactions transactions) {
        return new ReadPassages(new GateLanes(List.of()), transactions, absent(GateStore.class), watchesNothing());
    }

    @Bean
    BookAppointments bookAppointments(Transactions transactions, Parties parties, Identifiers identifiers, InstantSource clock) {
        return new BookAppointments(transactions, absent(GateStore.class), parties, absent(Journal.class), identifiers, clock);
    }

    @Bean
    Archive archive() {
        return absent(Archive.class);
    }

    @Bean
    Keepings keepings() {
        return absent(Keepings.class);
    }

    @Bean
    Acts acts() {
        return absent(Acts.class);
    }

    @Bean
    Rights rights() {
        return absent(Rights.class);
    }

    @Bean
    DraftIntent draftIntent(Rights rights, Acts acts, Transactions transactions, Identifiers identifiers, InstantSource clock) {
        return new DraftIntent(rights, acts, absent(Commitments.class), transactions, identifiers, clock, "off", new SplittableRandom(1));
    }

    @Bean
    SubmitIntent submitIntent(Rights rights, Acts acts, Transactions transactions, Identifiers identifiers, InstantSource clock,
                              FourEyes fourEyes) {
        return new SubmitIntent(acts, rights, absent(Custody.class), transactions, identifiers, clock, () -> { }, fourEyes);
    }

    @Bean
    ResumeParked resumeParked(Transactions transactions, InstantSource clock) {
        return new ResumeParked(transactions, absent(ResumeParked.ParkedRows.class), absent(Journal.class), absent(Wakeups.class), clock);
    }

    @Bean
    RepairTransmission repairTransmission(Transactions transactions, SubmitTransmission submission, InstantSource clock) {
        return new RepairTransmission(transactions, absent(RepairTransmission.StuckRows.class), submission, absent(Journal.class), clock);
    }

    @Bean
    Clashes clashes() {
        return absent(Clashes.class);
    }

    @Bean
    LedgerState ledgerState() {
        return () -> new LedgerStateView("no ledger", Optional.empty(), 0, 0, 0, 0, Optional.empty(), List.of());
    }

    @Bean
    EvidenceTimes evidenceTimes(InstantSource clock) {
        return new EvidenceTimes(new TimestampAuthorities(List.of(absent(TimestampAuthority.class)), 1, clock), Duration.ofHours(1));
    }

    @Bean
    CollectEvidence collectEvidence(Transactions transactions, EvidenceTimes times, InstantSource clock) {
        return new CollectEvidence(transactions, absent(CaseFiles.class), List.of(), new AnchorEvidence(absent(AnchorProofs.class)),
                absent(EvidenceSpool.class), new EvidenceSealing(absent(HubKeys.class), times, clock), absent(TrustFolder.class), view -> new byte[0]);
    }

    @Bean
    VerifyTrade verifyTrade(Transactions transactions, List<DocumentReader> readers, Parties parties, Journal journal, Identifiers identifiers,
                            InstantSource clock) {
        return new VerifyTrade(new FindTrade(transactions, absent(TradeRecords.class), absent(Commitments.class), absent(AnchorProofs.class)),
                new PresentedDocuments(readers, parties), new CheckSeal(absent(HubKeys.class)), transactions, absent(Verifications.class), journal,
                identifiers, clock);
    }

    @Bean
    ProveFact proveFact(Transactions transactions, EvidenceTimes times, Journal journal, InstantSource clock) {
        AnchorProofs none = absent(AnchorProofs.class);
        return new ProveFact(new FindTrade(transactions, absent(TradeRecords.class), absent(Commitments.class), none), absent(Verifications.class), none,
                new SealParts(absent(EvidenceSpool.class), new EvidenceSealing(absent(HubKeys.class), times, clock), absent(TrustFolder.class),
                        view -> new byte[0]), transactions, journal, clock);
    }

    @Bean
    HandOutSheets handOutSheets(Transactions transactions, EvidenceTimes times, Journal journal, Identifiers identifiers, InstantSource clock) {
        return new HandOutSheets(transactions, absent(IssuedSheets.class), new SheetSeal(absent(HubKeys.class), times, URI.create("http://127.0.0.1")),
                journal, identifiers, clock);
    }

    @Bean
    IssueSheets issueSheets(Rights rights, Transactions transactions, HandOutSheets sheets) {
        return new IssueSheets(rights, transactions, _ -> List.of(), view -> new byte[0], sheets);
    }

    @Bean
    IssueGateSheets issueGateSheets(ReadPassages passages, HandOutSheets sheets) {
        return new IssueGateSheets(passages, sheets);
    }

    @Bean
    IssueTallies issueTallies(HandOutSheets sheets) {
        return new IssueTallies(absent(CaseQueries.class), view -> new byte[0], sheets);
    }

    @Bean
    LoadCodeList loadCodeList(Transactions transactions, Journal journal, Identifiers identifiers, InstantSource clock) {
        CodeListVersions none = absent(CodeListVersions.class);
        return new LoadCodeList(transactions, none, new CodeListsInForce(transactions, none, CodeLists.NONE), journal, identifiers, clock);
    }

    @Bean
    ValidateDocument validateDocument(List<DocumentReader> readers, Parties parties) {
        return new ValidateDocument(readers, parties);
    }

    @Bean
    MemoryRegistry memoryRegistry() {
        return new MemoryRegistry();
    }

    @Bean
    @Primary
    RegisteredParties registeredParties(Transactions transactions, MemoryRegistry registry, ConfiguredParties configured,
                                        CounterpartProfiles profiles, InstantSource clock) {
        var parties = new RegisteredParties(transactions, registry, configured.all(), profiles, ZoneOffset.UTC, clock);
        parties.seed();
        return parties;
    }

    @Bean
    CounterpartProfiles counterpartProfiles(ConfiguredParties configured) {
        return new CounterpartProfiles(new CounterpartProfiles.Rows() {
            @Override
            public void keep(CounterpartProfiles.KeptProfile profile) {
                throw new AssertionError("Nothing is taken on here");
            }

            @Override
            public List<CounterpartProfiles.KeptProfile> latest() {
                return List.of();
            }
        }, new WrittenProfiles(configured, Set.of(), ZoneOffset.UTC));
    }

    @Bean
    RunConformance runConformance(Transactions transactions, Parties parties, Journal journal, Identifiers identifiers, InstantSource clock) {
        return new RunConformance(transactions, absent(ConformanceRuns.class), parties, new Samples(List.of()),
                new RunConformance.Wire(new Dialects(List.of()), absent(Seals.class), absent(Counterparts.class), Runnable::run), journal, identifiers, clock);
    }

    @Bean
    NotedEvents notedEvents() {
        return new NotedEvents(new CopyOnWriteArrayList<>());
    }

    @Bean
    KeyRegistry keyRegistry() {
        return absent(KeyRegistry.class);
    }

    @Bean
    Feed feed() {
        return absent(Feed.class);
    }

    @Bean
    Subscriptions subscriptions() {
        return absent(Subscriptions.class);
    }

    @Bean
    Mandates mandates() {
        return absent(Mandates.class);
    }

    @Bean
    Grants grants() {
        return absent(Grants.class);
    }

    @Bean
    PendingActs pendingActs() {
        return absent(PendingActs.class);
    }

    @Bean
    RegistryQueries registryQueries() {
        return absent(RegistryQueries.class);
    }

    @Bean
    Journal journal() {
        return absent(Journal.class);
    }

    @Bean
    Consignments consignments() {
        return absent(Consignments.class);
    }

    @Bean
    Facts facts() {
        return absent(Facts.class);
    }

    @Bean
    TellCounterparts tellCounterparts(Consignments consignments, Parties parties, Identifiers identifiers, InstantSource clock) {
        return new TellCounterparts(absent(Outbox.class), consignments, parties, identifiers, clock);
    }

    @Bean
    DocumentReader noReader() {
        return new NoReader();
    }

    @Bean
    HubFiles hubFiles(HubHome home) {
        return new HubFiles(home);
    }

    /** Operations as a careless colleague would add them. */
    @RestController
    static class Planted {

        @GetMapping("/api/planted-without-annotation")
        String forgotten(Caller caller) {
            return "leaked to " + caller;
        }

        @OpenTo(OpenTo.Audience.OPERATORS)
        @GetMapping("/api/planted-for-operators")
        String operators(Caller caller) {
            return caller.roles().contains(Role.OPERATOR) ? "operator" : "leaked";
        }

        @OpenTo(OpenTo.Audience.PARTIES)
        @GetMapping("/api/planted-defect")
        String defect() {
            throw new IllegalStateException("a secret of the inside");
        }
    }
}
