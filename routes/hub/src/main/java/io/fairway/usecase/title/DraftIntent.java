package io.fairway.usecase.title;

import io.fairway.ledger.IntentSignature;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.ActRefusedException.Kind;
import io.fairway.usecase.view.IntentView;
import io.fairway.usecase.view.RightView;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the intent that a party then signs on its own side: subject, version, commitments and ids of the ledger in place of the business
 * numbers the party knows. Nothing is kept but what the commitments stand for.
 */
public final class DraftIntent {
    private static final Set<String> PARTIES = Set.of("recipient", "orderTo", "terminal");
    private static final Set<String> TRANSLATED = Set.of("right", "bill", "number", "containers", "goods", "unit", "carrier", "invoice", "amount", "contact",
            Quantity.NAME);
    private static final Duration LIFE = Duration.ofDays(1);

    private final Rights rights;
    private final Acts acts;
    private final Commitments commitments;
    private final Transactions transactions;
    private final Identifiers identifiers;
    private final InstantSource clock;
    private final String channel;
    private final RandomGenerator salts;

    /** @param channel the ledger channel @param salts a source that nobody can foretell */
    public DraftIntent(Rights rights, Acts acts, Commitments commitments, Transactions transactions, Identifiers identifiers,
                       InstantSource clock, String channel, RandomGenerator salts) {
        this.rights = rights;
        this.acts = acts;
        this.commitments = commitments;
        this.transactions = transactions;
        this.identifiers = identifiers;
        this.clock = clock;
        this.channel = channel;
        this.salts = salts;
    }

    /**
     * Drafts one.
     *
     * @param wish flat JSON object of texts: {@code action} and its members as docs/contract.md has them, but parties by their ids here,
     *             {@code right} the id of the bill or release, {@code number} a bill number, {@code bill} the id of the surrendered bill,
     *             {@code containers} container numbers with commas, or of bulk {@code goods} the kind, with {@code amount} (whole) and {@code unit}
     *             (UN/ECE Recommendation 20) of what is released or fetched; for {@code financing.claim} {@code carrier}, {@code number}, {@code invoice}
     *             and {@code amount}; for {@code attestation.make} one container
     * @throws ActRefusedException if a member is missing or wrong, or names what the caller does not see
     */
    public IntentView draft(Caller caller, String wish) {
        try {
            return drafted(caller, FlatRecord.read(wish));
        } catch (IllegalArgumentException e) {
            throw new ActRefusedException(Kind.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private IntentView drafted(Caller caller, FlatRecord wish) {
        var intent = new TreeMap<String, String>();
        wish.members().forEach((name, value) -> {
            if (!TRANSLATED.contains(name)) {
                intent.put(name, PARTIES.contains(name) ? LedgerNames.of(new PartyId(value)) : value);
            }
        });
        String action = wish.text("action");
        String actor = LedgerNames.of(caller.party());
        intent.put("actor", actor);
        intent.put("ledger", channel);
        intent.putIfAbsent("event", identifiers.next().toString());
        intent.putIfAbsent("expiry", clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS).toString());
        var unrecorded = new TreeMap<String, String>();
        if (action.equals("release.issue") && wish.find("goods").isPresent() || action.equals("release.redeem")) {
            quantity(wish).ifPresent(quantity -> {
                intent.put(Quantity.NAME, quantity.commitment());
                unrecorded.put(Quantity.NAME, quantity.canonical());
            });
        }
        switch (action) {
            case "bill.issue" -> issueBill(actor, wish, intent);
            case "release.issue" -> issueRelease(caller, actor, wish, intent);
            case "financing.claim" -> claim(caller, wish, intent);
            case "attestation.make" -> attest(actor, wish, intent);
            default -> move(caller, wish, action, intent);
        }
        String written = FlatRecord.of(intent).canonical();
        return new IntentView(written, IntentSignature.DOMAIN + "\n" + written, unrecorded);
    }

    private void issueBill(String actor, FlatRecord wish, Map<String, String> intent) {
        String number = wish.text("number");
        String digest = commitments.ofBill(actor, number);
        intent.put("subject", "bill/" + actor + "/" + digest + "/" + (rights.generations(actor, digest) + 1));
        intent.put("version", "0");
        explain(digest, "BILL", number);
    }

    private void issueRelease(Caller caller, String actor, FlatRecord wish, Map<String, String> intent) {
        intent.put("subject", "release/" + actor + "/" + identifiers.next());
        intent.put("version", "0");
        wish.find("bill").ifPresent(bill -> intent.put("bill", seen(caller, RightKind.BILL, bill).subject()));
        wish.find("number").ifPresent(number -> {
            intent.put("number", commitments.ofBill(actor, number));
            explain(commitments.ofBill(actor, number), "BILL", number);
        });
        intent.put("units", wish.find("goods").isPresent() ? goods(wish, intent) : containers(wish));
    }

    private String containers(FlatRecord wish) {
        return Stream.of(wish.text("containers").split(",")).map(container -> {
            String digest = commitments.ofUnit(container);
            explain(digest, "UNIT", container);
            return digest;
        }).sorted().distinct().collect(Collectors.joining(","));
    }

    /** What is carried in bulk is one unit: this kind of goods of this bill. */
    private String goods(FlatRecord wish, Map<String, String> intent) {
        if (wish.find("containers").isPresent() || !intent.containsKey(Quantity.NAME)) {
            throw new IllegalArgumentException("Expected goods with amount and unit, and no containers");
        }
        String bill = Optional.ofNullable(intent.get("bill")).map(subject -> subject.split("/")[2]).or(() -> Optional.ofNullable(intent.get("number")))
                .orElseThrow(() -> new IllegalArgumentException("Expected the member bill or number"));
        String digest = commitments.ofGoods(bill, wish.text("goods"));
        explain(digest, "GOODS", wish.text("goods"));
        return digest;
    }

    private Optional<Quantity> quantity(FlatRecord wish) {
        return wish.find("amount").map(amount -> Quantity.of(amount, wish.text("unit"), salts));
    }

    /** The contact is a handle that only the hub can follow to the caller. */
    private void claim(Caller caller, FlatRecord wish, Map<String, String> intent) {
        String number = wish.text("number");
        String digest = commitments.ofFinancing(LedgerNames.of(new PartyId(wish.text("carrier"))), number, wish.text("invoice"), wish.text("amount"));
        String contact = identifiers.next().toString();
        intent.put("subject", "financing/" + digest);
        intent.put("version", "0");
        intent.put("contact", contact);
        explain(digest, "FINANCING", number);
        transactions.asHub(() -> {
            acts.reach(contact, caller.party());
            return contact;
        });
    }

    private void attest(String actor, FlatRecord wish, Map<String, String> intent) {
        String container = wish.text("containers");
        String digest = commitments.ofUnit(container);
        intent.put("subject", RightKind.ATTESTATION.word() + "/" + actor + "/" + identifiers.next());
        intent.put("version", "0");
        intent.put("about", digest);
        explain(digest, "UNIT", container);
    }

    private void move(Caller caller, FlatRecord wish, String action, Map<String, String> intent) {
        RightView right = seen(caller, RightKind.ofAction(action), wish.text("right"));
        intent.put("subject", right.subject());
        intent.put("version", Long.toString(right.version()));
        wish.find("containers").ifPresent(containers -> intent.put("units", Stream.of(containers.split(",")).map(commitments::ofUnit).sorted()
                .distinct().collect(Collectors.joining(","))));
    }

    private RightView seen(Caller caller, RightKind kind, String id) {
        return rights.find(caller, kind, UUID.fromString(id))
                .orElseThrow(() -> new ActRefusedException(Kind.UNSEEN, "Nothing is known to you under " + id));
    }

    private void explain(String digest, String kind, String value) {
        transactions.asHub(() -> {
            acts.explain(digest, kind, value);
            return value;
        });
    }
}
