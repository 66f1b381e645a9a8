package io.fairway.edifact.mapping;

import io.fairway.document.GoodsItem;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.Party;
import io.fairway.document.Voyage;
import io.fairway.document.finding.Certainty;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one consignment of a CUSCAR: the reference that opens its details (RFF+BM, BH, AAS or MB) and what stands under it. */
final class ConsignmentReading {
    private static final String AT = "consignments[0].";
    /** Qualifiers (1153) of the references that open the details of a consignment. */
    private static final List<String> CONSIGNMENTS = List.of("BM", "BH", "AAS", "MB");

    private final FieldReader fields;
    private final Map<String, CuscarReading.Listed> listed;
    private final ManifestHeader head;

    ConsignmentReading(FieldReader fields, Map<String, CuscarReading.Listed> listed, ManifestHeader head) {
        this.fields = fields;
        this.listed = listed;
        this.head = head;
    }

    /** The groups of a CNI that each describe a consignment. */
    static List<KeptGroup> details(KeptGroup cni) {
        List<KeptGroup> details = cni.groups("RFF");
        details.removeIf(group -> CONSIGNMENTS.stream().noneMatch(qualifier -> group.opening().holds(1, 1, qualifier)));
        return details;
    }

    Optional<ManifestConsignment> read(KeptGroup cni, KeptGroup detail) {
        int gaps = fields.gaps();
        Source reference = detail.opening();
        boolean house = reference.text(1, 1).equals("BH");
        Optional<BillNumber> number = fields.required(AT + (house ? "houseBill" : "bill"), reference, 1, 2, BillNumber::new);
        Optional<BillNumber> bill = house ? master(cni, reference) : number;
        if (!house) {
            cni.opening().text(2, 1);
        }
        Optional<UnLocode> loading = fields.requiredCoded(AT + "portOfLoading", detail.find("LOC", "9"), 2, 1, UnLocode::new);
        Optional<UnLocode> discharge = fields.requiredCoded(AT + "portOfDischarge", detail.find("LOC", "11"), 2, 1, UnLocode::new);
        Optional<UnLocode> delivery = fields.coded(AT + "placeOfDelivery", detail.find("LOC", "7"), 2, 1, UnLocode::new);
        CustomsTreatment treatment = ManifestHeader.treatment(fields, detail).orElse(head.treatment());
        Optional<Party> consignor = Parties.required(AT + "consignor", fields, detail.find("NAD", "CZ"));
        Optional<Party> consignee = Parties.required(AT + "consignee", fields, detail.find("NAD", "CN"));
        Optional<Party> notify = Parties.read(AT + "notifyParty", fields, detail.find("NAD", "N1", "NI"));
        Source totalPackages = detail.find("CNT", "11", "8").or(() -> cni.find("CNT", "11", "8"));
        Source totalWeight = detail.find("CNT", "7").or(() -> cni.find("CNT", "7"));
        Optional<Integer> packages = fields.count(AT + "packages", totalPackages, 1, 2);
        Optional<BigDecimal> weight = fields.totalKilograms(AT + "grossKilograms", totalWeight);
        List<GoodsItem> goods = goods(detail.groups("GID"));
        List<ManifestedContainer> containers = containers(detail.groups("GID"));
        Optional<Voyage> onward = Voyages.optional(AT + "onwardCarriage", fields, detail.find("TDT", "30"));
        packages.ifPresent(said -> checkPackages(said, goods, totalPackages));
        weight.ifPresent(said -> checkWeight(said, goods, totalWeight));
        fields.adoptDefaults(head.defaults());
        if (fields.gaps() > gaps) {
            return Optional.empty();
        }
        return Optional.of(new ManifestConsignment(bill.orElseThrow(), house ? number : Optional.empty(), loading.orElseThrow(),
                discharge.orElseThrow(), delivery, treatment, consignor.orElseThrow(), consignee.orElseThrow(), notify, packages,
                weight, containers, goods, onward));
    }

    /** The master bill of a house consignment: the number in CNI when it is another one, else the header's. */
    private Optional<BillNumber> master(KeptGroup cni, Source house) {
        Source document = cni.opening();
        String number = document.text(2, 1);
        if (!number.isEmpty() && !number.equals(house.text(1, 2))) {
            return fields.required(AT + "bill", document, 2, 1, BillNumber::new);
        }
        if (head.masterBill().isEmpty()) {
            fields.missing(AT + "bill", new Source(Optional.empty(), "RFF", "MB", cni.place()), 1, 2);
        }
        return head.masterBill();
    }

    private List<GoodsItem> goods(List<KeptGroup> groups) {
        var goods = new ArrayList<GoodsItem>();
        for (KeptGroup group : groups) {
            GoodsReading.read(fields.path(AT + "goods", goods.size()), fields, group).ifPresent(goods::add);
        }
        return goods;
    }

    private List<ManifestedContainer> containers(List<KeptGroup> groups) {
        var placements = new LinkedHashMap<String, Placement>();
        for (KeptGroup group : groups) {
            for (KeptSegment segment : group.all("SGP")) {
                Source sgp = Source.of(segment);
                String at = fields.path(AT + "containers", placements.size());
                FieldReader share = placements.containsKey(sgp.text(1, 1)) ? fields.fresh() : fields;
                share.coded(fields.path(at, ".number"), sgp, 1, 1, ContainerNumber::new).ifPresent(number ->
                        placements.merge(number.value(), new Placement(number, sgp, share.count(fields.path(at, ".packages"), sgp, 2, 1)), Placement::plus));
            }
        }
        var containers = new ArrayList<ManifestedContainer>();
        placements.values().forEach(placement -> containers.add(container(fields.path(AT + "containers", containers.size()), placement)));
        return containers;
    }

    private ManifestedContainer container(String path, Placement placement) {
        ContainerNumber number = placement.number();
        CuscarReading.Listed known = listed.get(number.value());
        if (known == null) {
            fields.reportGuess(ContentRule.CONTAINER_NOT_LISTED, placement.first().place(1, 1), number.value(), "a container of the message",
                    List.copyOf(listed.keySet()));
            return new ManifestedContainer(number, "", "", Optional.empty(), Optional.empty(), List.of(), placement.packages());
        }
        fields.adopt(fields.path(path, "."), known.origins());
        ManifestedContainer box = known.container();
        return new ManifestedContainer(number, box.sizeType(), box.fullness(), box.grossKilograms(), box.tareKilograms(), box.seals(),
                placement.packages());
    }

    private void checkPackages(int said, List<GoodsItem> goods, Source total) {
        int sum = goods.stream().mapToInt(GoodsItem::packages).sum();
        if (sum != 0 && sum != said) {
            fields.report(ContentRule.PACKAGES_DIFFER, total.place(1, 2), Integer.toString(said), Integer.toString(sum),
                    Certainty.LIKELY);
        }
    }

    private void checkWeight(BigDecimal said, List<GoodsItem> goods, Source total) {
        if (!goods.isEmpty() && goods.stream().allMatch(item -> item.grossKilograms().isPresent())) {
            BigDecimal sum = goods.stream().map(item -> item.grossKilograms().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(said) != 0) {
                fields.report(ContentRule.WEIGHT_DIFFERS, total.place(1, 2), said.toPlainString(), sum.toPlainString(),
                        Certainty.LIKELY);
            }
        }
    }

    /** Goods of several items placed in one container: its packages add up. */
    private record Placement(ContainerNumber number, Source first, Optional<Integer> packages) {

        Placement plus(Placement more) {
            Optional<Integer> sum = packages.isPresent() && more.packages.isPresent()
                    ? Optional.of(packages.get() + more.packages.get()) : packages.or(more::packages);
            return new Placement(number, first, sum);
        }
    }
}
