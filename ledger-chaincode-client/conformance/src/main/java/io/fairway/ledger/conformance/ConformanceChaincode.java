package io.fairway.ledger.conformance;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.traces.Traces;
import org.jspecify.annotations.Nullable;

/** A chaincode that does one thing per function, so that a test can see what a network makes of it. Lists are answered line by line. */
public final class ConformanceChaincode extends ChaincodeBase {
    private static final String TRANSIENT_VALUE = "value";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param packageId the name under which it registers at its peer */
    public ConformanceChaincode(String packageId) {
        processCommandLineOptions(new String[] {"-i", packageId});
        var configuration = getChaincodeConfig();
        Metrics.initialize(configuration);
        Traces.initialize(configuration);
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        var arguments = stub.getParameters();
        return switch (stub.getFunction()) {
            case "put" -> put(stub, arguments.get(0), arguments.get(1));
            case "putWithEvent" -> putWithEvent(stub, arguments);
            case "putAndRead" -> putAndRead(stub, arguments.get(0), arguments.get(1));
            case "putMany" -> putMany(stub, arguments.get(0), Integer.parseInt(arguments.get(1)));
            case "get" -> answer(stub.getStringState(arguments.get(0)));
            case "increment" -> increment(stub, arguments.get(0));
            case "delete" -> delete(stub, arguments.get(0));
            case "range" -> answer(listed(stub.getStateByRange(arguments.get(0), arguments.get(1))));
            case "countRange" -> countRange(stub, arguments);
            case "page" -> page(stub, arguments);
            case "pageAndPut" -> pageAndPut(stub, arguments);
            case "putComposite" -> put(stub, new CompositeKey(arguments.get(0), arguments.get(1)).toString(), arguments.get(2));
            case "listComposite" -> answer(listed(stub.getStateByPartialCompositeKey(new CompositeKey(arguments.get(0)))));
            case "history" -> history(stub, arguments.get(0));
            case "setPolicy" -> setPolicy(stub, arguments.get(0), arguments.subList(1, arguments.size()));
            case "getPolicy" -> answer(HexFormat.of().formatHex(bytes(stub.getStateValidationParameter(arguments.get(0)))));
            case "putRandom" -> put(stub, arguments.get(0), Long.toString(RANDOM.nextLong()));
            case "putPrivate" -> putPrivate(stub, arguments.get(0), arguments.get(1));
            case "getPrivate" -> answer(stub.getPrivateDataUTF8(arguments.get(0), arguments.get(1)));
            case "getPrivateHash" -> answer(HexFormat.of().formatHex(bytes(stub.getPrivateDataHash(arguments.get(0), arguments.get(1)))));
            case "deletePrivate" -> deletePrivate(stub, arguments.get(0), arguments.get(1));
            case "listPrivate" -> answer(listed(stub.getPrivateDataByRange(arguments.get(0), "", "")));
            case "creator" -> answer(new String(stub.getCreator(), StandardCharsets.UTF_8));
            case "callOther" -> stub.invokeChaincodeWithStringArgs(arguments.get(0), "get", "x");
            case "fail" -> ResponseUtils.newErrorResponse(arguments.get(0));
            default -> ResponseUtils.newErrorResponse("no such function: " + stub.getFunction());
        };
    }

    private static Response put(ChaincodeStub stub, String key, String value) {
        stub.putStringState(key, value);
        return answer(value);
    }

    private static Response putWithEvent(ChaincodeStub stub, List<String> arguments) {
        stub.setEvent(arguments.get(2), arguments.get(3).getBytes(StandardCharsets.UTF_8));
        return put(stub, arguments.get(0), arguments.get(1));
    }

    private static Response putAndRead(ChaincodeStub stub, String key, String value) {
        stub.putStringState(key, value);
        return answer(stub.getStringState(key));
    }

    private static Response putMany(ChaincodeStub stub, String prefix, int number) {
        for (int i = 0; i < number; i++) {
            stub.putStringState("%s%04d".formatted(prefix, i), Integer.toString(i));
        }
        return answer("");
    }

    private static Response increment(ChaincodeStub stub, String key) {
        var before = stub.getStringState(key);
        return put(stub, key, Integer.toString(before.isEmpty() ? 1 : Integer.parseInt(before) + 1));
    }

    private static Response delete(ChaincodeStub stub, String key) {
        stub.delState(key);
        return answer("");
    }

    /** Counts a range and puts the number under a key. */
    private static Response countRange(ChaincodeStub stub, List<String> arguments) {
        int count = 0;
        for (KeyValue ignored : stub.getStateByRange(arguments.get(0), arguments.get(1))) {
            count++;
        }
        return put(stub, arguments.get(2), Integer.toString(count));
    }

    private static Response page(ChaincodeStub stub, List<String> arguments) {
        var page = stub.getStateByRangeWithPagination(arguments.get(0), arguments.get(1), Integer.parseInt(arguments.get(2)), arguments.get(3));
        var keys = listed(page);
        return answer(keys + "\n" + page.getMetadata().getFetchedRecordsCount() + "\n" + page.getMetadata().getBookmark());
    }

    private static Response pageAndPut(ChaincodeStub stub, List<String> arguments) {
        stub.getStateByRangeWithPagination(arguments.get(0), arguments.get(1), 2, "");
        return put(stub, arguments.get(2), "after a page");
    }

    private static Response history(ChaincodeStub stub, String key) {
        var lines = new ArrayList<String>();
        stub.getHistoryForKey(key).forEach(change -> lines.add(change.isDeleted() ? "deleted" : change.getStringValue()));
        return answer(String.join("\n", lines));
    }

    private static Response setPolicy(ChaincodeStub stub, String key, List<String> organisations) {
        stub.setStateValidationParameter(key, allOf(organisations));
        return answer("");
    }

    private static Response putPrivate(ChaincodeStub stub, String collection, String key) {
        Map<String, byte[]> values = stub.getTransient();
        stub.putPrivateData(collection, key, bytes(values.get(TRANSIENT_VALUE)));
        return answer("");
    }

    private static Response deletePrivate(ChaincodeStub stub, String collection, String key) {
        stub.delPrivateData(collection, key);
        return answer("");
    }

    /** The policy that a peer of each of these organisations must sign. */
    private static byte[] allOf(List<String> organisations) {
        var rule = SignaturePolicy.NOutOf.newBuilder().setN(organisations.size());
        var envelope = SignaturePolicyEnvelope.newBuilder();
        for (int i = 0; i < organisations.size(); i++) {
            rule.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
            var role = MSPRole.newBuilder().setMspIdentifier(organisations.get(i)).setRole(MSPRole.MSPRoleType.PEER).build();
            envelope.addIdentities(MSPPrincipal.newBuilder().setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                    .setPrincipal(ByteString.copyFrom(role.toByteArray())));
        }
        return envelope.setRule(SignaturePolicy.newBuilder().setNOutOf(rule)).build().toByteArray();
    }

    private static String listed(Iterable<KeyValue> results) {
        var lines = new ArrayList<String>();
        results.forEach(one -> lines.add(one.getKey().startsWith(CompositeKey.NAMESPACE)
                ? String.join("/", CompositeKey.parseCompositeKey(one.getKey()).getAttributes()) + "=" + one.getStringValue()
                : one.getKey() + "=" + one.getStringValue()));
        return String.join("\n", lines);
    }

    private static byte[] bytes(byte @Nullable [] value) {
        return value == null ? new byte[0] : value;
    }

    private static Response answer(String value) {
        return ResponseUtils.newSuccessResponse(value.getBytes(StandardCharsets.UTF_8));
    }
}
