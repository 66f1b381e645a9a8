package io.fairway.xml.mapping;

import io.fairway.document.ContainerSeal;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.ExaminationPlace;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.DeclaredItem;
import io.fairway.document.DeclaredItem.Duty;
import io.fairway.document.DocumentFunction;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.GoodsDeclaration.Direction;
import io.fairway.document.GoodsItem;
import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.ManifestedContainer;
import io.fairway.document.Money;
import io.fairway.document.Party;
import io.fairway.document.SupportingDocument;
import io.fairway.document.Voyage;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.LocalReferenceNumber;
import io.fairway.document.id.Sha256;
import io.fairway.document.id.UnLocode;
import io.fairway.document.id.VoyageNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Documents with values drawn by a seed: every optional value is sometimes there, texts have what XML must escape. */
final class DocumentSamples {
    private static final List<String> CONTAINERS = List.of("HUBU2000016", "HUBU2000021", "HUBU3007777");
    private static final List<String> PORTS = List.of("CNSHG", "NLRTM", "DEHAM", "SGSIN");
    private static final List<String> WORDS = List.of("NOORDZEE", "PUMPS & PARTS", "<BV>", "\"BLUE\" CRANE", "上海蓝鹤贸易", "Ünal", "😀", "a'b", "420");
    private static final Instant BASE = Instant.parse("2026-03-02T01:15:00Z");

    private final Random random;

    DocumentSamples(long seed) {
        this.random = new Random(seed);
    }

    Manifest manifest() {
        Party carrier = party(random.nextBoolean() ? "HUBL" : "");
        return new Manifest("CAR" + random.nextInt(1_000_000), pick(DocumentFunction.ORIGINAL, DocumentFunction.CHANGE, DocumentFunction.DELETE),
                BASE.plusMillis(random.nextInt(1_000_000_000)), voyage("HUBL"), carrier, maybe(() -> party("AGT")), maybe(this::port), port(),
                pick("", "2248"), maybe(this::time), maybe(this::time), list(1, 4, this::consignment));
    }

    private ManifestConsignment consignment() {
        return new ManifestConsignment(bill(), maybe(this::bill), port(), port(), maybe(this::port), pick(CustomsTreatment.values()),
                party(""), party("USCI+913101150000000000"), maybe(() -> party("N")), maybe(() -> random.nextInt(1000)), maybe(this::weight),
                list(0, 3, this::container), list(0, 3, this::goods), maybe(() -> voyage("ONWD")));
    }

    private ManifestedContainer container() {
        return new ManifestedContainer(new ContainerNumber(pick(CONTAINERS)), pick("", "22G1", "45G1"), pick("", "4", "5"), maybe(this::weight),
                maybe(this::weight), list(0, 2, () -> new ContainerSeal("HB" + random.nextInt(1000), pick("", "CA", "CU"))),
                maybe(() -> random.nextInt(100)));
    }

    private GoodsItem goods() {
        return new GoodsItem(1 + random.nextInt(99), random.nextInt(500), pick("", "CT", "DR"), text(), maybe(this::weight),
                list(0, 2, this::text), maybe(this::commodity),
                list(0, 2, () -> new DangerousGoods(pick("3", "2.1", ""), "1263", pick("", "23", "-5"), pick("", "2"))));
    }

    GoodsDeclaration declaration() {
        DocumentFunction function = pick(DocumentFunction.ORIGINAL, DocumentFunction.CHANGE, DocumentFunction.REPLACE, DocumentFunction.CANCEL,
                DocumentFunction.DELETE, DocumentFunction.RESPONSE);
        return new GoodsDeclaration(new LocalReferenceNumber("DEC-" + random.nextInt(1000)), function, 1 + random.nextInt(3),
                pick(Direction.values()), pick("", "40", "1040"), pick("", "2248"), maybe(this::day), maybe(this::day),
                maybe(() -> voyage("HUBL")), list(1, 3, this::bill), list(0, 3, () -> new ContainerNumber(pick(CONTAINERS))), pick("", "NL"),
                maybe(this::port), party("3122480007"), maybe(() -> party("913101150000000000")), maybe(() -> party("")),
                maybe(() -> random.nextInt(10_000)), pick("", "CT"), maybe(this::weight), pick("", "CIF", "DAP SHANGHAI"), maybe(this::money),
                list(0, 3, this::supportingDocument), list(0, 3, this::item));
    }

    private SupportingDocument supportingDocument() {
        return new SupportingDocument(pick("380", "271", "C505"), "NZP-" + random.nextInt(1000), maybe(this::day),
                maybe(() -> new Sha256("%016x".formatted(random.nextLong()).repeat(4))));
    }

    private DeclaredItem item() {
        return new DeclaredItem(1 + random.nextInt(999), commodity(), text(), pick("", "NL"), maybe(this::weight), maybe(this::weight),
                maybe(this::money), maybe(() -> random.nextInt(1000)), pick("", "CT"),
                list(0, 3, () -> new Duty(pick("CUD", "VAT", ""), maybe(this::weight), maybe(this::money))));
    }

    /** A response that a WCO response can say. */
    CustomsResponse response() {
        return new CustomsResponse("RS-" + random.nextInt(1000), pick(Decision.values()), time(),
                Optional.of(new LocalReferenceNumber("DEC260304-0007")),
                maybe(() -> new EntryNumber("224820261000000017")), list(0, 3, this::bill),
                list(0, 2, () -> new ContainerNumber(pick(CONTAINERS))), pick("", "HOLD-1"), pick("", "R2248260305001"),
                maybe(() -> pick(ExaminationPlace.values())), list(0, 2, this::money), list(0, 3, this::reason));
    }

    /** A response that the receipt of a manifest can say, about one bill. */
    CustomsResponse receipt(Decision decision) {
        return new CustomsResponse("", decision, BASE.plusMillis(random.nextInt(1_000_000)), Optional.empty(), Optional.empty(),
                List.of(bill()), list(0, 2, () -> new ContainerNumber(pick(CONTAINERS))), "", "", Optional.empty(), List.of(),
                list(0, 3, this::reason));
    }

    private Reason reason() {
        return new Reason(pick("12", "CONTAINER_CHECK_DIGIT", "11301", ""), pick("", "3", "items[2].value"), text());
    }

    private Voyage voyage(String carrier) {
        ShipId ship = ShipId.of(pick("9745677", "9074729", "code:CN20260012", "callsign:VRAB5", "mmsi:477123456", "name:HUB PIONEER"));
        return new Voyage(ship, pick("", "HUB Pioneer"), new VoyageNumber("017W"), carrier);
    }

    private Party party(String code) {
        return new Party(code, text(), pick("", text()), pick("", "ROTTERDAM"), pick("", "3199LC", "POSTCODE 12345"), pick("", "NL", "NLD"));
    }

    private BillNumber bill() {
        return new BillNumber("HUBLRTM" + (2_600_000 + random.nextInt(1000)));
    }

    private UnLocode port() {
        return new UnLocode(pick(PORTS));
    }

    private HsCode commodity() {
        return new HsCode(pick("841370", "84137099", "8413709990"));
    }

    private Money money() {
        return new Money(new BigDecimal(random.nextInt(100_000_000)).movePointLeft(random.nextInt(4)), pick("", "EUR", "CNY"));
    }

    private BigDecimal weight() {
        return new BigDecimal(random.nextInt(100_000_000)).movePointLeft(random.nextInt(4));
    }

    private Instant time() {
        return BASE.plusSeconds(random.nextInt(10_000_000));
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1000));
    }

    private String text() {
        return String.join(" ", list(1, 4, () -> pick(WORDS)));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(int from, int to, Supplier<T> value) {
        return IntStream.range(0, from + random.nextInt(to - from + 1)).mapToObj(i -> value.get()).toList();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
