package io.fairway.devledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndorsementPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final List<String> ORGANISATIONS = List.of("A", "B", "C");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AND('A.peer','B.peer')                          | A B   | true
            AND('A.peer','B.peer')                          | A C   | false
            OR('A.peer', 'B.member')                        | B     | true
            OR('A.peer','B.peer')                           | C     | false
            OutOf(2, 'A.peer', 'B.peer', 'C.peer')          | C A   | true
            OutOf(2, 'A.peer', 'B.peer', 'C.peer')          | C C   | false
            AND('A.peer', OR('B.peer', 'C.peer'))           | A C   | true
            AND('A.peer', OR('B.peer', 'C.peer'))           | B C   | false
            AND('A.admin')                                  | A     | false
            MAJORITY                                        | A B   | true
            MAJORITY                                        | B     | false
            ANY                                             | C     | true
            ALL                                             | A B   | false
            """)
    void isSatisfiedByThoseItNames(String policy, String signers, boolean satisfied) {
        var members = new ArrayList<Member>();
        for (var mspId : signers.split(" ")) {
            members.add(peer(mspId));
        }

        assertThat(new EndorsementPolicy(PolicyText.parse(policy, ORGANISATIONS)).isSatisfiedBy(members)).isEqualTo(satisfied);
    }

    @Test
    void oneSignerCountsOnceHoweverOftenItSigned() {
        var policy = new EndorsementPolicy(PolicyText.parse("AND('A.peer','A.peer')", ORGANISATIONS));
        var once = peer("A");

        assertThat(policy.isSatisfiedBy(List.of(once, once))).isFalse();
        assertThat(policy.isSatisfiedBy(List.of(once, peer("A")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AND(", "AND('A.peer'", "XOR('A.peer')", "AND('peer')", "AND('A.captain')", "OutOf(3,'A.peer')", "OutOf(0,'A.peer')",
        "AND('A.peer') more", "AND()", "'A.peer' ; drop"})
    void whatIsNoPolicyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyText.parse(text, ORGANISATIONS));
    }

    private static Member peer(String mspId) {
        var authority = CertificateAuthority.create(mspId, "ca", NOW);
        return Msp.identity(mspId, Role.PEER, authority.issueIdentity(mspId, "peer", Role.PEER, NOW)).member();
    }
}
