package io.fairway.usecase;

import io.fairway.clearance.Agency;
import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ClearanceEvent.BulkFact;
import io.fairway.clearance.ClearanceEvent.BulkFetched;
import io.fairway.clearance.ClearanceEvent.BulkReleaseEnded;
import io.fairway.clearance.ClearanceEvent.BulkReleased;
import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.HoldLifted;
import io.fairway.clearance.ClearanceEvent.HoldPlaced;
import io.fairway.clearance.Decision;
import io.fairway.clearance.Hold;
import io.fairway.clearance.Role;
import io.fairway.clearance.Source;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContainerReleaseOrder.ReleasedContainer;
import io.fairway.document.DocumentFunction;
import io.fairway.document.Manifest;
import io.fairway.document.Party;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.usecase.LedgerNews.News;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.title.LedgerNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings to the cases what happened to bills and releases on the ledger: a bill that lives keeps its carrier from releasing, its accepted
 * surrender no longer; a release that can be redeemed is the carrier's leave to hand over, a revoked or expired one takes it back, a hold
 * blocks its containers; whom a bill is pledged to sees its case while it is. Each in its own transaction under the case's lock.
 */
public final class ApplyLedgerNews {
    private static final int MOST_ATTEMPTS = 5;

    private final Transactions transactions;
    private final LedgerNews news;
    private final Consignments consignments;
    private final Parties parties;
    private final Pledges pledges;
    private final TellCounterparts tell;
    private final Wakeups wakeups;

    public ApplyLedgerNews(Transactions transactions, LedgerNews news, Consignments consignments, Parties parties, Pledges pledges,
                           TellCounterparts tell, Wakeups wakeups) {
        this.transactions = transactions;
        this.news = news;
        this.consignments = consignments;
        this.parties = parties;
        this.pledges = pledges;
        this.tell = tell;
        this.wakeups = wakeups;
    }

    /** Applies what is pending, in the ledger's order. What fails again and again is parked and holds back its own right only. */
    public void applyPending() {
        Optional<News> next = transactions.asHub(news::next);
        for (; next.isPresent(); next = transactions.asHub(news::next)) {
            if (!applies(next.get())) {
                return;
            }
            wakeups.outboundReady();
        }
    }

    private boolean applies(News next) {
        try {
            transactions.asRecordedHub(() -> {
                if (news.claim(next.position())) {
                    news.conclude(next.position(), apply(next));
                }
                return next;
            });
            return true;
        } catch (IllegalArgumentException | IllegalStateException e) {
            transactions.asHub(() -> {
                news.recordFailure(next.position(), String.valueOf(e.getMessage()), MOST_ATTEMPTS);
                return next;
            });
            return false;
        }
    }

    /** Why it was kept; empty when it was applied or concerns no case. */
    private String apply(News next) {
        boolean isRelease = next.action().startsWith("release.");
        if (!isRelease && !BillNews.concernsACase(next)) {
            return "";
        }
        Optional<PartyRecord> carrier = LedgerNames.party(next.record().text(isRelease ? "issuer" : "carrier")).flatMap(parties::find);
        Optional<PendingFact> manifest = carrier.flatMap(issuer -> next.number().flatMap(number -> news.manifest(issuer.id(), new BillNumber(number))));
        if (carrier.isEmpty() || manifest.isEmpty()) {
            return LedgerNews.NO_CASE;
        }
        PendingFact fact = manifest.get();
        ClearanceCase before = consignments.lock(fact.consignment());
        if (!isRelease) {
            pledges.settle(next.subject(), fact.consignment(), BillNews.pledgee(next).filter(bank -> parties.find(bank).isPresent()), next.toldAt());
        }
        Optional<Decision> decision = isRelease ? released(next, before, carrier.get(), fact) : moved(next, before);
        return decision.map(made -> concluded(before, fact, made)).orElse("");
    }

    private Optional<Decision> moved(News next, ClearanceCase before) {
        return BillNews.of(next, before.state()).flatMap(moved -> speaker(next).map(speaker ->
                before.decide(moved, next.toldAt(), new Source(speaker.id().value(), speaker.roles(), "", "", next.toldAt()))));
    }

    private Optional<Decision> released(News next, ClearanceCase before, PartyRecord carrier, PendingFact manifest) {
        return switch (next.action()) {
            case "release.hold" -> speaker(next).map(speaker -> before.decide(
                    new HoldPlaced(new Hold(agency(speaker), id(next.record()), "", containers(next))), next.toldAt(), source(speaker, next)));
            case "release.lift" -> speaker(next).map(speaker -> before.decide(new HoldLifted(agency(speaker), id(next.record())), next.toldAt(),
                    source(speaker, next)));
            default -> BulkNews.isAbout(next)
                    ? BulkNews.of(next, news, isOpen(next.record()), id(next.record())).flatMap(fact -> ofBulk(fact, next, before, carrier))
                    : ofContainers(next, before, carrier, manifest);
        };
    }

    private Optional<Decision> ofBulk(BulkFact fact, News next, ClearanceCase before, PartyRecord carrier) {
        return switch (fact) {
            case BulkReleased _ -> Optional.of(before.decide(fact, since(next, before), source(carrier, next)));
            case BulkFetched _, BulkReleaseEnded _ -> speaker(next).map(speaker -> before.decide(fact, next.toldAt(), source(speaker, next)));
        };
    }

    private Optional<Decision> ofContainers(News next, ClearanceCase before, PartyRecord carrier, PendingFact manifest) {
        Source byCarrier = new Source(carrier.id().value(), carrier.roles(), id(next.record()), "", next.toldAt());
        return switch (next.action()) {
            case "release.issue", "release.charge", "release.fulfil", "release.extend", "release.acceptNomination" -> isOpen(next.record())
                    ? Optional.of(before.decide(new CarrierReleased(order(next, before, manifest, ofRelease(next, before))), since(next, before), byCarrier))
                    : Optional.empty();
            case "release.revoke", "release.expire" ->
                    Optional.of(before.decide(order(next, before, manifest, DocumentFunction.CANCEL), byCarrier));
            default -> Optional.empty();
        };
    }

    private String concluded(ClearanceCase before, PendingFact fact, Decision decision) {
        return switch (decision) {
            case Decision.Applied applied -> {
                ClearanceCase after = before.with(applied.events());
                consignments.save(fact.consignment(), after, applied.events(), applied.reconsidered(), fact.id());
                tell.tell(after, fact, applied.notices());
                yield "";
            }
            case Decision.Kept kept -> {
                consignments.save(fact.consignment(), before.with(kept.events()), kept.events(), List.of(), fact.id());
                yield kept.reason().code();
            }
            case Decision.Repeated _ -> "";
            case Decision.Refused refused -> refused.reason().code();
        };
    }

    /** A release counts from when it says it may be used, also where the hub learns of it later; but behind the end of an earlier one. */
    private Instant since(News next, ClearanceCase before) {
        Instant said = next.record().find("validFrom").map(Instant::parse).filter(next.toldAt()::isAfter).orElse(next.toldAt());
        return EndedReleases.latest(before, containers(next)).filter(said::isBefore).orElse(said);
    }

    /** The terminal hears of a release once; of its haulier or its last day as a replacement of what it heard. */
    private static DocumentFunction ofRelease(News next, ClearanceCase before) {
        boolean known = before.state().containers().values().stream().flatMap(container -> container.carrierRelease().stream())
                .anyMatch(release -> release.reference().equals(id(next.record())));
        return known ? DocumentFunction.REPLACE : DocumentFunction.ORIGINAL;
    }

    /** Nothing but customs' own release stands in the way; that one is judged by the case itself. */
    private static boolean isOpen(FlatRecord record) {
        return record.text("state").equals("active") && record.find("charges").filter("settled"::equals).isPresent()
                && record.list("conditions").stream().allMatch("customs-release"::equals);
    }

    private ContainerReleaseOrder order(News next, ClearanceCase before, PendingFact manifest, DocumentFunction function) {
        FlatRecord record = next.record();
        Manifest said = (Manifest) manifest.document();
        String haulier = record.find("haulierState").filter("accepted"::equals).flatMap(state -> record.find("haulier"))
                .flatMap(LedgerNames::party).flatMap(parties::find).map(ApplyLedgerNews::codeOf).orElse("");
        String terminal = LedgerNames.party(record.text("terminal")).map(PartyId::value).orElse("");
        List<ReleasedContainer> released = containers(next).stream()
                .map(number -> new ReleasedContainer(number, "", List.of(), "", haulier)).toList();
        return new ContainerReleaseOrder(id(record), function, next.toldAt(), id(record), said.voyage(), said.portOfArrival(),
                said.carrier().code().isEmpty() ? Party.coded(before.key().carrier()) : said.carrier(), terminal, Optional.empty(), before.key().bill(),
                released, record.find("validUntil").map(Instant::parse), "");
    }

    private static String codeOf(PartyRecord haulier) {
        return haulier.codes().stream().sorted().findFirst().orElse(haulier.id().value());
    }

    private List<ContainerNumber> containers(News next) {
        return news.containers(next.record().list("units")).stream().map(ContainerNumber::new).toList();
    }

    /** The release's id without hyphens, in the 35 characters of a reference. */
    private static String id(FlatRecord record) {
        String[] subject = record.text("subject").split("/");
        String id = subject[subject.length - 1].replace("-", "");
        return id.substring(Math.max(0, id.length() - 32));
    }

    private Optional<PartyRecord> speaker(News next) {
        return LedgerNames.party(next.by()).flatMap(parties::find);
    }

    private static Source source(PartyRecord speaker, News next) {
        return new Source(speaker.id().value(), speaker.roles(), id(next.record()), "", next.toldAt());
    }

    private static Agency agency(PartyRecord speaker) {
        return Stream.of(Agency.CUSTOMS, Agency.BORDER, Agency.MARITIME).filter(agency -> speaker.roles().contains(role(agency))).findFirst()
                .orElse(Agency.CARRIER);
    }

    private static Role role(Agency agency) {
        return agency.speaker();
    }
}
