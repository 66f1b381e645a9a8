package io.fairway.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All transactions of the contract. */
final class Catalogue {
    private static final List<Transaction> ALL = Stream.of(RegistryCatalogue.all(), BillCatalogue.all(), ReleaseCatalogue.all(), FactCatalogue.all())
            .flatMap(List::stream).toList();
    private static final Map<String, Transaction> BY_NAME = ALL.stream().collect(Collectors.toUnmodifiableMap(Transaction::name, Function.identity()));

    private Catalogue() {
    }

    static List<Transaction> all() {
        return ALL;
    }

    static Optional<Transaction> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
