package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.GoodsItem;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.ContainerNumber;
import io.fairway.edifact.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one CUSCAR. A house consignment names its own bill in RFF+BH and its master in CNI, the only place the older directories
 * leave for it. Every container is listed once and placed with the first goods items of its consignment.
 */
final class CuscarWriting {
    private static final int PLACEMENTS_PER_ITEM = 99;

    private final MessageDraft draft;

    CuscarWriting(MessageDraft draft) {
        this.draft = draft;
    }

    void write(Manifest manifest) {
        boolean house = manifest.consignments().stream().anyMatch(consignment -> consignment.houseBill().isPresent());
        draft.beginning(house ? "785" : "85", "reference", manifest.reference(), Functions.code(manifest.function()));
        draft.time("137", manifest.issuedAt());
        Parties.write(draft, "CA", "carrier", manifest.carrier(), "172", "ZZZ");
        manifest.agent().ifPresent(agent -> Parties.write(draft, "CG", "agent", agent));
        Voyages.write(draft, "20", "voyage", manifest.voyage());
        manifest.portOfDeparture().ifPresent(port -> draft.location("5", port));
        draft.location("60", manifest.portOfArrival());
        if (!manifest.customsOffice().isEmpty()) {
            draft.segment("LOC", e("22"), e(MessageDraft.fit("customsOffice", manifest.customsOffice(), 25), "ZZZ", "ZZZ"));
        }
        draft.time("186", manifest.departedAt());
        draft.time("132", manifest.estimatedArrival());
        Map<ContainerNumber, ManifestedContainer> containers = containers(manifest);
        containers.values().forEach(this::container);
        draft.count("10", manifest.consignments().size());
        draft.count("16", containers.size());
        MessageDraft.mandatory("consignments", manifest.consignments().isEmpty() ? "" : "some", 4);
        MessageDraft.atMost(9999, manifest.consignments().size(), "consignments");
        for (int i = 0; i < manifest.consignments().size(); i++) {
            consignment(i, manifest.consignments().get(i));
        }
    }

    private static Map<ContainerNumber, ManifestedContainer> containers(Manifest manifest) {
        var containers = new LinkedHashMap<ContainerNumber, ManifestedContainer>();
        for (ManifestConsignment consignment : manifest.consignments()) {
            for (ManifestedContainer container : consignment.containers()) {
                ManifestedContainer box = withoutPackages(container);
                ManifestedContainer other = containers.putIfAbsent(container.number(), box);
                if (other != null && !other.equals(box)) {
                    throw new UnwritableDocumentException("containers", container.number() + " is described in two ways");
                }
            }
        }
        return containers;
    }

    private static ManifestedContainer withoutPackages(ManifestedContainer box) {
        return new ManifestedContainer(box.number(), box.sizeType(), box.fullness(), box.grossKilograms(), box.tareKilograms(),
                box.seals(), Optional.empty());
    }

    private void container(ManifestedContainer container) {
        Equipment.write(draft, "containers", container.number(), container.sizeType(), container.fullness());
        draft.kilograms("T", "containers.tareKilograms", container.tareKilograms());
        draft.kilograms(oldCodes() ? "G" : "AET", "containers.grossKilograms", container.grossKilograms());
        Equipment.writeSeals(draft, "containers.seals", container.seals());
    }

    private void consignment(int index, ManifestConsignment consignment) {
        String path = "consignments[" + index + "].";
        draft.segment("CNI", e(Integer.toString(index + 1)), e(consignment.bill().value()));
        consignment.houseBill().ifPresentOrElse(house -> draft.reference("BH", path + "houseBill", house.value()),
                () -> draft.reference("BM", path + "bill", consignment.bill().value()));
        consignment.grossKilograms().ifPresent(weight ->
                draft.segment("CNT", e("7", MessageDraft.number(path + "grossKilograms", weight), "KGM")));
        consignment.packages().ifPresent(packages -> draft.count("11", packages));
        draft.location("9", consignment.portOfLoading());
        draft.location("11", consignment.portOfDischarge());
        consignment.placeOfDelivery().ifPresent(place -> draft.location("7", place));
        treatment(consignment);
        consignment.onwardCarriage().ifPresent(onward -> Voyages.write(draft, "30", path + "onwardCarriage", onward));
        Parties.write(draft, "CZ", path + "consignor", consignment.consignor());
        Parties.write(draft, "CN", path + "consignee", consignment.consignee());
        consignment.notifyParty().ifPresent(party -> Parties.write(draft, oldCodes() ? "N1" : "NI", path + "notifyParty", party));
        goods(path, consignment);
    }

    /** GIS until it gave way to GEI (D.16A: 9649 code 1, processing indicator). */
    private void treatment(ManifestConsignment consignment) {
        String code = ManifestHeader.code(consignment.treatment());
        if (oldCodes()) {
            draft.segment("GIS", e(code));
        } else {
            draft.segment("GEI", e("1"), e(code));
        }
    }

    /** D.16A tells gross weights apart (6313 AAB, AET), has one notify party (NI), and GEI for GIS. */
    private boolean oldCodes() {
        return draft.directory().before(DirectoryRelease.D16A);
    }

    private void goods(String path, ManifestConsignment consignment) {
        List<GoodsItem> goods = consignment.goods();
        MessageDraft.mandatory(path + "goods", goods.isEmpty() ? "" : "some", 4);
        var unplaced = new ArrayList<>(consignment.containers());
        MessageDraft.atMost(PLACEMENTS_PER_ITEM * goods.size(), unplaced.size(), path + "containers");
        for (int i = 0; i < goods.size(); i++) {
            List<ManifestedContainer> here = unplaced.subList(0, Math.min(PLACEMENTS_PER_ITEM, unplaced.size()));
            item(path + "goods[" + i + "].", goods.get(i), List.copyOf(here));
            here.clear();
        }
    }

    private void item(String path, GoodsItem item, List<ManifestedContainer> containers) {
        Element packages = item.packages() == 0 && item.packageType().isEmpty() ? Element.NONE
                : e(item.packages() == 0 ? "" : Integer.toString(item.packages()),
                        MessageDraft.fit(path + "packageType", item.packageType(), 17));
        draft.segment("GID", e(Integer.toString(item.number())), packages);
        draft.text("AAA", path + "description", item.description());
        draft.kilograms(oldCodes() ? "G" : "AAB", path + "grossKilograms", item.grossKilograms());
        for (ManifestedContainer container : containers) {
            draft.segment("SGP", e(container.number().value()), e(container.packages().map(Object::toString).orElse("")));
        }
        MessageDraft.atMost(9, item.dangerous().size(), path + "dangerous");
        item.dangerous().forEach(goods -> Dangers.write(draft, path + "dangerous", goods));
        marks(path + "marks", item.marks());
        item.commodity().ifPresent(code -> draft.segment("CST", e(Integer.toString(item.number())), e(code.value(), "122")));
    }

    private void marks(String path, List<String> marks) {
        MessageDraft.atMost(90, marks.size(), path);
        for (int from = 0; from < marks.size(); from += 10) {
            List<String> lines = marks.subList(from, Math.min(from + 10, marks.size()));
            lines.forEach(line -> MessageDraft.mandatory(path, line, 35));
            draft.segment("PCI", e("28"), new Element(lines));
        }
    }
}
