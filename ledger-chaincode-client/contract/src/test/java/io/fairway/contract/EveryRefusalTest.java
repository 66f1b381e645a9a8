package io.fairway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.contract.intent.Refusal;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code is met by an attack or a mistake. The switch has no default: a new code does not compile without its case. */
class EveryRefusalTest {
    private static final String SALT = "00112233445566778899aabbccddeeff";

    private final Harbour harbour = Harbour.open();

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void isMet(Refusal refusal) {
        Order order = switch (refusal) {
            case FUNCTION, ARGUMENTS -> raw();
            case INTENT_FORM, INTENT_ACTION, INTENT_LEDGER, INTENT_EXPIRED, INTENT_LIFE, EVENT_REUSED, SIGNATURE, VERSION -> ofTheIntent(refusal);
            case KEY_FORM, KEY_UNKNOWN, KEY_RETIRED, KEY_FOREIGN, KEY_TAKEN, KEY_COUNT -> ofKeys(refusal);
            case PARTY_UNKNOWN, PARTY_INACTIVE, ROLE, ORGANISATION, CHARTER, CLOCK -> ofParties(refusal);
            case NOT_ENTITLED, RECIPIENT, CONSENT, SUBJECT_UNKNOWN, SUBJECT_EXISTS, STATE, BILL_LIVE, BILL_FORM, PLEDGE, DEADLINE -> ofBills(refusal);
            case HELD, HOLD_UNKNOWN, CONDITION, CHARGES, HAULIER, UNIT_UNKNOWN, UNIT_TAKEN, QUANTITY, COMMITMENT -> ofReleases(refusal);
            case ANCHOR_GAP -> harbour.order("hub", "anchor.append", "anchor/hub/journal").with("root", Harbour.DIGEST)
                    .with("previous", Harbour.OTHER_DIGEST).with("first", "0").with("count", "5");
        };
        if (refusal == Refusal.FUNCTION) {
            assertThat(harbour.ask("bill.steal", "{}").code()).isEqualTo("FW-FUNCTION");
        } else if (refusal == Refusal.ARGUMENTS) {
            assertThat(harbour.ask("bill.offer").code()).isEqualTo("FW-ARGUMENTS");
        } else {
            order.isRefused(refusal);
        }
    }

    private Order raw() {
        return harbour.order("shipper", "bill.cancelIntents", Harbour.bill(1, 1));
    }

    private Order ofTheIntent(Refusal refusal) {
        String bill = harbour.issueBill(1);
        Order offer = harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1)));
        switch (refusal) {
            case INTENT_FORM -> offer.with("pin", "4711");
            case INTENT_ACTION -> {
                return new Order(harbour, offer.intent().fields()) {
                    @Override
                    List<String> arguments() {
                        return List.of("bill.endorse", offer.arguments().get(1), offer.arguments().get(2));
                    }
                }.by(Identities.client("HubMSP"));
            }
            case INTENT_LEDGER -> offer.with("ledger", "rehearsal");
            case INTENT_EXPIRED -> harbour.pass(Duration.ofMinutes(61));
            case INTENT_LIFE -> offer.with("expiry", harbour.in(Duration.ofDays(8)));
            case EVENT_REUSED -> {
                offer.succeeds();
                offer.to("forwarder");
            }
            case SIGNATURE -> offer.signedOnlyBy();
            default -> offer.atVersion(0);
        }
        return offer;
    }

    private Order ofKeys(Refusal refusal) {
        String bill = harbour.issueBill(1);
        TestKey fresh = TestKey.create();
        Order add = harbour.order("shipper", "key.add", "party/shipper").with("key", fresh.spki()).signedBy(fresh);
        Order cancel = harbour.order("shipper", "bill.cancelIntents", bill);
        return switch (refusal) {
            case KEY_FORM -> add.with("key", offTheCurve(fresh));
            case KEY_UNKNOWN -> cancel.signedOnlyBy(fresh);
            case KEY_RETIRED -> {
                TestKey stolen = harbour.key("shipper");
                harbour.order("shipper", "key.rotate", "party/shipper").with("key", fresh.spki()).with("custody", "party-held").signedBy(fresh).succeeds();
                yield cancel.signedOnlyBy(stolen);
            }
            case KEY_FOREIGN -> cancel.signedOnlyBy(harbour.key("buyer"));
            case KEY_TAKEN -> add.with("key", harbour.key("buyer").spki()).signedOnlyBy(harbour.key("shipper"), harbour.key("buyer"));
            default -> {
                for (int more = 0; more < 19; more++) {
                    TestKey key = TestKey.create();
                    harbour.order("shipper", "key.add", "party/shipper").with("key", key.spki()).signedBy(key).succeeds();
                }
                yield add.atVersion(harbour.version("party/shipper"));
            }
        };
    }

    private Order ofParties(Refusal refusal) {
        return switch (refusal) {
            case PARTY_UNKNOWN -> harbour.order("shipper", "bill.offer", harbour.issueBill(1)).to("nobody").with("deadline", harbour.in(Duration.ofDays(1)));
            case PARTY_INACTIVE -> {
                harbour.order("@HubMSP", "party.suspend", "party/shipper").succeeds();
                yield harbour.order("shipper", "anchor.append", "anchor/shipper/mine").with("root", Harbour.DIGEST).with("previous", "0".repeat(64))
                        .with("first", "0").with("count", "1");
            }
            case ROLE -> harbour.order("shipper", "bill.issue", "bill/shipper/" + Harbour.DIGEST + "/1").to("buyer").with("root", Harbour.DIGEST)
                    .with("form", "bearer");
            case ORGANISATION -> harbour.order("@CarrierMSP", "party.suspend", "party/ocean-line").by(Identities.client("CarrierMSP"));
            case CHARTER -> harbour.register("lorry", "HubMSP", "carrier", "party-held");
            default -> {
                harbour.order("clockmaker", "clock.tick", "clock").with("at", harbour.ledger().time().toString()).succeeds();
                harbour.pass(Duration.ofMinutes(-10));
                yield harbour.order("shipper", "bill.cancelIntents", Harbour.bill(1, 1));
            }
        };
    }

    private Order ofBills(Refusal refusal) {
        String bill = harbour.issueBill(1);
        Order offer = harbour.order("shipper", "bill.offer", bill).to("buyer").with("deadline", harbour.in(Duration.ofDays(1)));
        return switch (refusal) {
            case NOT_ENTITLED -> harbour.order("buyer", "bill.surrender", bill).with("purpose", "delivery");
            case RECIPIENT -> offer.to("shipper");
            case CONSENT -> {
                harbour.order("shipper", "bill.pledge", bill).to("bank").succeeds();
                yield offer.atVersion(2);
            }
            case SUBJECT_UNKNOWN -> harbour.order("shipper", "bill.cancelIntents", Harbour.bill(2, 1));
            case SUBJECT_EXISTS -> harbour.order("ocean-line", "bill.issue", Harbour.bill(2, 7)).to("buyer").with("root", Harbour.DIGEST)
                    .with("form", "bearer");
            case STATE -> harbour.order("ocean-line", "bill.acceptSurrender", bill);
            case BILL_LIVE -> harbour.order("ocean-line", "bill.issue", Harbour.bill(1, 2)).to("buyer").with("root", Harbour.DIGEST).with("form", "bearer");
            case BILL_FORM -> harbour.order("ocean-line", "bill.issue", Harbour.bill(2, 1)).to("buyer").with("root", Harbour.DIGEST).with("form", "order");
            case PLEDGE -> harbour.order("bank", "bill.releasePledge", bill);
            default -> offer.with("deadline", harbour.in(Duration.ofDays(31)));
        };
    }

    private Order ofReleases(Refusal refusal) {
        if (refusal == Refusal.QUANTITY || refusal == Refusal.COMMITMENT) {
            Order bulk = harbour.releaseOrder(1).with("units", Harbour.DIGEST);
            return refusal == Refusal.QUANTITY ? bulk.with("quantity", Harbour.DIGEST)
                    : bulk.withQuantity("5000", SALT).with("quantity", Harbour.DIGEST);
        }
        Order order = harbour.releaseOrder(1);
        switch (refusal) {
            case CHARGES -> order.with("charges", "due");
            case CONDITION -> order.with("conditions", "customs-release");
            default -> { }
        }
        order.succeeds();
        String release = "release/ocean-line/release-0001";
        harbour.order("forwarder", "release.nominate", release).to("haulier").succeeds();
        if (refusal == Refusal.UNIT_TAKEN) {
            return harbour.releaseOrder(2).with("units", Harbour.units(1));
        }
        if (refusal == Refusal.HOLD_UNKNOWN) {
            return harbour.order("customs", "release.lift", release);
        }
        if (refusal != Refusal.HAULIER) {
            harbour.order("haulier", "release.acceptNomination", release).succeeds();
        }
        if (refusal == Refusal.HELD) {
            harbour.order("customs", "release.hold", release).with("reason", "examination").succeeds();
        }
        return harbour.order("terminal", "release.redeem", release).to("haulier")
                .with("units", refusal == Refusal.UNIT_UNKNOWN ? Harbour.DIGEST : Harbour.units(1));
    }

    private static String offTheCurve(TestKey key) {
        byte[] encoded = Base64.getDecoder().decode(key.spki());
        encoded[encoded.length - 1] ^= 1;
        return Base64.getEncoder().encodeToString(encoded);
    }
}
