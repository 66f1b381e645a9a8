package io.fairway.devledger;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Reads a policy as it is written for Fabric's command line: {@code AND('AMSP.peer', OR('BMSP.peer', 'CMSP.peer'))},
 * {@code OutOf(2, …)}. The names {@code ANY}, {@code MAJORITY} and {@code ALL} alone mean that many organisations of the channel, by a peer.
 */
final class PolicyText {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:'([^']+)'|([A-Za-z]+)|([0-9]+)|([(),]))\\s*");

    private final List<String> tokens = new ArrayList<>();
    private final Map<MSPPrincipal, Integer> principals = new LinkedHashMap<>();
    private int next;

    private PolicyText(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("Not a policy: " + text + ": unreadable at " + (at + 1));
            }
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
    }

    /**
     * @param organisations MSP ids of the channel
     * @throws IllegalArgumentException if the text is not a policy
     */
    static SignaturePolicyEnvelope parse(String text, List<String> organisations) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "ANY" -> peersOf(1, organisations);
            case "MAJORITY" -> peersOf(organisations.size() / 2 + 1, organisations);
            case "ALL" -> peersOf(organisations.size(), organisations);
            default -> new PolicyText(text).envelope(text);
        };
    }

    /** So many of these organisations, each by a peer. */
    static SignaturePolicyEnvelope peersOf(int number, List<String> organisations) {
        var rule = SignaturePolicy.NOutOf.newBuilder().setN(number);
        var envelope = SignaturePolicyEnvelope.newBuilder();
        for (int i = 0; i < organisations.size(); i++) {
            rule.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
            envelope.addIdentities(principal(organisations.get(i), MSPRole.MSPRoleType.PEER));
        }
        return envelope.setRule(SignaturePolicy.newBuilder().setNOutOf(rule)).build();
    }

    static MSPPrincipal principal(String mspId, MSPRole.MSPRoleType role) {
        var content = MSPRole.newBuilder().setMspIdentifier(mspId).setRole(role).build();
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE).setPrincipal(ByteString.copyFrom(content.toByteArray())).build();
    }

    private SignaturePolicyEnvelope envelope(String text) {
        var rule = rule();
        if (next != tokens.size()) {
            throw new IllegalArgumentException("Not a policy: " + text + ": nothing is expected after " + tokens.get(next - 1));
        }
        return SignaturePolicyEnvelope.newBuilder().setRule(rule).addAllIdentities(principals.keySet()).build();
    }

    private SignaturePolicy rule() {
        var token = take();
        if (token.startsWith("'")) {
            return SignaturePolicy.newBuilder().setSignedBy(signer(token.substring(1, token.length() - 1))).build();
        }
        var gate = token.toUpperCase(Locale.ROOT);
        expect("(");
        int wanted = "OUTOF".equals(gate) ? numberThenComma() : 0;
        var rules = new ArrayList<SignaturePolicy>();
        do {
            rules.add(rule());
        } while (takeIf(","));
        expect(")");
        int needed = switch (gate) {
            case "AND" -> rules.size();
            case "OR" -> 1;
            case "OUTOF" -> wanted;
            default -> throw new IllegalArgumentException("Not a policy: AND, OR or OutOf expected, found " + token);
        };
        if (needed < 1 || needed > rules.size()) {
            throw new IllegalArgumentException("Not a policy: " + needed + " out of " + rules.size());
        }
        return SignaturePolicy.newBuilder().setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(needed).addAllRules(rules)).build();
    }

    private int signer(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("Not a policy: 'MSP.role' expected, found " + name);
        }
        var role = MSPRole.MSPRoleType.valueOf(name.substring(dot + 1).toUpperCase(Locale.ROOT));
        return principals.computeIfAbsent(principal(name.substring(0, dot), role), ignored -> principals.size());
    }

    private int numberThenComma() {
        int number = Integer.parseInt(take());
        expect(",");
        return number;
    }

    private String take() {
        if (next >= tokens.size()) {
            throw new IllegalArgumentException("Not a policy: it ends too early");
        }
        return tokens.get(next++);
    }

    private boolean takeIf(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!takeIf(token)) {
            throw new IllegalArgumentException("Not a policy: " + token + " expected");
        }
    }
}
