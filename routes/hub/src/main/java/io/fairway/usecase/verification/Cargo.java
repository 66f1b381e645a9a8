package io.fairway.usecase.verification;

import io.fairway.document.ContainerSeal;
import io.fairway.document.DeclaredItem;
import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsItem;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.Party;
import io.fairway.document.Shipment;
import io.fairway.document.ShipmentDocument;
import io.fairway.document.Voyage;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What any document says of the goods of one bill, in a form in which two documents can be compared: letters and digits of names count and
 * nothing else, capitals are small letters, order does not matter. Empty is what the document does not say.
 */
record Cargo(Optional<Voyage> voyage, Names names, Optional<UnLocode> loading, Optional<UnLocode> discharge, Optional<Integer> packages,
             Optional<BigDecimal> grossKilograms, Set<String> containers, Set<String> seals, Set<String> descriptions, Set<String> commodities) {

    /** Of the parties; empty where not said. */
    record Names(String consignor, String consignee, String notified) {
    }

    /** What a document says of the bill; empty when it is none of those that describe goods, or speaks of other bills. */
    static Optional<Cargo> of(Document document, String bill) {
        return switch (document) {
            case Manifest manifest -> manifest.consignments().stream().filter(listed -> names(listed, bill)).findFirst()
                    .map(listed -> of(manifest, listed));
            case ShipmentDocument shipment when bare(shipment.reference()).equals(bare(bill)) -> Optional.of(of(shipment.shipment()));
            case GoodsDeclaration declaration when declaration.bills().stream().anyMatch(named -> bare(named.value()).equals(bare(bill))) ->
                    Optional.of(of(declaration));
            case Document _ -> Optional.empty();
        };
    }

    private static boolean names(ManifestConsignment listed, String bill) {
        return bare(listed.bill().value()).equals(bare(bill))
                || listed.houseBill().filter(house -> bare(house.value()).equals(bare(bill))).isPresent();
    }

    private static Cargo of(Manifest manifest, ManifestConsignment listed) {
        return new Cargo(Optional.of(manifest.voyage()), new Names(bare(listed.consignor().name()), bare(listed.consignee().name()),
                bare(listed.notifyParty())), Optional.of(listed.portOfLoading()), Optional.of(listed.portOfDischarge()), listed.packages(),
                listed.grossKilograms(), numbers(listed.containers().stream().map(container -> container.number())),
                seals(listed.containers().stream().flatMap(container -> container.seals().stream())),
                descriptions(listed.goods().stream().map(GoodsItem::description)),
                commodities(listed.goods().stream().flatMap(item -> item.commodity().stream())));
    }

    private static Cargo of(Shipment shipment) {
        List<Shipment.ShippedGoods> goods = shipment.goods();
        return new Cargo(shipment.voyage(), new Names(bare(shipment.parties().consignor()), bare(shipment.parties().consignee()),
                bare(shipment.parties().notifyParty())), Optional.of(shipment.route().portOfLoading()),
                Optional.of(shipment.route().portOfDischarge()),
                goods.isEmpty() ? Optional.empty() : Optional.of(goods.stream().mapToInt(Shipment.ShippedGoods::packages).sum()),
                sum(goods.stream().map(Shipment.ShippedGoods::grossKilograms).toList()),
                numbers(shipment.containers().stream().flatMap(container -> container.number().stream())),
                seals(shipment.containers().stream().flatMap(container -> container.seals().stream())),
                descriptions(goods.stream().map(Shipment.ShippedGoods::description)),
                commodities(goods.stream().flatMap(item -> item.commodity().stream())));
    }

    private static Cargo of(GoodsDeclaration declaration) {
        return new Cargo(declaration.voyage(), new Names(bare(declaration.exporter()), bare(declaration.importer()), ""), Optional.empty(),
                declaration.portOfDischarge(), declaration.packages(), declaration.grossKilograms(), numbers(declaration.containers().stream()),
                Set.of(), descriptions(declaration.items().stream().map(DeclaredItem::description)),
                commodities(declaration.items().stream().map(DeclaredItem::commodity)));
    }

    private static Set<String> numbers(Stream<ContainerNumber> containers) {
        return sorted(containers.map(ContainerNumber::value));
    }

    private static Set<String> seals(Stream<ContainerSeal> seals) {
        return sorted(seals.map(seal -> bare(seal.number())));
    }

    private static Set<String> descriptions(Stream<String> descriptions) {
        return sorted(descriptions.map(Cargo::bare));
    }

    private static Set<String> commodities(Stream<HsCode> codes) {
        return sorted(codes.map(Objects::toString));
    }

    private static Set<String> sorted(Stream<String> values) {
        return values.filter(value -> !value.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<BigDecimal> sum(Collection<Optional<BigDecimal>> weights) {
        return weights.isEmpty() || weights.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                : weights.stream().flatMap(Optional::stream).reduce(BigDecimal::add);
    }

    private static String bare(Optional<Party> party) {
        return party.map(Party::name).map(Cargo::bare).orElse("");
    }

    /** Letters and digits, wide ones made narrow (Unicode NFKC), small ones. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
