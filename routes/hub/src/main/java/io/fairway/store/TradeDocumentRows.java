package io.fairway.store;

import static io.fairway.store.Columns.uuid;

import io.fairway.clearance.CaseState;
import io.fairway.clearance.DeclarationKey;
import io.fairway.clearance.DeclarationState;
import io.fairway.clearance.NamedDocuments;
import io.fairway.document.DeclaredItem;
import io.fairway.document.Document;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Licence;
import io.fairway.document.SupportingDocument;
import io.fairway.document.TradeDocument;
import io.fairway.document.id.HsCode;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.FactId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Licences, certificates of origin and packing lists by number, and which declarations name them. */
final class TradeDocumentRows {
    private TradeDocumentRows() {
    }

    /** Keeps what a fact says; gives the cases with a declaration that names it, which are to be compared anew. */
    static Set<ConsignmentId> keep(FactId fact, TradeDocument document) {
        String[] types = NamedDocuments.typesOf(document).toArray(String[]::new);
        Running.write("""
                insert into trade_document (fact, kind, number, sender, environment)
                select f.id, :kind, :number, f.sender, i.environment from fact f join interchange i on i.id = f.interchange where f.id = :fact""")
                .param("fact", fact.value()).param("kind", document.getClass().getSimpleName()).param("number", document.number())
                .queue();
        return Running.sql("""
                update named_document n set recheck = true from fact f join interchange i on i.id = f.interchange
                where f.id = :fact and n.number = :number and n.type_code = any (:types) and n.environment = i.environment
                returning n.consignment""")
                .param("fact", fact.value()).param("number", document.number()).param("types", types)
                .query((row, number) -> new ConsignmentId(uuid(row, "consignment"))).list().stream().collect(Collectors.toUnmodifiableSet());
    }

    /** Writes down which documents the declarations of a case name now. */
    static void write(ConsignmentId consignment, CaseState state) {
        Running.writeGiven("delete from named_document n using given where n.consignment = given.consignment")
                .param("consignment", consignment.value()).queue();
        state.declarations().values().stream().filter(DeclarationState::isLive).forEach(declaration -> said(declaration).documents().stream()
                .filter(named -> NamedDocuments.isCompared(named.typeCode())).forEach(named -> name(consignment, declaration.key(), named)));
    }

    private static void name(ConsignmentId consignment, DeclarationKey declaration, SupportingDocument named) {
        Running.write("""
                insert into named_document (consignment, declarant, lrn, type_code, number, environment)
                select id, :declarant, :lrn, :type, :number, environment from consignment where id = :consignment
                on conflict do nothing""")
                .param("consignment", consignment.value()).param("declarant", declaration.declarant()).param("lrn", declaration.lrn().value())
                .param("type", named.typeCode()).param("number", named.number())
                .queue();
    }

    private static GoodsDeclaration said(DeclarationState declaration) {
        return declaration.pending().orElse(declaration.current());
    }

    /** The documents as a case knows them: those of its environment. */
    static NamedDocuments.Register register(ConsignmentId consignment) {
        return new NamedDocuments.Register() {
            @Override
            public Optional<TradeDocument> named(String typeCode, String number) {
                return TradeDocumentRows.named(CaseIndex.environmentOf(consignment), typeCode, number);
            }

            @Override
            public BigDecimal declaredElsewhere(Licence licence, HsCode commodity, DeclarationKey besides) {
                return TradeDocumentRows.declaredElsewhere(CaseIndex.environmentOf(consignment), licence, commodity, besides);
            }
        };
    }

    /** Who first told a number may change it; what others tell under the same number is not heard. */
    private static Optional<TradeDocument> named(String environment, String typeCode, String number) {
        return Running.sql("""
                select f.document from trade_document t join fact f on f.id = t.fact
                where t.number = :number and t.environment = :environment and f.state = 'FILED'
                order by t.sender <> first_value(t.sender) over (order by f.position), f.position desc""")
                .param("number", number).param("environment", environment)
                .query((row, n) -> StoredJson.read(row.getString("document"), Document.class)).list().stream()
                .filter(TradeDocument.class::isInstance).map(TradeDocument.class::cast)
                .filter(document -> NamedDocuments.typesOf(document).contains(typeCode)).findFirst();
    }

    private static BigDecimal declaredElsewhere(String environment, Licence licence, HsCode commodity, DeclarationKey besides) {
        Map<String, GoodsDeclaration> others = new LinkedHashMap<>();
        Running.sql("""
                select d.state from named_document n join declaration d
                on d.consignment = n.consignment and d.declarant = n.declarant and d.lrn = n.lrn
                where n.number = :number and n.type_code = any (:types) and n.environment = :environment
                and not (n.declarant = :declarant and n.lrn = :lrn)""")
                .param("number", licence.number()).param("types", NamedDocuments.typesOf(licence).toArray(String[]::new))
                .param("environment", environment).param("declarant", besides.declarant()).param("lrn", besides.lrn().value())
                .query((row, n) -> StoredJson.read(row.getString("state"), CaseSnapshot.OfDeclaration.class).declaration()).list().stream()
                .filter(DeclarationState::isLive).forEach(other -> others.put(other.key().toString(), said(other)));
        List<DeclaredItem> items = others.values().stream().flatMap(other -> other.items().stream()).toList();
        return items.stream().filter(item -> item.commodity().value().startsWith(commodity.value()))
                .map(NamedDocuments::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
