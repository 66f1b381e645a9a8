package io.fairway.web;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Caller.Duty;
import io.fairway.usecase.registry.AdministerMembers;
import io.fairway.usecase.registry.Invitation;
import io.fairway.usecase.view.MemberView;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The persons of the caller's organisation, whom its administrator lets in and takes out. */
@RestController
@RequestMapping("/api/members")
public class MemberController {
    private final AdministerMembers members;
    private final JsonBodies bodies;
    private final Paging paging;

    public MemberController(AdministerMembers members, JsonBodies bodies, Paging paging) {
        this.members = members;
        this.bodies = bodies;
        this.paging = paging;
    }

    /** By name. */
    @OpenTo(Audience.READERS)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    public Page<MemberView> members(Caller caller, HttpServletRequest request,
                                    @RequestParam(name = "limit", required = false) Optional<String> limit,
                                    @RequestParam(name = "cursor", required = false) Optional<String> cursor) {
        return paging.page(caller, request, members.list(caller, paging.want(caller, request)));
    }

    /** One of them. */
    @OpenTo(Audience.READERS)
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    public MemberView member(Caller caller, @PathVariable("id") String id) {
        return members.find(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound);
    }

    /** Who is let in. @param organisation only for the operator: an enterprise whose first administrator it is */
    record Wish(Optional<String> name, Optional<String> email, Optional<String> givenName, Optional<String> familyName, Optional<Duty> duty,
                Optional<Set<Role>> roles, Optional<String> organisation) {
    }

    /** Lets a person in; it gets the invitation by e-mail. The same again sends it again. */
    @OpenTo(Audience.READERS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<MemberView> invite(Caller caller, HttpServletRequest request) throws IOException {
        members.requireAdministrator(caller);
        Wish wish = bodies.read(request, Wish.class);
        var invitation = new Invitation(JsonBodies.text(wish.name(), "name", 40), JsonBodies.text(wish.email(), "email", 254),
                JsonBodies.text(wish.givenName(), "givenName", 80), JsonBodies.text(wish.familyName(), "familyName", 80),
                wish.duty().orElse(Duty.MEMBER), JsonBodies.required(wish.roles(), "roles"));
        MemberView member = wish.organisation().isEmpty() ? members.invite(caller, invitation)
                : members.found(caller, PartyIds.inBody(wish.organisation().get()), invitation);
        return ResponseEntity.created(URI.create("/api/members/" + member.id())).body(member);
    }

    /** Takes a person out: no sign-in and no renewed token from now on; a token that was given out ends within its five minutes. */
    @OpenTo(Audience.READERS)
    @DeleteMapping(path = "/{id}")
    public ResponseEntity<Void> remove(Caller caller, @PathVariable("id") String id) {
        if (!members.remove(caller, Ids.parse(id))) {
            throw ProblemException.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
