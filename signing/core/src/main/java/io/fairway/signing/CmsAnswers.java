package io.fairway.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.Store;

/** OCSP answers among the revocation information of a CMS object: OtherRevocationInfoFormat with an OCSPResponse (RFC 5940, section 2.1). */
final class CmsAnswers {
    private CmsAnswers() {
    }

    static List<OcspAnswer> in(CMSSignedData signed) throws GeneralSecurityException {
        List<OcspAnswer> found = new ArrayList<>();
        try {
            Store<?> answers = signed.getOtherRevocationInfo(CMSObjectIdentifiers.id_ri_ocsp_response);
            for (Object value : answers.getMatches(null)) {
                if (value instanceof ASN1Encodable answer) {
                    found.add(OcspAnswer.read(answer.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new GeneralSecurityException("An OCSP answer that cannot be read", e);
        }
    }

    /** As they stand beside revocation lists. */
    static List<OtherRevocationInfoFormat> formats(Collection<OcspAnswer> answers) throws IOException {
        List<OtherRevocationInfoFormat> formats = new ArrayList<>();
        for (OcspAnswer answer : answers) {
            formats.add(new OtherRevocationInfoFormat(CMSObjectIdentifiers.id_ri_ocsp_response, ASN1Primitive.fromByteArray(answer.encoded())));
        }
        return formats;
    }
}
