package io.fairway.web;

import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.RefusedValueException;
import io.fairway.usecase.ActAsAgency;
import io.fairway.usecase.ActAsAgency.Act;
import io.fairway.usecase.ActAsAgency.Kind;
import io.fairway.usecase.Caller;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.web.OpenTo.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What agencies do about a case by hand. */
@RestController
public class AgencyController {
    private final CaseQueries cases;
    private final ActAsAgency acts;
    private final JsonBodies bodies;

    public AgencyController(CaseQueries cases, ActAsAgency acts, JsonBodies bodies) {
        this.cases = cases;
        this.acts = acts;
        this.bodies = bodies;
    }

    /** What is to be done. @param place port when absent @param containers all when absent or empty */
    record Wish(Optional<String> act, Optional<String> id, Optional<String> reason, Optional<String> place, Optional<List<String>> containers) {
    }

    /** Places a hold, orders an examination, or tells its result; gives the case as it is then. */
    @OpenTo(Audience.AGENCIES)
    @PostMapping(path = "/api/consignments/{id}/acts", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    public ConsignmentDetail act(Caller caller, HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        UUID known = cases.consignment(caller, Ids.parse(id)).orElseThrow(ProblemException::notFound).consignment().id();
        Wish wish = bodies.read(request, Wish.class);
        acts.act(caller, known, read(JsonBodies.text(wish.act(), "act", 20), JsonBodies.text(wish.id(), "id", 35), wish.reason().orElse(""),
                wish.place().orElse("port"), wish.containers().orElse(List.of())));
        return cases.consignment(caller, known).orElseThrow(ProblemException::notFound);
    }

    /**
     * An act by its words.
     *
     * @throws ProblemException when one of them is none
     */
    public static Act read(String act, String id, String reason, String place, List<String> containers) {
        try {
            return new Act(word(Kind.values(), "act", act), id, reason.strip(), word(ExaminationPlace.values(), "place", place),
                    containers.stream().map(ContainerNumber::new).toList());
        } catch (RefusedValueException refused) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, "Expected " + refused.expected() + ".");
        } catch (IllegalArgumentException refused) {
            throw ProblemException.of(ProblemCode.BODY_INVALID, Optional.ofNullable(refused.getMessage()).orElse("Expected an act."));
        }
    }

    private static <E extends Enum<E>> E word(E[] words, String member, String told) {
        return Stream.of(words).filter(word -> word.name().toLowerCase(Locale.ROOT).equals(told)).findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemCode.BODY_INVALID, "Expected in " + member + " one of " + Stream.of(words)
                        .map(word -> word.name().toLowerCase(Locale.ROOT)).toList() + "."));
    }
}
