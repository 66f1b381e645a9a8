package io.fairway.usecase.gate;

import io.fairway.document.finding.Text;
import java.time.Instant;

/** Something at the gate that people must look at. @param transaction of the passage */
public record GateAlarm(String transaction, Kind kind, Instant at) {

    /** Why. */
    public enum Kind {
        /** A truck went past the barrier without leave. */
        BARRIER_BREACH("A truck went past the barrier without leave.", "车辆未经许可通过道闸。"),
        /** What a device said late made an open passage one that must not leave. */
        TIGHTENED("A late reading made the decision stricter.", "迟到的读数使决定变严。"),
        /** Carrier and customs could not be told. */
        NOT_REPORTED("The passage could not be reported.", "无法上报该次过闸。"),
        /** Hub and agent disagree about what happened while the links were down. */
        REVOKED_DURING_OUTAGE("The gate agent let it leave on a pass that had been revoked meanwhile.", "断网期间凭已撤销的凭证放行。");

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
