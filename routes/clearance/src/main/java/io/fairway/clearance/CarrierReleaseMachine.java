package io.fairway.clearance;

import static io.fairway.clearance.Verdict.illegal;
import static io.fairway.clearance.Verdict.moved;
import static io.fairway.clearance.Verdict.waits;

import io.fairway.clearance.ClearanceEvent.CarrierFact;
import io.fairway.clearance.ClearanceEvent.CarrierReleaseRevoked;
import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.ReleaseExpired;
import io.fairway.clearance.Verdict.Patience;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.ContainerReleaseOrder.ReleasedContainer;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The carrier's release, independent of customs': either may come first, also before discharge; the container is ready once it is in
 * the yard with both. While an electronic bill lives on the ledger the carrier's release waits for its surrender to be accepted.
 */
final class CarrierReleaseMachine {

    private CarrierReleaseMachine() {
    }

    static Verdict judge(CaseState state, CarrierFact fact, Instant at) {
        return switch (fact) {
            case CarrierReleased released -> release(state, released.order());
            case CarrierReleaseRevoked revoked -> revoke(state, revoked.order());
            case ReleaseExpired expired -> expire(state, expired.releaseReference(), at);
        };
    }

    private static Verdict release(CaseState state, ContainerReleaseOrder order) {
        List<ContainerNumber> meant = meant(state, order);
        if (meant.isEmpty() || !state.manifest().containers().containsAll(meant)) {
            return waits(Patience.UNTIL_IT_FITS, "CONTAINER_NOT_MANIFESTED", "The release names containers that are not on the manifest of the bill.",
                    "放货单中的集装箱不在该提单舱单上。");
        }
        if (state.bill().filter(bill -> bill.standing().isLive()).isPresent()) {
            return Reasons.billNotSurrendered();
        }
        Map<ContainerNumber, ContainerState> released = new HashMap<>();
        for (ContainerState container : known(state, meant)) {
            if (container.position().gone()) {
                return illegal(Reasons.alreadyGone(container.number()));
            }
            Optional<Hold> hold = state.holds().stream()
                    .filter(each -> each.agency() == Agency.CARRIER && each.covers(container.number())).findFirst();
            if (hold.isPresent()) {
                return illegal(Reasons.held(hold.get()));
            }
            released.put(container.number(), container.released(new CarrierRelease(reference(order), haulier(order, container.number()),
                    order.validUntil())));
        }
        return moved(state.withAll(released));
    }

    /** Takes back what is still there; what has left cannot be called back by its carrier. */
    private static Verdict revoke(CaseState state, ContainerReleaseOrder order) {
        List<ContainerState> standing = known(state, meant(state, order)).stream()
                .filter(container -> container.carrierRelease().filter(release -> order.releaseReference().isEmpty()
                        || release.reference().equals(order.releaseReference())).isPresent()).toList();
        if (standing.isEmpty()) {
            return waits(Patience.SAME_MINUTE, "NOTHING_TO_REVOKE", "There is no such release to take back.", "没有可撤销的放货单。");
        }
        List<ContainerState> there = standing.stream().filter(container -> !container.position().gone()).toList();
        if (there.isEmpty()) {
            return illegal(Reasons.alreadyGone(standing.getFirst().number()));
        }
        return moved(withdraw(state, there));
    }

    private static Verdict expire(CaseState state, String reference, Instant at) {
        List<ContainerState> expired = state.containers().values().stream()
                .filter(container -> !container.position().gone() && container.carrierRelease()
                        .filter(release -> release.reference().equals(reference) && release.isExpiredAt(at)).isPresent()).toList();
        return expired.isEmpty()
                ? illegal("NOT_EXPIRED", "No standing release " + reference + " is past its last day.", "没有过期的放货单" + reference + "。")
                : moved(withdraw(state, expired));
    }

    private static CaseState withdraw(CaseState state, List<ContainerState> containers) {
        Map<ContainerNumber, ContainerState> withdrawn = new HashMap<>();
        containers.forEach(container -> withdrawn.put(container.number(), container.withdrawn()));
        return state.withAll(withdrawn);
    }

    private static List<ContainerNumber> meant(CaseState state, ContainerReleaseOrder order) {
        return order.containers().isEmpty() ? state.manifest().containers()
                : order.containers().stream().map(ReleasedContainer::number).toList();
    }

    private static List<ContainerState> known(CaseState state, List<ContainerNumber> numbers) {
        List<ContainerState> known = new ArrayList<>();
        numbers.forEach(number -> state.container(number).ifPresent(known::add));
        return known;
    }

    private static String reference(ContainerReleaseOrder order) {
        return order.releaseReference().isEmpty() ? order.reference() : order.releaseReference();
    }

    private static String haulier(ContainerReleaseOrder order, ContainerNumber number) {
        return order.containers().stream().filter(container -> container.number().equals(number)).map(ReleasedContainer::haulier)
                .findFirst().orElse("");
    }
}
