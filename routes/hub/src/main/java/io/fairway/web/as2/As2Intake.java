package io.fairway.web.as2;

import static io.fairway.web.as2.As2Disposition.AUTHENTICATION_FAILED;
import static io.fairway.web.as2.As2Disposition.DUPLICATE;
import static io.fairway.web.as2.As2Disposition.ENCRYPTED;
import static io.fairway.web.as2.As2Disposition.INTEGRITY_CHECK_FAILED;
import static io.fairway.web.as2.As2Disposition.NOT_SIGNED;
import static io.fairway.web.as2.As2Disposition.PROCESSED;
import static io.fairway.web.as2.As2Disposition.UNEXPECTED;

import io.fairway.identity.PublicKeys;
import io.fairway.signing.Digest;
import io.fairway.signing.MimeEntity;
import io.fairway.signing.SignatureFault;
import io.fairway.signing.SignedEntity;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Kept;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.SubmitTransmission;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.usecase.registry.NotInGoodStandingException;
import io.fairway.web.FairShare;
import io.fairway.web.OpenTo.Audience;
import io.fairway.web.RateLimit;
import io.fairway.web.as2.As2Receipt.Told;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes AS2 messages: signed by a key that the sender enrolled, kept under their Message-ID before the receipt is made. A message that
 * comes again gets its receipt again; another one under the same Message-ID is refused, however late.
 */
public final class As2Intake {
    /** The word by which a transmission says how it came. */
    public static final String CHANNEL = "as2";

    private final SubmitTransmission submission;
    private final Parties parties;
    private final EnrolledKeys keys;
    private final RateLimit rate;
    private final FairShare share;
    private final String hub;
    private final InstantSource clock;

    /** @param hub the AS2 name of this hub */
    public As2Intake(SubmitTransmission submission, Parties parties, EnrolledKeys keys, RateLimit rate, FairShare share, String hub,
                     InstantSource clock) {
        this.submission = submission;
        this.parties = parties;
        this.keys = keys;
        this.rate = rate;
        this.share = share;
        this.hub = hub;
        this.clock = clock;
    }

    /** Keeps the message, or says why not. @throws io.fairway.web.ProblemException when the sender sends too many; it comes again with the same one */
    Told take(As2Message message, byte[] body, String trace) {
        if (!message.to().equals(hub)) {
            return new Told(AUTHENTICATION_FAILED, "", "Expected a message to " + hub + ".");
        }
        if (message.receipt() == As2Message.Receipt.ELSEWHERE) {
            return new Told(UNEXPECTED, "", "Expected a receipt to be wanted in the answer; this hub calls no address that a message names.");
        }
        if (message.contentType().toLowerCase(Locale.ROOT).startsWith("application/pkcs7-mime")) {
            return new Told(ENCRYPTED, "", "Expected a message that is signed and not encrypted; the connection is what is encrypted.");
        }
        return switch (SignedEntity.verify(message.contentType(), body)) {
            case SignedEntity.Refused refused -> new Told(refused.fault() == SignatureFault.MISSING ? NOT_SIGNED : INTEGRITY_CHECK_FAILED,
                    "", refused.detail() + ".");
            case SignedEntity.Signed signed -> sender(message, signed.signer())
                    .map(caller -> inTurn(caller, message, signed.entity(), trace))
                    .orElseGet(() -> new Told(AUTHENTICATION_FAILED, "", "Expected a certificate whose key the sender enrolled for signing."));
        };
    }

    /** The party that enrolled the certificate's key, when it is the one the message names. */
    private Optional<Caller> sender(As2Message message, X509Certificate certificate) {
        Instant now = clock.instant();
        if (now.isBefore(certificate.getNotBefore().toInstant()) || now.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.empty();
        }
        Optional<PartyRecord> named = parties.byCode(message.from());
        return PublicKeys.idOf(certificate.getPublicKey()).flatMap(keys::signing)
                .flatMap(key -> named.filter(party -> party.id().equals(key.party())))
                .map(party -> new Caller(party.id(), party.roles())).filter(Audience.SUBMITTERS::admits);
    }

    private Told inTurn(Caller caller, As2Message message, byte[] signed, String trace) {
        rate.spend(caller.party());
        return share.within(caller.party(), () -> kept(caller, message, signed, trace));
    }

    private Told kept(Caller caller, As2Message message, byte[] signed, String trace) {
        Optional<MimeEntity> entity = MimeEntity.of(signed);
        if (entity.isEmpty() || entity.get().content().length == 0) {
            return new Told(UNEXPECTED, "", "Expected a document as the signed part.");
        }
        String type = entity.get().headers().getOrDefault("content-type", "application/octet-stream");
        try {
            Kept kept = submission.submit(caller, Optional.of("as2:" + message.id()), entity.get().content(), type, CHANNEL, trace);
            return switch (kept) {
                case Kept.Fresh _, Kept.Repeated _ -> new Told(PROCESSED, mic(signed), "The message was kept.");
                case Kept.Conflicting _ -> new Told(DUPLICATE, "", "Another message with this Message-ID was kept before; nothing was kept of this one.");
            };
        } catch (NotInGoodStandingException refused) {
            return new Told(AUTHENTICATION_FAILED, "", "The party may not act; the operator of the hub knows why.");
        }
    }

    /** Over the signed entity with its headers (RFC 4130, 7.3.1). */
    private static String mic(byte[] signed) {
        return Base64.getEncoder().encodeToString(Digest.sha256(signed)) + ", sha-256";
    }
}
