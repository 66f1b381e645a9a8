package io.fairway.usecase.gate;

import io.fairway.document.finding.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * Something at the gate that people must look at.
 *
 * @param transaction of the passage, where it is about one
 * @param device where it is about one
 */
public record GateAlarm(Optional<String> transaction, Optional<String> device, Kind kind, Instant at) {

    /** About a passage. */
    public static GateAlarm ofPassage(String transaction, Kind kind, Instant at) {
        return new GateAlarm(Optional.of(transaction), Optional.empty(), kind, at);
    }

    /** About a device that is not believed any more. */
    public static GateAlarm ofDevice(String device, Kind kind, Instant at) {
        return new GateAlarm(Optional.empty(), Optional.of(device), kind, at);
    }

    /** Why. */
    public enum Kind {
        /** A truck went past the barrier without leave. */
        BARRIER_BREACH("A truck went past the barrier without leave.", "车辆未经许可通过道闸。"),
        /** What a device said late made an open passage one that must not leave. */
        TIGHTENED("A late reading made the decision stricter.", "迟到的读数使决定变严。"),
        /** Carrier and customs could not be told. */
        NOT_REPORTED("The passage could not be reported.", "无法上报该次过闸。"),
        /** Hub and agent disagree about what happened while the links were down. */
        REVOKED_DURING_OUTAGE("The gate agent let it leave on a pass that had been revoked meanwhile.", "断网期间凭已撤销的凭证放行。"),
        /** A device gives no sign of life; what it says does not count. */
        DEVICE_SILENT("A device gives no heartbeat; what it says does not count.", "设备心跳中断，其读数不予采信。"),
        /** A device's clock is too far away; what it says does not count. */
        DEVICE_CLOCK("The clock of a device is wrong; what it says does not count.", "设备时钟偏差过大，其读数不予采信。"),
        /** A device sends what nobody can read; what it says does not count. */
        DEVICE_NONSENSE("A device sends nonsense; what it says does not count.", "设备发送的数据无效，其读数不予采信。");

        private final Text text;

        Kind(String english, String chinese) {
            this.text = new Text(english, chinese);
        }

        /** In words. */
        public Text text() {
            return text;
        }
    }
}
