package io.fairway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** The same bytes are read once; no others are taken for them, and who keeps keys shares nothing with those who check. */
class KnownCertificatesTest {
    private static final X509Certificate LEAF = Pki.SHARED.carrier().certificate();

    @Test
    void readsTheSameBytesOnce() throws Exception {
        X509Certificate first = KnownCertificates.presented(LEAF.getEncoded());

        assertThat(first).isEqualTo(LEAF);
        assertThat(KnownCertificates.presented(LEAF.getEncoded())).isSameAs(first);
    }

    @Test
    void takesNoOtherBytesForThem() throws Exception {
        byte[] own = LEAF.getEncoded();
        X509Certificate first = KnownCertificates.presented(own);
        byte[] flipped = LEAF.getEncoded();
        flipped[flipped.length - 1] ^= 1;

        assertThat(KnownCertificates.presented(flipped)).isNotEqualTo(first);

        own[own.length - 1] ^= 1;
        assertThat(KnownCertificates.presented(LEAF.getEncoded())).isEqualTo(LEAF);
    }

    @Test
    void remembersNothingThatIsNone() {
        byte[] none = {1, 2, 3};

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> KnownCertificates.presented(none)).isInstanceOf(CertificateException.class);
        }
    }

    @Test
    void sharesNoneWithThoseWhoWriteKeyFiles() throws Exception {
        assertThat(Certificates.certificate(LEAF.getEncoded())).isNotSameAs(KnownCertificates.presented(LEAF.getEncoded()));
    }
}
