package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.clearance.Role;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Two organisations of each role in one port, an object of every kind for those who can have one, a consignment of each side and one
 * shared by both. Who may see what is known here by construction, not asked of the hub.
 */
final class PortOfTwo {
    static final Map<Role, List<String>> ORGANISATIONS = organisations();
    private static final RunningHub HUB = RunningHub.instance();

    private static final String NEXT_YEAR = Instant.now().plus(Duration.ofDays(365)).toString();

    private final long seed = HUB.freshSeed();
    private final List<Known> objects = new ArrayList<>();

    /** Something that exists. @param prefix of its address @param seers parties that may see it */
    record Known(String prefix, String id, Set<String> seers) {
        Known {
            seers = Set.copyOf(seers);
        }
    }

    private static Map<Role, List<String>> organisations() {
        Map<Role, List<String>> organisations = new EnumMap<>(Role.class);
        organisations.put(Role.FORWARDER, List.of("HUBFWD", "OTHERFWD"));
        organisations.put(Role.CARRIER, List.of("HUBLINE", "OTHERLINE"));
        organisations.put(Role.AGENT, List.of("HUBAGT", "OTHERAGT"));
        organisations.put(Role.HAULIER, List.of("HUBHAUL", "OTHERHAUL"));
        organisations.put(Role.CUSTOMS, List.of("CNCUSTOMS", "CNTEST"));
        organisations.put(Role.MARITIME, List.of("HUBMSA", "OTHERMSA"));
        organisations.put(Role.BORDER, List.of("HUBBORDER", "OTHERBORDER"));
        organisations.put(Role.TRANSPORT_AUTHORITY, List.of("HUBROADS", "OTHERROADS"));
        organisations.put(Role.TERMINAL, List.of("HUBTERM", "OTHERTERM"));
        organisations.put(Role.GATE_DEVICE, List.of("HUBGATE", "OTHERGATE"));
        organisations.put(Role.BANK, List.of("HUBBANK", "OTHERBANK"));
        organisations.put(Role.OPERATOR, List.of("HUBOPS", "OTHEROPS"));
        organisations.put(Role.AUDITOR, List.of("HUBAUDIT", "OTHERAUDIT"));
        return organisations;
    }

    /** Plays until everybody has something. */
    static PortOfTwo furnish() {
        var port = new PortOfTwo();
        port.everySubmitterHasATransmissionAndAnAttachment();
        port.theHubSide();
        port.theOtherSide();
        port.everyPartyIsRegistered();
        port.ownersShowTheirBankACase();
        port.principalsHaveAgents();
        port.personsAskForWhatTakesTwo();
        port.rightsOnTheLedger();
        port.know("/api/members/", UUID.randomUUID().toString());
        port.know("/api/operations/overdue/", UUID.randomUUID().toString());
        port.everyReaderHasASubscription();
        port.trucksAtTheGate();
        port.know("/api/conformance-runs/", HUB.party("CNTEST").create("/api/conformance-runs", Map.of()).path("id").asText(), "CNTEST");
        return port;
    }

    List<Known> objects() {
        return List.copyOf(objects);
    }

    Shipment hubShipment() {
        return Shipment.of(seed, 0);
    }

    Shipment sharedShipment() {
        return Shipment.of(seed, 1);
    }

    private void know(String prefix, String id, String... seers) {
        assertThat(id).as(prefix).isNotEmpty();
        objects.add(new Known(prefix, id, new TreeSet<>(List.of(seers))));
    }

    private void trucksAtTheGate() {
        know("/api/gates/", "OUT03");
        JsonNode booked = HttpCaller.json(HUB.party("HUBHAUL").http().post("/api/appointments", "application/json", """
                {"terminal":"HUBTERM","container":"%s","plate":"HUA1","driver":"D1","tareKilograms":14660,"from":"2026-01-01T00:00:00Z",
                "until":"%s"}""".formatted(hubShipment().container(), NEXT_YEAR).getBytes(StandardCharsets.UTF_8)));
        know("/api/appointments/", booked.path("id").asText(), "HUBHAUL", "HUBTERM");
    }

    private void everySubmitterHasATransmissionAndAnAttachment() {
        RoleTable.operations().rows().get("POST /api/transmissions").forEach((role, cell) -> {
            if (cell == RoleTable.Cell.DOES) {
                ORGANISATIONS.get(role).forEach(party -> {
                    byte[] words = ("words of " + party + " " + seed).getBytes(StandardCharsets.US_ASCII);
                    know("/api/transmissions/", HUB.party(party).submit(words).path("id").asText(), party);
                    know("/api/attachments/", HttpCaller.json(HUB.party(party).http().post("/api/attachments", "application/pdf", words))
                            .path("digest").asText(), party);
                });
            }
        });
    }

    private void theHubSide() {
        accepted("HUBLINE", Voyages.cuscar(List.of(hubShipment(), sharedShipment()), "H" + seed), "CNCUSTOMS");
        accepted("HUBFWD", Voyages.cusdec(hubShipment(), "D" + seed), "CNCUSTOMS");
        accepted("OTHERFWD", byOtherForwarder(Voyages.cusdec(sharedShipment(), "E" + seed)), "CNCUSTOMS");
        accepted("HUBLINE", Voyages.coreor(hubShipment(), "R" + seed), "HUBTERM");
        know("/api/declarations/", declaration("HUBFWD", hubShipment()), "HUBFWD", "CNCUSTOMS");
        know("/api/declarations/", declaration("OTHERFWD", sharedShipment()), "OTHERFWD", "CNCUSTOMS");
        know("/api/consignments/", consignment("HUBLINE", hubShipment()), "HUBLINE", "HUBFWD", "CNCUSTOMS", "HUBTERM", "HUBBANK");
        know("/api/consignments/", consignment("HUBLINE", sharedShipment()), "HUBLINE", "OTHERFWD", "CNCUSTOMS", "HUBTERM");
        know("/api/legal-holds/", HUB.party("HUBOPS").create("/api/legal-holds", Map.of("kind", "consignment", "subject",
                consignment("HUBLINE", sharedShipment()), "reason", "court case 7")).path("id").asText(), "HUBOPS", "OTHEROPS");
        HUB.party("HUBTERM").submitAccepted(Voyages.coarri(List.of(hubShipment()), "A" + seed));
        await().until(() -> HUB.counterpart("HUBTERM").toldAbout(hubShipment().container()).stream().anyMatch(told -> told.body().contains("DO-")));
        await().until(() -> HUB.party("HUBTERM").list("/api/consignments?bill=" + sharedShipment().bill()).size() == 1);
    }

    private void theOtherSide() {
        Shipment shipment = Shipment.of(seed, 2);
        accepted("OTHERLINE", byOther(Voyages.cuscar(List.of(shipment), "O" + seed)), "CNCUSTOMS");
        accepted("OTHERLINE", byOther(Voyages.coreor(shipment, "P" + seed)), "OTHERTERM");
        know("/api/consignments/", consignment("OTHERLINE", shipment), "OTHERLINE", "CNCUSTOMS", "OTHERTERM", "OTHERBANK");
        await().until(() -> HUB.party("OTHERTERM").list("/api/consignments?bill=" + shipment.bill()).size() == 1);
        await().until(() -> HUB.party("CNCUSTOMS").list("/api/consignments?bill=" + shipment.bill()).size() == 1);
    }

    private void everyPartyIsRegistered() {
        ORGANISATIONS.values().forEach(parties -> parties.forEach(party -> know("/api/parties/", party, party, "HUBOPS", "OTHEROPS")));
    }

    private void ownersShowTheirBankACase() {
        grant("HUBLINE", "HUBBANK", consignment("HUBLINE", hubShipment()));
        grant("OTHERLINE", "OTHERBANK", consignment("OTHERLINE", Shipment.of(seed, 2)));
    }

    private void grant(String owner, String bank, String consignment) {
        JsonNode grant = HUB.party(owner).create("/api/grants", Map.of("party", bank, "consignment", consignment, "validUntil", NEXT_YEAR));
        know("/api/grants/", grant.path("id").asText(), owner, bank);
        know("/api/verifications/", HttpCaller.json(HUB.party(bank).http().post("/api/verifications?grant=" + grant.path("id").asText(),
                "application/pdf", new byte[] {'%'})).path("id").asText(), bank);
    }

    private void principalsHaveAgents() {
        for (String side : List.of("HUB", "OTHER")) {
            JsonNode mandate = HUB.party(side + "LINE").create("/api/mandates", Map.of("agent", side + "AGT", "validUntil", NEXT_YEAR));
            know("/api/mandates/", mandate.path("id").asText(), side + "LINE", side + "AGT");
        }
    }

    private void personsAskForWhatTakesTwo() {
        for (String party : List.of("HUBTERM", "OTHERTERM")) {
            JsonNode act = HUB.party(party + ".anna").create("/api/parties/" + party + "/keys",
                    Map.of("jwk", TestKeys.fresh().publicPart(), "purpose", "signing", "validUntil", NEXT_YEAR));
            know("/api/approvals/", act.path("id").asText(), party);
        }
    }

    private void everyReaderHasASubscription() {
        RoleTable.operations().rows().get("POST /api/subscriptions").forEach((role, cell) -> {
            if (cell == RoleTable.Cell.DOES) {
                ORGANISATIONS.get(role).forEach(party -> know("/api/subscriptions/", HUB.party(party).create("/api/subscriptions",
                        Map.of("url", "https://example.invalid/fairway")).at("/subscription/id").asText(), party));
            }
        });
    }

    /** As the ledger would have told them; the hub of these tests has none. */
    private void rightsOnTheLedger() {
        right("BILL", "/api/bills/", "hubline", "HUBLINE", "HUBFWD");
        right("BILL", "/api/bills/", "otherline", "OTHERLINE", "OTHERBANK");
        right("RELEASE", "/api/releases/", "hubline", "HUBLINE", "HUBFWD", "HUBHAUL", "HUBTERM");
        right("ATTESTATION", "/api/attestations/", "hubterm", "HUBTERM", "HUBLINE");
        right("FINANCING", "/api/financings/", "hubbank", "HUBBANK");
        act("HUBFWD");
        act("OTHERLINE");
        clash("HUBBANK", "OTHERBANK");
    }

    private void clash(String party, String other) {
        String id = UUID.randomUUID().toString();
        put("financing_clash", "values ('%1$s', '%1$s', 'handle-1', '%2$s', 'handle-2', '%3$s', now())".formatted(id, party, other));
        know("/api/financing-clashes/", id, party, other);
    }

    private void right(String kind, String prefix, String carrier, String... seers) {
        String id = UUID.randomUUID().toString();
        String record = "{\"carrier\":\"%s\",\"holder\":\"%s\",\"state\":\"held\",\"version\":\"1\"}".formatted(carrier, carrier);
        put("ledger_right", "values ('%s', '%s/%s', '%s', 1, '%s', null, now())".formatted(id, kind, id, kind, record));
        put("ledger_right_event", "values ('%s', 1, 'issue', '%s', 'party-held', 'ab', 1, '%s')".formatted(id, carrier, record));
        List.of(seers).forEach(party -> put("ledger_right_access", "values ('%s', '%s')".formatted(party, id)));
        know(prefix, id, seers);
    }

    private void act(String party) {
        String id = UUID.randomUUID().toString();
        put("ledger_act", """
                (id, party, actor, event, lane, action, intent, signatures, created_at, state, transaction, block, receipt)
                values ('%s', '%s', '%s', '%s', 'bill/x', 'bill.offer', '{}', '{}', now(), 'RECORDED', 'ab', 1, '\\x00')"""
                .formatted(id, party, party.toLowerCase(java.util.Locale.ROOT), id));
        know("/api/acts/", id, party);
    }

    /** The owner of the tables is under row-level security too, but may lift it for a moment. */
    private static void put(String table, String values) {
        try {
            HUB.process().asOwner("alter table %1$s no force row level security; insert into %1$s %2$s; alter table %1$s force row level security"
                    .formatted(table, values));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accepted(String party, byte[] document, String told) {
        JsonNode interchange = HUB.party(party).submitAccepted(document);
        know("/api/interchanges/", interchange.at("/interchange/id").asText(), party);
        know("/api/transmissions/", interchange.at("/interchange/received/transmission").asText(), party);
        await(party + " has " + told + " told").atMost(Duration.ofMinutes(1)).until(() -> HUB.party(party).list("/api/interchanges/"
                + interchange.at("/interchange/id").asText() + "/deliveries").stream().anyMatch(sent -> sent.path("recipient").asText().equals(told)));
    }

    private static byte[] byOther(byte[] document) {
        return new String(document, StandardCharsets.ISO_8859_1).replace("UNOA:2+HUB", "UNOA:2+OTHER").replace("HUBL:172", "OTHL:172")
                .replace("HUBT1", "OTHT1").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] byOtherForwarder(byte[] document) {
        return new String(document, StandardCharsets.ISO_8859_1).replace("UNOA:2+HUB", "UNOA:2+OTHER").replace("3122480007", "3122480015")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String declaration(String party, Shipment shipment) {
        await().until(() -> HUB.party(party).list("/api/declarations?lrn=" + shipment.lrn()).stream()
                .anyMatch(found -> found.path("stage").asText().equals("released")));
        return HUB.party(party).list("/api/declarations?lrn=" + shipment.lrn()).getFirst().path("id").asText();
    }

    private static String consignment(String party, Shipment shipment) {
        return HUB.party(party).consignment(shipment.bill()).at("/consignment/id").asText();
    }
}
