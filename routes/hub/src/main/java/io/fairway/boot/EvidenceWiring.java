package io.fairway.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fairway.store.JdbcCaseFiles;
import io.fairway.usecase.Attachments;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.evidence.AnchorEvidence;
import io.fairway.usecase.evidence.AttachedFiles;
import io.fairway.usecase.evidence.CaseFiles;
import io.fairway.usecase.evidence.CollectEvidence;
import io.fairway.usecase.evidence.EvidenceSealing;
import io.fairway.usecase.evidence.EvidenceSource;
import io.fairway.usecase.evidence.EvidenceSpool;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.evidence.GateEvidence;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.evidence.LedgerEvidence;
import io.fairway.usecase.evidence.SealParts;
import io.fairway.usecase.evidence.TrustFolder;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Evidence of cases. */
@Configuration(proxyBeanMethods = false)
public class EvidenceWiring {
    private static final int MOST_OPEN = 8;

    @Bean
    CaseFiles caseFiles(InstantSource clock) {
        return new JdbcCaseFiles(clock);
    }

    @Bean
    EvidenceSource ledgerEvidence(CaseFiles files) {
        return new LedgerEvidence(files);
    }

    @Bean
    EvidenceSource attachedFiles(Attachments attachments) {
        return new AttachedFiles(attachments);
    }

    @Bean
    EvidenceSource gateEvidence(CaseFiles files) {
        return new GateEvidence(files);
    }

    @Bean
    EvidenceSpool evidenceSpool(HubHome home) throws IOException {
        return new FileSpool(home.folder("spool"), MOST_OPEN);
    }

    @Bean
    CollectEvidence collectEvidence(Transactions transactions, CaseFiles files, List<EvidenceSource> sources, AnchorProofs anchors, EvidenceSpool spool,
                                    HubKeys keys, EvidenceTimes times, TrustFolder trust, ObjectMapper json, InstantSource clock) {
        return new CollectEvidence(transactions, files, sources, new AnchorEvidence(anchors), spool, new EvidenceSealing(keys, times, clock), trust,
                written(json));
    }

    @Bean
    SealParts sealParts(EvidenceSpool spool, HubKeys keys, EvidenceTimes times, TrustFolder trust, ObjectMapper json, InstantSource clock) {
        return new SealParts(spool, new EvidenceSealing(keys, times, clock), trust, written(json));
    }

    /** The same bytes for the same view, to be read by people too. */
    static Function<Object, byte[]> written(ObjectMapper json) {
        ObjectWriter writer = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT).writer();
        return view -> {
            try {
                return writer.writeValueAsBytes(view);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A view cannot be written as JSON", e);
            }
        };
    }
}
