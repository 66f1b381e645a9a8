package io.fairway.edifact.mapping;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallRoundTripTest {

    @ParameterizedTest
    @ValueSource(strings = {"CUSREP:D:95B:UN", "CUSREP:D:04A:UN", "CUSREP:D:11A:UN"})
    void readsEveryShipReportBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("186"), seed -> new RandomCalls(seed).shipReport());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BERMAN:D:04A:UN", "BERMAN:D:16A:UN"})
    void readsEveryBerthRequestBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of(), seed -> new RandomCalls(seed).berthRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IFTDGN:D:98B:UN", "IFTDGN:D:99B:UN", "IFTDGN:D:03A:UN", "IFTDGN:D:03B:UN"})
    void readsEveryDangerousGoodsDeclarationBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("DIS", "LOA", "TRA"), seed -> new RandomCalls(seed).dangerousGoods());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAXLST:D:02B:UN", "PAXLST:D:05B:UN", "PAXLST:D:12B:UN"})
    void readsEveryPersonListBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("CR1"), seed -> new RandomCalls(seed).personList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAPLIE:D:95B:UN:SMDG22", "BAPLIE:D:13B:UN:SMDG31"})
    void readsEveryBayPlanBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("VGM", "659"), seed -> new RandomCalls(seed).bayPlan());
    }

    @Test
    void readsEveryStowageInstructionBackAsItWasWritten() {
        PlayBack.of("MOVINS:D:95B:UN:SMDG21", Set.of("VGM", "LOA", "DIS", "SHI", "RES"), seed -> new RandomCalls(seed).stowageInstruction());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IFTSTA:D:95B:UN", "IFTSTA:D:99B:UN", "IFTSTA:D:00B:UN"})
    void readsEveryStatusReportBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("1"), seed -> new RandomCalls(seed).statusReport());
    }
}
