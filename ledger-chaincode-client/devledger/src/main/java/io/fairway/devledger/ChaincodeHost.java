package io.fairway.devledger;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the servers of a chaincode are ("chaincode as a service"). Every organisation has a server of its own: the Java shim keeps the
 * state of its conversation per instance, and endorsements mean something only if each organisation ran the contract itself.
 */
public sealed interface ChaincodeHost {

    /**
     * Servers that somebody else runs.
     *
     * @param servers address by name of organisation; plain TCP
     */
    record Running(Map<String, InetSocketAddress> servers) implements ChaincodeHost {
        public Running {
            servers = Map.copyOf(servers);
        }
    }

    /**
     * Processes that the development ledger starts, watches and ends, one per organisation. Each gets its address in
     * {@code CHAINCODE_SERVER_ADDRESS} and its name in {@code CORE_CHAINCODE_ID_NAME}, as Fabric's own images do.
     *
     * @param classPath jars and folders
     * @param mainClass class whose {@code main} serves
     * @param options further options of the Java launcher, such as a heap limit
     */
    record Started(List<Path> classPath, String mainClass, List<String> options) implements ChaincodeHost {
        public Started {
            classPath = List.copyOf(classPath);
            options = List.copyOf(options);
        }
    }
}
