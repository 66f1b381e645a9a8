package io.fairway.signing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStamp;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSEvidenceRecordGenerator;
import org.bouncycastle.tsp.ers.ERSException;

/**
 * One timestamp for a batch of documents, through a hash tree (RFC 4998): each gets an evidence record of its own, which proves when it
 * existed without the others.
 */
public final class BatchTimestamps {
    private BatchTimestamps() {
    }

    /** What a record proves. */
    public sealed interface Proof {
        /** @param at time before which the document existed */
        record Proven(Instant at) implements Proof {
        }

        /** @param detail for people */
        record Unproven(SignatureFault fault, String detail) implements Proof {
        }
    }

    /**
     * Asks for one timestamp.
     *
     * @param documents at least one
     * @return DER of an EvidenceRecord for each, in the same order
     * @throws IOException when no timestamp could be had
     */
    public static List<byte[]> stamp(List<byte[]> documents, TimestampAuthority authority) throws IOException {
        try {
            var tree = new ERSArchiveTimeStampGenerator(Algorithms.DIGESTS.get(Timestamps.SHA_256));
            documents.forEach(document -> tree.addData(new ERSByteData(document)));
            byte[] root = tree.generateTimeStampRequest(new TimeStampRequestGenerator()).getMessageImprintDigest();
            List<ERSArchiveTimeStamp> stamps = tree.generateArchiveTimeStamps(answer(authority.stamp(root)));
            List<byte[]> records = new ArrayList<>();
            for (ERSEvidenceRecord record : new ERSEvidenceRecordGenerator(Algorithms.DIGESTS).generate(stamps)) {
                records.add(record.getEncoded());
            }
            return records;
        } catch (TSPException | ERSException | OperatorCreationException e) {
            throw new IOException("Cannot stamp a batch", e);
        }
    }

    /** A token as its authority would have answered with it. */
    private static TimeStampResponse answer(byte[] token) throws IOException, TSPException {
        return new TimeStampResponse(new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), ContentInfo.getInstance(token))
                .getEncoded(ASN1Encoding.DER));
    }

    /**
     * Checks that the record is about exactly this document, and its timestamp.
     *
     * @param record DER of an EvidenceRecord with one archive timestamp
     * @param now latest time at which the record is known to have existed
     */
    public static Proof check(byte[] record, byte[] document, TrustPolicy policy, Instant now) {
        try {
            var read = new ERSEvidenceRecord(record, Algorithms.DIGESTS);
            TimeStampToken token = Timestamps.read(only(read).getTimeStamp().getEncoded(ASN1Encoding.DER));
            read.validatePresent(new ERSByteData(document), Date.from(Timestamps.time(token)));
            new Timestamps(policy, List.of(), policy.known()).checkDigest(token, read.getPrimaryRootHash(), now);
            return new Proof.Proven(Timestamps.time(token));
        } catch (SignatureRefusedException refused) {
            return new Proof.Unproven(refused.fault(), String.valueOf(refused.getMessage()));
        } catch (TSPException | ERSException | IOException | IllegalArgumentException e) {
            return new Proof.Unproven(SignatureFault.TIMESTAMP_INVALID, "The evidence record is not of this document: " + e.getMessage());
        }
    }

    private static ArchiveTimeStamp only(ERSEvidenceRecord record) throws SignatureRefusedException {
        ArchiveTimeStampSequence chains = record.toASN1Structure().getArchiveTimeStampSequence();
        if (chains.size() != 1 || chains.getArchiveTimeStampChains()[0].getArchiveTimestamps().length != 1) {
            throw SignatureRefusedException.failed(SignatureFault.TIMESTAMP_INVALID, "Expected an evidence record with one archive timestamp");
        }
        return chains.getArchiveTimeStampChains()[0].getArchiveTimestamps()[0];
    }
}
