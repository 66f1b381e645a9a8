package io.fairway.edifact.mapping;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeRoundTripTest {

    @ParameterizedTest
    @ValueSource(strings = {"COPRAR:D:95B:UN:SMDG16", "COPRAR:D:00B:UN:SMDG20", "COPRAR:D:00B:UN:SMDG21", "COPRAR:D:00B:UN"})
    void readsEveryLoadingAndDischargeOrderBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("43", "45", "VGM"), seed -> new RandomNotices(seed).loadDischargeOrder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPINO:D:95B:UN:ITG13", "COPINO:D:00B:UN"})
    void readsEveryHaulageAnnouncementBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("660", "661"), seed -> new RandomNotices(seed).haulageAnnouncement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPARN:D:95B:UN:ITG11", "COPARN:D:00B:UN:SMDG20"})
    void readsEveryContainerAnnouncementBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("11", "12", "27"), seed -> new RandomNotices(seed).containerAnnouncement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"COHAOR:D:95B:UN", "COHAOR:D:00B:UN"})
    void readsEveryHandlingOrderBackAsItWasWritten(String dialect) {
        PlayBack.of(dialect, Set.of("285", "WEI", "SCN", "EXM"), seed -> new RandomNotices(seed).handlingOrder());
    }

    @Test
    void readsEveryVerifiedGrossMassBackAsItWasWritten() {
        PlayBack.of("VERMAS:D:16A:UN:SMDG10", Set.of("SM1", "SM2", "SHP"), seed -> new RandomNotices(seed).verifiedGrossMass());
    }
}
