package io.fairway.usecase.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.CadesVerifier;
import io.fairway.signing.JwsVerifier;
import io.fairway.signing.NoUsableKeyException;
import io.fairway.signing.Suite;
import io.fairway.signing.TimestampAuthorities;
import io.fairway.signing.TimestampAuthority;
import io.fairway.signing.Verdict;
import io.fairway.signing.XadesVerifier;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Seals.Sealed;
import io.fairway.usecase.evidence.SignatureProfile.Inbound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub's seals, by profile. */
class SealOutboundTest {
    private static final PartyId RECIPIENT = new PartyId("HUBTERM");
    private static final byte[] XML = "<Order/>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EDIFACT = "UNB+1'".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.US_ASCII);

    private TestHubKeys keys;

    @BeforeEach
    void preparesKeys() throws Exception {
        keys = new TestHubKeys();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CADES", "SM2", "ECDSA CADES T", "CADES LT", "SM2 CADES LTA", "XADES T", "JWS"})
    void sealsEdifactBesideTheBytes(String profile) {
        Sealed sealed = seal(profile, EDIFACT, "application/edifact");

        assertThat(sealed.bytes()).isEqualTo(EDIFACT);
        assertThat(new CadesVerifier(keys.trust()).verify(EDIFACT, sealed.signature(), TestHubKeys.NOW)).isInstanceOf(Verdict.TotalPassed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XADES", "XADES T", "XADES LTA"})
    void sealsXmlWithinWhereTheProfileSaysSo(String profile) {
        Sealed sealed = seal(profile, XML, "application/xml");

        assertThat(sealed.signature()).isEmpty();
        assertThat(new XadesVerifier(keys.trust()).verifyEnveloped(sealed.bytes(), TestHubKeys.NOW)).isInstanceOf(Verdict.TotalPassed.class);
    }

    @Test
    void sealsJsonAsACompactJwsAndLeavesUnsealedWhoWantsNone() {
        Sealed sealed = seal("JWS", JSON, "application/json");

        assertThat(sealed.mediaType()).isEqualTo("application/jose");
        assertThat(new JwsVerifier(keys.trust()).verify(new String(sealed.bytes(), StandardCharsets.US_ASCII), TestHubKeys.NOW))
                .isInstanceOf(Verdict.TotalPassed.class);
        assertThat(seal("NONE", JSON, "application/json").signature()).isEmpty();
    }

    @Test
    void sealsNothingWithAnEndedOrAbsentCertificate() {
        InstantSource later = InstantSource.fixed(TestHubKeys.NOW.plus(Duration.ofDays(400)));

        assertThatThrownBy(() -> sealing("CADES", keys.timestamps(), later).seal(RECIPIENT, EDIFACT, "application/edifact"))
                .isInstanceOf(NoUsableKeyException.class);
        assertThatThrownBy(() -> seal("RSA", EDIFACT, "application/edifact")).isInstanceOf(NoUsableKeyException.class);
    }

    @Test
    void asksForATimestampAgainLaterInsteadOfSealingWithout() {
        TimestampAuthority silent = digest -> {
            throw new IOException("away");
        };

        assertThatThrownBy(() -> sealing("CADES T", silent, InstantSource.fixed(TestHubKeys.NOW)).seal(RECIPIENT, EDIFACT, ""))
                .isInstanceOf(EvidenceUnavailableException.class);
        assertThat(sealing("CADES B", silent, InstantSource.fixed(TestHubKeys.NOW)).seal(RECIPIENT, EDIFACT, "").signature()).isNotEmpty();
    }

    @Test
    void refusesNewWorkOnceTimestampsAreMissingForTooLongAndTakesItAgainAfterwards() {
        var time = new AtomicReference<>(TestHubKeys.NOW);
        var away = new AtomicReference<>(true);
        TimestampAuthority authority = digest -> {
            if (away.get()) {
                throw new IOException("away");
            }
            return keys.timestamps().stamp(digest);
        };
        var times = new EvidenceTimes(new TimestampAuthorities(List.of(authority), 1, time::get), Duration.ofMinutes(10));

        time.set(TestHubKeys.NOW.plus(Duration.ofMinutes(9)));
        times.probe();
        times.require();
        time.set(TestHubKeys.NOW.plus(Duration.ofMinutes(11)));
        times.probe();
        assertThatThrownBy(times::require).isInstanceOf(EvidenceUnavailableException.class).hasMessageContaining("660 s");
        away.set(false);
        times.probe();
        times.require();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CADES LTA", "XADES LTA"})
    void sealsAtLevelTWhileNobodySaysWhetherACertificateIsRevoked(String profile) {
        int whole = size(seal(profile, XML, "application/xml"));
        keys.nobodyAnswersAbout(keys.sealing(Suite.ECDSA_P256_SHA256, TestHubKeys.NOW).certificate());

        Sealed sealed = seal(profile, XML, "application/xml");

        assertThat(size(sealed)).isLessThan(whole - 500).isBetween(size(seal(profile.replace("LTA", "T"), XML, "application/xml")) - 20,
                size(seal(profile.replace("LTA", "T"), XML, "application/xml")) + 20);
    }

    private static int size(Sealed sealed) {
        return sealed.bytes().length + sealed.signature().length;
    }

    @Test
    void refusesProfilesThatHaveNoStandard() {
        assertThatThrownBy(() -> SignatureProfile.read("SM2 XADES", Inbound.IF_PRESENT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignatureProfile.read("JWS T", Inbound.IF_PRESENT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignatureProfile.read("MD5", Inbound.IF_PRESENT)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SignatureProfile.read("lta sm2", Inbound.DEMANDED)).isEqualTo(new SignatureProfile(Suite.SM2_SM3, SignatureProfile.Form.CADES,
                SignatureProfile.Level.LTA, Inbound.DEMANDED));
    }

    private Sealed seal(String profile, byte[] content, String mediaType) {
        return sealing(profile, keys.timestamps(), InstantSource.fixed(TestHubKeys.NOW)).seal(RECIPIENT, content, mediaType);
    }

    private SealOutbound sealing(String profile, TimestampAuthority authority, InstantSource clock) {
        return new SealOutbound(party -> SignatureProfile.read(profile, Inbound.IF_PRESENT), keys,
                new EvidenceTimes(new TimestampAuthorities(List.of(authority), 1, clock), Duration.ofHours(1)), clock);
    }
}
