package io.fairway.web;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.identity.PublicKeys;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Caller.Duty;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.EnrolKey;
import io.fairway.usecase.registry.EnrolledKey;
import io.fairway.usecase.registry.FourEyes;
import io.fairway.usecase.registry.NotEntitledException;
import io.fairway.usecase.registry.RegisterParties;
import io.fairway.usecase.registry.Registered;
import io.fairway.usecase.registry.RegistryQueries;
import io.fairway.usecase.registry.RevokeKey;
import io.fairway.usecase.view.ApprovalView;
import io.fairway.usecase.view.KeyView;
import io.fairway.usecase.view.PartyView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Registered parties and their keys: those of the caller's organisation; all of them for the operator. */
@RestController
@RequestMapping("/api/parties")
public class PartyController {
    private static final int MOST_PEM = 10_000;

    private final RegistryQueries queries;
    private final RegisterParties registration;
    private final FourEyes fourEyes;
    private final RevokeKey revocation;
    private final JsonBodies bodies;
    private final Paging paging;

    public PartyController(RegistryQueries queries, RegisterParties registration, FourEyes fourEyes, RevokeKey revocation, JsonBodies bodies,
                           Paging paging) {
        this.queries = queries;
        this.registration = registration;
        this.fourEyes = fourEyes;
        this.revocation = revocation;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** By id. */
    @OpenTo(Audience.PARTIES)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<PartyView> parties(Caller caller, HttpServletRequest request,
                                   @RequestParam(name = "limit", required = false) Optional<String> limit,
                                   @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, queries.parties(caller, paging.want(caller, request)));
    }

    /** One of them. */
    @OpenTo(Audience.PARTIES)
    @GetMapping(path = "/{party}", produces = MediaType.APPLICATION_JSON_VALUE)
    public PartyView party(Caller caller, @PathVariable("party") String party) {
        return queries.party(caller, PartyIds.inAddress(party)).orElseThrow(ProblemException::notFound);
    }

    /** Who is to be registered. */
    record Application(Optional<String> id, Optional<Registered.Kind> kind, Optional<String> name, Optional<String> identifier,
                       Optional<Set<Role>> roles, Optional<Set<String>> codes, Optional<Environment> environment) {
    }

    /** Applies for a registration; it counts once the operator has approved it. */
    @OpenTo(Audience.READERS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<PartyView> register(Caller caller, HttpServletRequest request) throws IOException {
        Application body = bodies.read(request, Application.class);
        Registered registered = registration.register(caller, new RegisterParties.Application(
                PartyIds.inBody(JsonBodies.text(body.id(), "id", 35)), JsonBodies.required(body.kind(), "kind"),
                JsonBodies.text(body.name(), "name", 200), body.identifier().map(text -> JsonBodies.text(Optional.of(text), "identifier", 50)).orElse(""),
                body.roles().orElse(Set.of()), body.codes().orElse(Set.of()), body.environment().orElse(Environment.TEST)));
        return ResponseEntity.created(URI.create("/api/parties/" + registered.id())).body(PartyView.of(registered));
    }

    /** What the operator decides. */
    record Decision(Optional<Registered.Status> status, Optional<Instant> validUntil, Optional<String> reason) {
    }

    /** Approves, suspends or ends a registration; it counts within seconds. */
    @OpenTo(Audience.OPERATORS)
    @PutMapping(path = "/{party}/status", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public PartyView decide(Caller caller, HttpServletRequest request, @PathVariable("party") String party) throws IOException {
        Decision body = bodies.read(request, Decision.class);
        String reason = body.reason().map(text -> JsonBodies.text(Optional.of(text), "reason", 500)).orElse("");
        return registration.decide(caller, PartyIds.inAddress(party), JsonBodies.required(body.status(), "status"), body.validUntil(), reason)
                .map(PartyView::of).orElseThrow(ProblemException::notFound);
    }

    /** Its keys, newest first. */
    @OpenTo(Audience.PARTIES)
    @GetMapping(path = "/{party}/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<KeyView> keys(Caller caller, HttpServletRequest request, @PathVariable("party") String party,
                              @RequestParam(name = "limit", required = false) Optional<String> limit,
                              @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, queries.keys(caller, PartyIds.inAddress(party), paging.want(caller, request))
                .orElseThrow(ProblemException::notFound));
    }

    /**
     * A key to enrol, as one of two.
     *
     * @param jwk RFC 7517, the public part, as text
     * @param certificate X.509 in PEM
     * @param validUntil no later than the certificate's last instant, which is taken when this is absent
     */
    record Enrolment(Optional<String> jwk, Optional<String> certificate, Optional<EnrolledKey.Purpose> purpose, Optional<Instant> validUntil) {
        PublicKeys.Certified key() {
            if (jwk.isPresent() == certificate.isPresent()) {
                throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected either jwk or certificate.");
            }
            return certificate.isPresent() ? certified() : named();
        }

        private PublicKeys.Certified named() {
            PublicKeys.PublicKey key = PublicKeys.read(JsonBodies.text(jwk, "jwk", 5_000)).orElseThrow(() -> ProblemException.of(
                    ProblemCode.BODY_INVALID, "Expected jwk as a public EC P-256 or P-384 key or RSA key of 2048 bits or more."));
            return new PublicKeys.Certified(key, JsonBodies.required(validUntil, "validUntil"));
        }

        private PublicKeys.Certified certified() {
            PublicKeys.Certified known = certificate.filter(pem -> pem.length() <= MOST_PEM).flatMap(PublicKeys::certified).orElseThrow(() ->
                    ProblemException.of(ProblemCode.BODY_INVALID, "Expected certificate as X.509 in PEM of an EC P-256 or P-384 key or RSA key of"
                            + " 2048 bits or more."));
            if (validUntil.filter(known.validUntil()::isBefore).isPresent()) {
                throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected validUntil before the certificate ends.");
            }
            return new PublicKeys.Certified(known.key(), validUntil.orElse(known.validUntil()));
        }
    }

    /** Asks to enrol a key; a second person of the organisation confirms. */
    @OpenTo(Audience.READERS)
    @PostMapping(path = "/{party}/keys", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<ApprovalView> enrol(Caller caller, HttpServletRequest request, @PathVariable("party") String party) throws IOException {
        PartyId id = own(caller, party);
        Enrolment body = bodies.read(request, Enrolment.class);
        PublicKeys.Certified key = body.key();
        var act = fourEyes.ask(caller, EnrolKey.KIND, id.value(), EnrolKey.detail(key.key().keyId(), key.key().jwk(),
                JsonBodies.required(body.purpose(), "purpose"), key.validUntil()));
        return ResponseEntity.accepted().location(URI.create("/api/approvals/" + act.id())).body(ApprovalView.of(act));
    }

    /** Revokes a key; at once, and one person is enough. */
    @OpenTo(Audience.READERS)
    @DeleteMapping(path = "/{party}/keys/{key}")
    public ResponseEntity<Void> revoke(Caller caller, @PathVariable("party") String party, @PathVariable("key") String key) {
        if (!revocation.revoke(caller, own(caller, party), Ids.parse(key))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    /** The party when it is of the caller's organisation, or the caller is the operator. */
    private PartyId own(Caller caller, String party) {
        PartyView seen = queries.party(caller, PartyIds.inAddress(party)).orElseThrow(ProblemException::notFound);
        if (caller.person().isPresent() && caller.duty() != Duty.ADMINISTRATOR && !caller.roles().contains(Role.OPERATOR)) {
            throw new NotEntitledException("The administrator of the organisation does this.");
        }
        return new PartyId(seen.id());
    }
}
