package io.fairway.usecase;

import io.fairway.document.code.CodeList;
import io.fairway.document.code.CodeLists;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The code lists that documents are judged by now: those loaded at run time, over those of the folder of the settings. Thread-safe. */
public final class CodeListsInForce implements Supplier<CodeLists> {
    private final Transactions transactions;
    private final CodeListVersions versions;
    private final CodeLists ofFolder;
    private volatile CodeLists current;

    public CodeListsInForce(Transactions transactions, CodeListVersions versions, CodeLists ofFolder) {
        this.transactions = transactions;
        this.versions = versions;
        this.ofFolder = ofFolder;
        this.current = ofFolder;
    }

    @Override
    public CodeLists get() {
        return current;
    }

    /** Takes over what was loaded, here or at another node. */
    public void refresh() {
        Map<String, CodeList> lists = new HashMap<>(ofFolder.lists());
        lists.putAll(transactions.asHub(versions::inForce).lists());
        current = new CodeLists(lists);
    }
}
