package io.fairway.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A ledger with a charter and everybody a port needs. Traders and hauliers have no organisation of their own; the hub's registered them. */
final class Harbour {
    static final String CHARTER = "BankMSP member bank;CarrierMSP member carrier;CustomsMSP member authority,clock,court,customs;"
            + "HubMSP hub haulier,hub,trader;PortMSP member port,terminal";
    static final String DIGEST = "ab".repeat(32);
    static final String OTHER_DIGEST = "cd".repeat(32);

    private final MemoryLedger ledger = new MemoryLedger();
    private final Map<String, TestKey> keys = new TreeMap<>();
    private int events;

    /** A ledger on which nothing happened. */
    static Harbour empty() {
        return new Harbour();
    }

    static Harbour open() {
        Harbour harbour = empty();
        harbour.order("@CarrierMSP", "charter.propose", "charter").with("organisations", CHARTER).succeeds();
        for (String organisation : List.of("BankMSP", "CustomsMSP", "HubMSP", "PortMSP")) {
            harbour.order("@" + organisation, "charter.ratify", "charter").succeeds();
        }
        harbour.settle("ocean-line", "CarrierMSP", "carrier");
        harbour.settle("other-line", "CarrierMSP", "carrier");
        harbour.settle("customs", "CustomsMSP", "authority,customs");
        harbour.settle("court", "CustomsMSP", "court");
        harbour.settle("clockmaker", "CustomsMSP", "clock");
        harbour.settle("bank", "BankMSP", "bank");
        harbour.settle("other-bank", "BankMSP", "bank");
        harbour.settle("terminal", "PortMSP", "terminal");
        harbour.settle("port", "PortMSP", "port");
        for (String trader : List.of("shipper", "buyer", "forwarder")) {
            harbour.settle(trader, "HubMSP", "trader");
        }
        harbour.settle("haulier", "HubMSP", "haulier");
        harbour.settle("other-haulier", "HubMSP", "haulier");
        harbour.settle("hub", "HubMSP", "hub");
        return harbour;
    }

    void settle(String party, String organisation, String roles) {
        settle(party, organisation, roles, "party-held");
    }

    void settle(String party, String organisation, String roles, String custody) {
        register(party, organisation, roles, custody).succeeds();
        if (organisation.equals("HubMSP")) {
            order("@PortMSP", "party.confirm", "party/" + party).succeeds();
        }
    }

    Order register(String party, String organisation, String roles, String custody) {
        TestKey key = TestKey.create();
        keys.put(party, key);
        return order(party, "party.register", "party/" + party).with("key", key.spki()).with("roles", roles).with("custody", custody)
                .with("organisation", organisation).by(Identities.administrator(organisation));
    }

    Order order(String actor, String action, String subject) {
        Fields fields = Fields.none().with("action", action).with("actor", actor).with("event", "event-%06d".formatted(++events))
                .with("expiry", ledger.time().plus(Duration.ofHours(1)).toString()).with("ledger", MemoryLedger.CHANNEL).with("subject", subject)
                .with("version", version(subject));
        Order order = new Order(this, fields);
        return actor.startsWith("@") ? order.by(Identities.administrator(actor.substring(1))) : order.by(Identities.client("HubMSP")).signedBy(actor);
    }

    long version(String subject) {
        return isSubject(subject) && exists(subject) ? read(subject).number("version") : 0;
    }

    private static boolean isSubject(String subject) {
        return List.of(Subject.Kind.values()).stream().anyMatch(kind -> subject.matches(kind.pattern()));
    }

    boolean exists(String subject) {
        return ask("read", subject).isEndorsed();
    }

    Fields read(String subject) {
        return ask("read", subject).outcome();
    }

    List<Fields> list(String... question) {
        MemoryLedger.Proposal answer = ask(question);
        assertThat(answer.isEndorsed()).as(answer.response().getMessage()).isTrue();
        return answer.response().getStringPayload().lines().map(Fields::parse).toList();
    }

    MemoryLedger.Proposal ask(String... question) {
        return ledger.propose(Identities.client("BankMSP"), Map.of(), List.of(question));
    }

    TestKey key(String party) {
        return keys.get(party);
    }

    void setKey(String party, TestKey key) {
        keys.put(party, key);
    }

    MemoryLedger ledger() {
        return ledger;
    }

    void pass(Duration duration) {
        ledger.setTime(ledger.time().plus(duration));
    }

    String in(Duration duration) {
        return ledger.time().plus(duration).toString();
    }

    /** A bill of the ocean line, made out to the order of the shipper, who holds it. */
    String issueBill(int number) {
        String subject = bill(number, 1);
        order("ocean-line", "bill.issue", subject).to("shipper").with("root", DIGEST).with("form", "order").with("orderTo", "shipper").succeeds();
        return subject;
    }

    static String bill(int number, int generation) {
        return "bill/ocean-line/" + number(number) + "/" + generation;
    }

    static String number(int number) {
        return Intent.sha256(("number " + number).getBytes(UTF_8));
    }

    /** A release of two containers to the forwarder, ready for the gate but for the haulier. */
    String issueRelease(int number) {
        releaseOrder(number).succeeds();
        return "release/ocean-line/release-%04d".formatted(number);
    }

    Order releaseOrder(int number) {
        return order("ocean-line", "release.issue", "release/ocean-line/release-%04d".formatted(number)).to("forwarder").with("kind", "waybill")
                .with("number", number(number)).with("root", DIGEST).with("terminal", "terminal").with("units", units(number))
                .with("charges", "settled").with("validFrom", ledger.time().toString()).with("validUntil", in(Duration.ofDays(5)));
    }

    static String units(int number) {
        return String.join(",", Stream.of(number("unit a" + number), number("unit b" + number)).sorted().toList());
    }

    private static String number(String text) {
        return Intent.sha256(text.getBytes(UTF_8));
    }
}
