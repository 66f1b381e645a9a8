package io.fairway.usecase.evidence;

import java.util.SortedMap;

/** Whom the hub believes, as files: {@code roots.pem}, and of its ledger {@code ledger/members/MSPID.pem} and its neighbours. */
@FunctionalInterface
public interface TrustFolder {

    /** Content by path within the folder. */
    SortedMap<String, byte[]> files();
}
