package io.fairway.clearance;

import io.fairway.clearance.Discrepancy.Against;
import io.fairway.clearance.Discrepancy.MustAct;
import io.fairway.document.DeclaredItem;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Licence;
import io.fairway.document.OriginCertificate;
import io.fairway.document.PackingList;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.TradeDocument;
import io.fairway.document.finding.Text;
import io.fairway.document.id.HsCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares declarations with the licences, certificates of origin and packing lists they name: known, in force on the day, for the same
 * party and goods, not used up. A licence or certificate must be known; a packing list is compared when it is. As with the manifest,
 * what differs is a finding, never a refusal.
 */
public final class NamedDocuments {
    private static final Set<String> LICENCES = Set.of("911", "811");
    private static final Set<String> CERTIFICATES = Set.of("861");
    private static final Set<String> PACKING_LISTS = Set.of("271");
    private static final BigDecimal LEAST_TOLERANCE_KILOGRAMS = BigDecimal.valueOf(100);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.03");

    private final DeclarationState state;
    private final GoodsDeclaration declaration;
    private final Register register;
    private final LocalDate day;
    private final List<Discrepancy> found = new ArrayList<>();

    /** The documents that are known. */
    public interface Register {
        /** The one in force under a number. @param typeCode EDIFACT 1001 */
        Optional<TradeDocument> named(String typeCode, String number);

        /** How much of a commodity other declarations hold under a licence, in kilograms net. */
        BigDecimal declaredElsewhere(Licence licence, HsCode commodity, DeclarationKey besides);
    }

    private NamedDocuments(DeclarationState state, LocalDate day, Register register) {
        this.state = state;
        this.declaration = state.pending().orElse(state.current());
        this.day = day;
        this.register = register;
    }

    /** Whether declarations that name a document of this type are compared with it. @param typeCode EDIFACT 1001 */
    public static boolean isCompared(String typeCode) {
        return LICENCES.contains(typeCode) || CERTIFICATES.contains(typeCode) || PACKING_LISTS.contains(typeCode);
    }

    /** The types (EDIFACT 1001) under which a declaration may name the document. */
    public static Set<String> typesOf(TradeDocument document) {
        return switch (document) {
            case Licence _ -> LICENCES;
            case OriginCertificate _ -> CERTIFICATES;
            case PackingList _ -> PACKING_LISTS;
        };
    }

    /** What an item weighs net, or gross where net is not said. */
    public static BigDecimal kilograms(DeclaredItem item) {
        return item.netKilograms().or(item::grossKilograms).orElse(BigDecimal.ZERO);
    }

    /** What differs now. */
    public static List<Discrepancy> compare(CaseState state, Register register) {
        return state.declarations().values().stream().filter(DeclarationState::isLive)
                .flatMap(declaration -> new NamedDocuments(declaration, dayOf(state, declaration), register).compare()).toList();
    }

    private static LocalDate dayOf(CaseState state, DeclarationState declaration) {
        return declaration.current().declaredOn().or(() -> LastTold.of(state, declaration.key())
                .map(event -> event.receivedAt().atZone(ZoneOffset.UTC).toLocalDate())).orElse(LocalDate.EPOCH);
    }

    private Stream<Discrepancy> compare() {
        for (int i = 0; i < declaration.documents().size(); i++) {
            SupportingDocument named = declaration.documents().get(i);
            if (isCompared(named.typeCode())) {
                compare("documents[" + i + "].number", named);
            }
        }
        return found.stream();
    }

    private void compare(String member, SupportingDocument named) {
        Optional<TradeDocument> known = register.named(named.typeCode(), named.number()).filter(NamedDocuments::stands);
        if (known.isPresent()) {
            switch (known.get()) {
                case Licence licence -> compareLicence(member, licence);
                case OriginCertificate certificate -> compareCertificate(member, certificate);
                case PackingList list -> comparePackingList(member, list);
            }
        } else if (!PACKING_LISTS.contains(named.typeCode())) {
            differs(new Difference("DOCUMENT_UNKNOWN", member, named.number(), "", MustAct.ISSUER,
                    "a licence or certificate that the hub has got", new Text("Document " + named.number() + " (type " + named.typeCode()
                    + ") is not known here: the number may be wrong, or it has not arrived yet.",
                    "未收到单证" + named.number() + "（类型" + named.typeCode() + "）：编号可能有误，或尚未到达。")));
        }
    }

    private static boolean stands(TradeDocument document) {
        return document.function() != DocumentFunction.CANCEL && document.function() != DocumentFunction.DELETE;
    }

    private void compareLicence(String member, Licence licence) {
        boolean isInForce = !day.isBefore(licence.validFrom()) && !day.isAfter(licence.validUntil());
        if (!isInForce) {
            differs(new Difference("LICENCE_NOT_IN_FORCE", member, day.toString(), licence.validFrom() + " to " + licence.validUntil(),
                    MustAct.DECLARANT, "a licence that is in force on the day of the declaration", new Text("Licence " + licence.number()
                    + " is not in force on " + day + ".", "许可证" + licence.number() + "在" + day + "无效。")));
        }
        compareParty(member, licence.number(), licence.holder(), licence.direction() == GoodsDeclaration.Direction.EXPORT
                ? declaration.exporter() : declaration.importer());
        compareGoods(member, licence.number(), licence.goods().stream().map(Licence.LicensedGoods::commodity).toList());
        licence.goods().forEach(goods -> compareAmount(member, licence, goods));
    }

    private void compareAmount(String member, Licence licence, Licence.LicensedGoods goods) {
        BigDecimal own = declaration.items().stream().filter(item -> covers(goods.commodity(), item.commodity()))
                .map(NamedDocuments::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
        goods.netKilograms().filter(most -> own.signum() > 0
                && own.add(register.declaredElsewhere(licence, goods.commodity(), state.key())).compareTo(most) > 0).ifPresent(most ->
                differs(new Difference("LICENCE_USED_UP", member, own.toPlainString() + " kg of " + goods.commodity(), most.toPlainString()
                        + " kg in all", MustAct.DECLARANT, "no more than is left of the licence", new Text("Less is left of licence "
                        + licence.number() + " than is declared of " + goods.commodity() + ".",
                        "许可证" + licence.number() + "项下" + goods.commodity() + "的余量少于申报数量。"))));
    }

    private void compareCertificate(String member, OriginCertificate certificate) {
        if (certificate.validUntil().filter(day::isAfter).isPresent()) {
            differs(new Difference("CERTIFICATE_NOT_IN_FORCE", member, day.toString(), "until " + certificate.validUntil().orElseThrow(),
                    MustAct.DECLARANT, "a certificate that is in force on the day of the declaration", new Text("Certificate "
                    + certificate.number() + " is not in force on " + day + ".", "原产地证" + certificate.number() + "在" + day + "无效。")));
        }
        compareParty(member, certificate.number(), certificate.consignee(), declaration.importer());
        List<HsCode> commodities = certificate.goods().stream().map(OriginCertificate.CertifiedGoods::commodity).toList();
        compareGoods(member, certificate.number(), commodities);
        declaration.items().stream().filter(item -> commodities.stream().anyMatch(commodity -> covers(commodity, item.commodity())))
                .map(DeclaredItem::origin).filter(origin -> !origin.isEmpty() && !origin.equals(certificate.originCountry())).findFirst()
                .ifPresent(origin -> differs(new Difference("CERTIFICATE_OF_OTHER_ORIGIN", member, origin, certificate.originCountry(),
                        MustAct.DECLARANT, "the country of origin that is certified", new Text("Certificate " + certificate.number()
                        + " certifies another country of origin than " + origin + ".",
                        "原产地证" + certificate.number() + "所证原产国不是" + origin + "。"))));
    }

    private void comparePackingList(String member, PackingList list) {
        if (!list.bills().isEmpty() && declaration.bills().stream().noneMatch(list.bills()::contains)) {
            differs(new Difference("PACKING_LIST_OF_OTHER_BILL", member, joined(declaration.bills()), joined(list.bills()), MustAct.DECLARANT,
                    "a packing list of the declared bill", new Text("Packing list " + list.number() + " does not list the goods of this bill.",
                    "装箱单" + list.number() + "与该提单无关。")));
        }
        declaration.packages().filter(own -> own != list.packages()).ifPresent(own ->
                differs(new Difference("PACKING_LIST_OTHER_PACKAGES", member, own.toString(), Integer.toString(list.packages()),
                        MustAct.DECLARANT, "the number of packages on the packing list", new Text("Packing list " + list.number()
                        + " has another number of packages than the declaration.", "装箱单" + list.number() + "件数与报关单不符。"))));
        BigDecimal tolerance = list.grossKilograms().multiply(TOLERANCE).max(LEAST_TOLERANCE_KILOGRAMS);
        declaration.grossKilograms().filter(own -> own.subtract(list.grossKilograms()).abs().compareTo(tolerance) > 0).ifPresent(own ->
                differs(new Difference("PACKING_LIST_OTHER_WEIGHT", member, own.toPlainString(), list.grossKilograms().toPlainString(),
                        MustAct.DECLARANT, "the gross weight on the packing list, give or take 3 % or 100 kg", new Text("Packing list "
                        + list.number() + " has another gross weight than the declaration.", "装箱单" + list.number() + "毛重与报关单不符。"))));
    }

    private void compareParty(String member, String number, Party named, Optional<Party> declared) {
        declared.filter(party -> isAnother(named, party)).ifPresent(party -> differs(new Difference("DOCUMENT_OF_ANOTHER_PARTY", member,
                said(party), said(named), MustAct.DECLARANT, "a document of the declared consignee", new Text("Document " + number
                + " was issued for another party than the declared one.", "单证" + number + "的当事人与申报的不符。"))));
    }

    private static boolean isAnother(Party one, Party other) {
        if (!one.code().isEmpty() && !other.code().isEmpty()) {
            return !one.code().equals(other.code());
        }
        return !one.name().isEmpty() && !other.name().isEmpty()
                && !one.name().toUpperCase(Locale.ROOT).equals(other.name().toUpperCase(Locale.ROOT));
    }

    private static String said(Party party) {
        return party.code().isEmpty() ? party.name() : party.code();
    }

    private void compareGoods(String member, String number, List<HsCode> commodities) {
        boolean isForThem = declaration.items().isEmpty() || declaration.items().stream().anyMatch(item ->
                commodities.stream().anyMatch(commodity -> covers(commodity, item.commodity())));
        if (!isForThem) {
            differs(new Difference("DOCUMENT_FOR_OTHER_GOODS", member, joined(declaration.items().stream().map(DeclaredItem::commodity).toList()),
                    joined(commodities), MustAct.DECLARANT, "a document that covers a declared commodity code", new Text("Document " + number
                    + " covers none of the declared commodities.", "单证" + number + "不涵盖所申报的任何商品编码。")));
        }
    }

    /** A shorter code covers the longer ones that begin with it. */
    private static boolean covers(HsCode covering, HsCode commodity) {
        return commodity.value().startsWith(covering.value());
    }

    private static String joined(List<?> values) {
        return String.join(", ", values.stream().map(Object::toString).distinct().toList());
    }

    private record Difference(String code, String member, String declared, String recorded, MustAct mustAct, String expected, Text text) {
    }

    private void differs(Difference difference) {
        found.add(new Discrepancy(difference.code(), Against.DOCUMENT, state.key(), declaration.version(), difference.member(),
                difference.declared(), difference.recorded(), "", difference.mustAct(), difference.expected(), difference.text()));
    }
}
