package io.fairway.bench.signing.dss;

import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import io.fairway.bench.signing.Bare;
import io.fairway.bench.signing.Case;
import io.fairway.bench.signing.Form;
import io.fairway.bench.signing.Keys;
import io.fairway.bench.signing.Subject;
import io.fairway.signing.Suite;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** EU DSS at level B, with its standard validation policy and all its reports; it signs with the same bare operation. It has no SM2. */
final class Dss implements Subject {
    private static final Bare BARE = new Bare();

    @Override
    public Optional<Supplier<byte[]>> signing(Case each, Keys keys, byte[] content) {
        if (each.suite() == Suite.SM2_SM3) {
            return Optional.empty();
        }
        var verifier = new CommonCertificateVerifier();
        return Optional.of(switch (each.form()) {
            case CADES -> signing(each, keys, new CAdESService(verifier), content, () -> cades(keys));
            case XADES -> signing(each, keys, new XAdESService(verifier), content, () -> xades(keys));
            case JWS -> signing(each, keys, new JAdESService(verifier), content, () -> jades(keys));
            case PADES -> signing(each, keys, new PAdESService(verifier), content, () -> pades(keys));
        });
    }

    private static <P extends AbstractSignatureParameters<?>> Supplier<byte[]> signing(Case each, Keys keys, DocumentSignatureService<P, ?> service,
            byte[] content, Supplier<P> fresh) {
        return () -> {
            var document = new InMemoryDocument(content);
            var parameters = fresh.get();
            var value = BARE.signing(each, keys, service.getDataToSign(document, parameters).getBytes()).orElseThrow().get();
            return bytes(service.signDocument(document, parameters, new SignatureValue(algorithm(each.suite()), value)));
        };
    }

    private static byte[] bytes(DSSDocument document) {
        return DSSUtils.toByteArray(document);
    }

    private static SignatureAlgorithm algorithm(Suite suite) {
        return suite == Suite.RSA_PSS_SHA256 ? SignatureAlgorithm.RSA_SSA_PSS_SHA256_MGF1 : SignatureAlgorithm.ECDSA_SHA256;
    }

    private static CAdESSignatureParameters cades(Keys keys) {
        var parameters = with(keys, new CAdESSignatureParameters());
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        return parameters;
    }

    private static XAdESSignatureParameters xades(Keys keys) {
        var parameters = with(keys, new XAdESSignatureParameters());
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        return parameters;
    }

    private static JAdESSignatureParameters jades(Keys keys) {
        var parameters = with(keys, new JAdESSignatureParameters());
        parameters.setSignatureLevel(SignatureLevel.JAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setJwsSerializationType(JWSSerializationType.COMPACT_SERIALIZATION);
        parameters.setSigningCertificateDigestMethod(DigestAlgorithm.SHA256);
        return parameters;
    }

    private static PAdESSignatureParameters pades(Keys keys) {
        var parameters = with(keys, new PAdESSignatureParameters());
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        return parameters;
    }

    private static <P extends AbstractSignatureParameters<?>> P with(Keys keys, P parameters) {
        var key = keys.seal();
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(key.chain().stream().map(CertificateToken::new).toList());
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        if (key.suite() == Suite.RSA_PSS_SHA256) {
            parameters.setEncryptionAlgorithm(EncryptionAlgorithm.RSASSA_PSS);
        }
        parameters.bLevel().setSigningDate(Date.from(keys.now()));
        return parameters;
    }

    @Override
    public Optional<Runnable> verifying(Case each, Keys keys, byte[] content, byte[] signed) {
        if (each.suite() == Suite.SM2_SM3) {
            return Optional.empty();
        }
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(keys.root()));
        return Optional.of(() -> {
            var verifier = new CommonCertificateVerifier();
            verifier.setTrustedCertSources(trusted);
            var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(signed));
            validator.setCertificateVerifier(verifier);
            if (each.form() == Form.CADES) {
                validator.setDetachedContents(List.of(new InMemoryDocument(content)));
            }
            var found = validator.validateDocument().getDiagnosticData().getSignatures();
            if (found.size() != 1 || !found.getFirst().isSignatureValid()) {
                throw new IllegalStateException("DSS does not take " + each.named());
            }
        });
    }
}
