package io.fairway.contract;

import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.RefusedException;
import java.util.List;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

/** The chaincode: finds the transaction or query by name, runs it, and turns a refusal into Fabric's error answer. */
public final class FairwayContract extends ChaincodeBase {
    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        try {
            List<String> arguments = stub.getStringArgs();
            String function = arguments.stream().findFirst().orElseThrow(Refusal.FUNCTION::refused);
            return ResponseUtils.newSuccessResponse(answer(stub, function, arguments.subList(1, arguments.size())));
        } catch (RefusedException refused) {
            return ResponseUtils.newErrorResponse(refused.getMessage());
        }
    }

    private static byte[] answer(ChaincodeStub stub, String function, List<String> arguments) {
        WorldState world = new WorldState(stub);
        var query = Queries.find(function);
        if (query.isPresent()) {
            return query.get().answer(world, arguments);
        }
        Transaction transaction = Catalogue.find(function).orElseThrow(Refusal.FUNCTION::refused);
        return new Execution(stub, world, transaction).run(arguments).bytes();
    }
}
