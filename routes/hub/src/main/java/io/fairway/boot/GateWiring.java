package io.fairway.boot;

import io.fairway.clearance.gate.GatePolicy;
import io.fairway.clearance.gate.LaneProfile;
import io.fairway.document.Envelope;
import io.fairway.flow.DeviceReadings;
import io.fairway.flow.GateFlow;
import io.fairway.signing.Cades;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.Jws;
import io.fairway.signing.KeyFile;
import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import io.fairway.store.JdbcGate;
import io.fairway.store.JdbcGatePasses;
import io.fairway.usecase.Consignments;
import io.fairway.usecase.Dialects;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.BookAppointments;
import io.fairway.usecase.gate.DecidePassages;
import io.fairway.usecase.gate.GateAgents;
import io.fairway.usecase.gate.GateBookings;
import io.fairway.usecase.gate.GateLane;
import io.fairway.usecase.gate.GateLanes;
import io.fairway.usecase.gate.GatePasses;
import io.fairway.usecase.gate.GateReaders;
import io.fairway.usecase.gate.GateSeal;
import io.fairway.usecase.gate.GateStore;
import io.fairway.usecase.gate.IssuePasses;
import io.fairway.usecase.gate.LaneVoice;
import io.fairway.usecase.gate.OverrideGate;
import io.fairway.usecase.gate.PapersBook;
import io.fairway.usecase.gate.PassSigner;
import io.fairway.usecase.gate.ReadPassages;
import io.fairway.usecase.gate.ReadingReader;
import io.fairway.usecase.gate.ReportPassages;
import io.fairway.usecase.gate.TakeDeliveries;
import io.fairway.usecase.gate.TakeReadings;
import io.fairway.usecase.gate.WatchDevices;
import io.fairway.usecase.registry.SensitiveAct;
import io.fairway.usecase.registry.Standings;
import io.fairway.web.AppointmentController;
import io.fairway.web.GateAgentController;
import io.fairway.web.GateController;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The gate: lanes and devices from settings, rules, rows and the clock that watches them. */
@Configuration(proxyBeanMethods = false)
@Import({GateController.class, GateAgentController.class, AppointmentController.class})
public class GateWiring {
    /** Lane, terminal, direction, kind, and devices: a device alone speaks for itself, {@code device@party} through that party. */
    private static final Pattern LANE = Pattern.compile("([A-Z0-9]{2,12}):([A-Z0-9_-]+):(IN|OUT):([A-Z_]+):([A-Z0-9_@| -]+)");

    @Bean
    GateLanes gateLanes(Environment environment) {
        List<String> lanes = Arrays.stream(environment.getProperty("fairway.gate.lanes", "").split(",", -1)).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
        return new GateLanes(lanes.stream().map(GateWiring::lane).toList());
    }

    private static GateLane lane(String text) {
        Matcher lane = LANE.matcher(text);
        if (!lane.matches()) {
            throw new IllegalArgumentException("Expected LANE:TERMINAL:IN or OUT:KIND:DEVICE|DEVICE@PARTY in fairway.gate.lanes, found: " + text);
        }
        Map<String, PartyId> devices = new LinkedHashMap<>();
        for (String device : lane.group(5).split("\\|", -1)) {
            int at = device.indexOf('@');
            devices.put(at < 0 ? device : device.substring(0, at), new PartyId(at < 0 ? device : device.substring(at + 1)));
        }
        var profile = new LaneProfile(lane.group(1), lane.group(2), LaneProfile.Direction.valueOf(lane.group(3)),
                LaneProfile.LaneKind.valueOf(lane.group(4)));
        return new GateLane(profile, Envelope.Environment.LIVE, devices);
    }

    @Bean
    GatePolicy gatePolicy() {
        return GatePolicy.STANDARD;
    }

    @Bean
    ReadingReader readingReader() {
        return new DeviceReadings();
    }

    @Bean
    GateStore gateStore(ReadingReader reader, GatePolicy policy) {
        return new JdbcGate(reader, policy);
    }

    @Bean
    PapersBook papersBook(Consignments consignments, GateStore store, Parties parties, Standings standings, GateBookings bookings) {
        return new PapersBook(consignments, store, parties, standings, bookings);
    }

    @Bean
    DecidePassages decidePassages(GateStore store, PapersBook book, Parties parties, GateSeal seal, Journal journal, GatePolicy policy,
                                  WatchDevices devices) {
        return new DecidePassages(store, book, new GateReaders(parties), seal, journal, policy, devices);
    }

    @Bean
    TakeReadings takeReadings(GateLanes lanes, ReadingReader reader, Transactions transactions, GateStore store, DecidePassages decide,
                              LaneVoice voice, InstantSource clock, WatchDevices devices) {
        return new TakeReadings(lanes, reader, transactions, store, decide, voice, clock, devices);
    }

    @Bean
    ReportPassages reportPassages(GateLanes lanes, Transactions transactions, GateStore store, Consignments consignments, Dialects dialects,
                                  SubmitTransmission submit, GateBookings bookings, InstantSource clock) {
        return new ReportPassages(lanes, transactions, store, consignments, dialects, submit, bookings, clock);
    }

    @Bean
    BookAppointments bookAppointments(Transactions transactions, GateStore store, Parties parties, Journal journal, Identifiers identifiers,
                                      InstantSource clock) {
        return new BookAppointments(transactions, store, parties, journal, identifiers, clock);
    }

    @Bean
    ReadPassages readPassages(GateLanes lanes, Transactions transactions, GateStore store, WatchDevices devices) {
        return new ReadPassages(lanes, transactions, store, devices);
    }

    @Bean
    SensitiveAct overrideGate(GateLanes lanes, GateStore store, DecidePassages decide, Transactions transactions, LaneVoice voice,
                              InstantSource clock) {
        return new OverrideGate(lanes, store, decide, transactions, voice, clock);
    }

    @Bean
    GateAgents gateAgents(Environment environment) {
        Map<PartyId, PartyId> terminals = new LinkedHashMap<>();
        for (String each : environment.getProperty("fairway.gate.agents", "").split(",", -1)) {
            String[] parts = each.strip().split(":", -1);
            if (parts.length == 2) {
                terminals.put(new PartyId(parts[0]), new PartyId(parts[1]));
            } else if (!each.isBlank()) {
                throw new IllegalArgumentException("Expected AGENT:TERMINAL in fairway.gate.agents, found: " + each);
            }
        }
        return new GateAgents(terminals, environment.getRequiredProperty("fairway.gate.outage", Duration.class),
                environment.getRequiredProperty("fairway.gate.pass-renewal", Duration.class));
    }

    @Bean
    GatePasses gatePasses() {
        return new JdbcGatePasses();
    }

    /** The gate's key signs passes and seals records; its certificate lies beside it for whoever sets an agent up. */
    record GateKey(SigningKey key) {
    }

    @Bean
    GateKey gateKey(HubHome home, PublishedTrust trust, SecureRandom random, InstantSource clock) throws IOException, GeneralSecurityException {
        Path keys = home.folder("keys");
        var file = new KeyFile(keys.resolve("gate.p12"), KeptPassword.of(keys.resolve("gate.password"), random).toCharArray());
        if (!file.exists()) {
            Instant from = clock.instant().minus(Duration.ofMinutes(5));
            file.store(DevelopmentAuthority.create("CN=Fairway gate authority", Suite.ECDSA_P256_SHA256, from)
                    .issue("CN=Fairway gate", Suite.ECDSA_P256_SHA256, DevelopmentAuthority.Purpose.SIGNING, from, Period.ofYears(2)));
        }
        SigningKey key = file.open().getFirst();
        Files.writeString(keys.resolve("gate.crt"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.certificate().getEncoded()) + "\n-----END CERTIFICATE-----\n");
        trust.roots(Set.of(key.chain().getLast()));
        return new GateKey(key);
    }

    @Bean
    PassSigner passSigner(GateKey gate) {
        return (payload, at) -> Jws.sign(payload, gate.key(), Jws.Naming.DIGEST, at);
    }

    @Bean
    GateSeal gateSeal(GateKey gate) {
        return (record, at) -> Cades.sign(record, gate.key(), at);
    }

    @Bean
    IssuePasses issuePasses(GateAgents agents, Transactions transactions, GatePasses passes, PapersBook book, PassSigner signer,
                            Identifiers identifiers, InstantSource clock) {
        return new IssuePasses(agents, transactions, passes, book, signer, identifiers, clock);
    }

    @Bean
    TakeDeliveries takeDeliveries(GateLanes lanes, GateAgents agents, Transactions transactions, GateStore store, GatePasses passes,
                                  GateSeal seal, Journal journal, InstantSource clock) {
        return new TakeDeliveries(lanes, agents, transactions, store, passes, seal, journal, clock);
    }

    @Bean
    GateFlow gateFlow(TakeReadings take, ReportPassages report, IssuePasses passes, WatchDevices devices, Environment environment) {
        return new GateFlow(take, report, passes, devices, environment.getRequiredProperty("fairway.gate.watch-every", Duration.class));
    }
}
