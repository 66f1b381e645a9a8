package io.fairway.clearance.gate;

import io.fairway.document.finding.Text;
import io.fairway.document.gate.DeviceMessage;
import io.fairway.document.gate.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a device is to be believed: that it lives, that its clock goes right, that what it says can be read. Immutable.
 *
 * @param beat its last sign of life; empty when it never gave one
 * @param drift between its clock and ours in its last message, where that is too much; else zero
 */
public record DeviceHealth(String device, Optional<Beat> beat, Duration drift, Nonsense nonsense) {

    /** @param every how often the device said that it gives one */
    public record Beat(Instant last, Duration every) {
    }

    /**
     * Messages that were none.
     *
     * @param count of them since {@code since}
     * @param last when the last one came
     */
    public record Nonsense(int count, Instant since, Instant last) {
        /** Nothing of the kind. */
        public static final Nonsense NONE = new Nonsense(0, Instant.EPOCH, Instant.EPOCH);
    }

    /** How a device stands. */
    public enum State {
        /** It lives, and is believed. */
        SOUND("The device works.", "设备正常。"),
        /** It is believed, and nobody would notice if it died between two trucks. */
        UNWATCHED("The device gives no heartbeat; it is believed as long as it speaks.", "设备不发心跳，仅凭读数判断。"),
        SILENT("The device gives no heartbeat. What it says does not count.", "设备心跳中断，其读数不予采信。"),
        CLOCK_DRIFTS("The device's clock is wrong. What it says does not count.", "设备时钟偏差过大，其读数不予采信。"),
        NONSENSE("The device sends nonsense. What it says does not count.", "设备发送的数据无效，其读数不予采信。");

        private final Text text;

        State(String english, String chinese) {
            this.text = new Text(english, chinese);
        }

        /** In words. */
        public Text text() {
            return text;
        }

        /** Whether what the device says counts; an alarm always does. */
        public boolean counts() {
            return this == SOUND || this == UNWATCHED;
        }
    }

    /** A device that was not heard yet. */
    public static DeviceHealth unheard(String device) {
        return new DeviceHealth(device, Optional.empty(), Duration.ZERO, Nonsense.NONE);
    }

    /** It said something that could be read. Only a heartbeat says that a silent device is back. */
    public DeviceHealth heard(DeviceMessage message, DevicePolicy policy) {
        Duration found = message.drift();
        Duration far = found.compareTo(policy.farthestClock()) > 0 ? found : Duration.ZERO;
        Optional<Beat> last = message instanceof Heartbeat living ? Optional.of(new Beat(living.receivedAt(), living.every())) : beat;
        return new DeviceHealth(device, last, far, nonsense);
    }

    /** It said something that could not be read. Much more of it than is needed to be disbelieved is counted once a second. */
    public DeviceHealth spokeNonsense(Instant at, DevicePolicy policy) {
        boolean counted = nonsense.count() >= policy.nonsense() && at.isBefore(nonsense.last().plusSeconds(1));
        if (counted) {
            return this;
        }
        boolean fresh = at.isAfter(nonsense.since().plus(policy.window())) && !isNonsense(at, policy);
        Nonsense more = fresh ? new Nonsense(1, at, at) : new Nonsense(nonsense.count() + 1, nonsense.since(), at);
        return new DeviceHealth(device, beat, drift, more);
    }

    /** How it stands now; where several things are wrong, the one that says most. */
    public State state(Instant now, DevicePolicy policy) {
        if (isNonsense(now, policy)) {
            return State.NONSENSE;
        }
        if (!drift.isZero()) {
            return State.CLOCK_DRIFTS;
        }
        if (beat.isEmpty()) {
            return switch (policy.heartbeats()) {
                case ANNOUNCED -> State.UNWATCHED;
                case DEMANDED -> State.SILENT;
            };
        }
        Beat last = beat.get();
        return now.isAfter(last.last().plus(last.every().multipliedBy(policy.missedBeats()))) ? State.SILENT : State.SOUND;
    }

    private boolean isNonsense(Instant now, DevicePolicy policy) {
        return nonsense.count() >= policy.nonsense() && now.isBefore(nonsense.last().plus(policy.window()));
    }
}
