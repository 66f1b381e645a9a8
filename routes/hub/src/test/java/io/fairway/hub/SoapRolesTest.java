package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.Role;
import io.fairway.hub.RoleTable.Cell;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Holds the SOAP service to its rows in docs/who-may-do-what.md. */
class SoapRolesTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Map<String, Map<Role, Cell>> TABLE = RoleTable.soapOperations().rows();
    private static final Map<String, SoapRequest> REQUESTS = Map.of(
            "Submit", new SoapRequest(call -> call.submit("words".getBytes(StandardCharsets.US_ASCII), Map.of())),
            "QueryStatus", new SoapRequest(call -> call.request("QueryStatus", Map.of("transmission", "00000000-0000-7000-8000-000000000000"))),
            "FetchAnswers", new SoapRequest(call -> call.request("FetchAnswers", Map.of())));

    private record SoapRequest(java.util.function.UnaryOperator<SoapEnvelope> in) {
    }

    /** A gate device has no persons who could enrol a key for it here; RegistrationTest has one. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GATE_DEVICE")
    void everyRoleMayDoWhatTheTableSaysAndNothingElse(Role role) {
        String party = PortOfTwo.ORGANISATIONS.get(role).getFirst();
        SoapCaller caller = new SoapCaller(HUB.port(), SoapKeys.fresh().enrolled(HUB, party));
        assertThat(TABLE.keySet()).isEqualTo(REQUESTS.keySet());
        REQUESTS.forEach((operation, request) -> {
            byte[] call = request.in().apply(caller.envelope(operation)).signed(caller.keys()).bytes();
            String answer = new String(caller.send(call, SoapCaller.SOAP_12).body(), StandardCharsets.UTF_8);
            if (TABLE.get(operation).get(role) == Cell.NEVER) {
                assertThat(answer).as(party + " " + operation).contains("FORBIDDEN");
            } else {
                assertThat(answer).as(party + " " + operation).containsPattern(operation + "Response|NOT_FOUND").doesNotContain("FORBIDDEN");
            }
        });
    }
}
