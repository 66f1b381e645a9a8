package io.fairway.devledger;

import java.io.IOException;
import java.util.Arrays;

/**
 * Entry point of a chaincode process that the development ledger starts: runs the {@code main} of the class named first, and ends the
 * process when its standard input ends, which it does when the development ledger is gone, however it went.
 */
public final class ChaincodeGuard {
    private ChaincodeGuard() {}

    /** @param arguments class name, then its own arguments */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().name("parent-watch").daemon().start(ChaincodeGuard::endWithParent);
        Class.forName(arguments[0]).getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever sent; only the end counts
            }
        } catch (IOException e) {
            System.err.println("The development ledger is gone: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
