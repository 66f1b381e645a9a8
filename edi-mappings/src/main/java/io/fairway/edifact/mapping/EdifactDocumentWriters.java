package io.fairway.edifact.mapping;

import static io.fairway.edifact.mapping.DirectoryRelease.D95B;
import static io.fairway.edifact.mapping.DirectoryRelease.D96B;
import static io.fairway.edifact.mapping.DirectoryRelease.D98B;
import static io.fairway.edifact.mapping.DirectoryRelease.D99A;
import static io.fairway.edifact.mapping.DirectoryRelease.D99B;
import static io.fairway.edifact.mapping.DirectoryRelease.D00B;
import static io.fairway.edifact.mapping.DirectoryRelease.D02B;
import static io.fairway.edifact.mapping.DirectoryRelease.D03A;
import static io.fairway.edifact.mapping.DirectoryRelease.D03B;
import static io.fairway.edifact.mapping.DirectoryRelease.D04A;
import static io.fairway.edifact.mapping.DirectoryRelease.D05B;
import static io.fairway.edifact.mapping.DirectoryRelease.D11A;
import static io.fairway.edifact.mapping.DirectoryRelease.D12B;
import static io.fairway.edifact.mapping.DirectoryRelease.D13B;
import static io.fairway.edifact.mapping.DirectoryRelease.D16A;

import io.fairway.document.DocumentWriter;
import io.fairway.edifact.ContrlWriter;
import io.fairway.edifact.WritingSyntax;
import java.util.List;
import java.util.stream.Stream;

/**
 * All EDIFACT dialects that documents are written in, each named by its UNH S009: {@code CUSCAR:D:95B:UN},
 * {@code COREOR:D:00B:UN:SMDG20} and so on. A dialect with an SMDG or ITIGG association code uses the terminals' own document codes
 * (34, 36, 44, 46), one without it those of the directory (109, 111, 119, 122).
 */
public final class EdifactDocumentWriters {

    private EdifactDocumentWriters() {
    }

    /** The writers, one per dialect; stateless and thread-safe. */
    public static List<DocumentWriter> all() {
        return Stream.of(
                EdifactDialectWriter.of(new CuscarMapping(), dialect("CUSCAR", D95B, ""), dialect("CUSCAR", D96B, ""),
                        dialect("CUSCAR", D16A, "")),
                EdifactDialectWriter.of(new CusdecMapping(), dialect("CUSDEC", D96B, ""), dialect("CUSDEC", D98B, ""),
                        dialect("CUSDEC", D99B, ""), dialect("CUSDEC", D04A, "")),
                EdifactDialectWriter.of(new CusresMapping(), dialect("CUSRES", D95B, ""), dialect("CUSRES", D96B, ""),
                        dialect("CUSRES", D99B, "")),
                EdifactDialectWriter.of(new CoreorMapping(), dialect("COREOR", D95B, ""), dialect("COREOR", D00B, ""),
                        dialect("COREOR", D00B, "SMDG20")),
                EdifactDialectWriter.of(new CodecoMapping(), dialect("CODECO", D95B, "ITG14"), dialect("CODECO", D00B, "SMDG21"),
                        dialect("CODECO", D00B, "")),
                EdifactDialectWriter.of(new CoarriMapping(), dialect("COARRI", D95B, "SMDG14"), dialect("COARRI", D00B, "SMDG20"),
                        dialect("COARRI", D00B, "")),
                EdifactDialectWriter.of(new CoprarMapping(), dialect("COPRAR", D95B, "SMDG16"), dialect("COPRAR", D00B, "SMDG20"),
                        dialect("COPRAR", D00B, "SMDG21"), dialect("COPRAR", D00B, "")),
                EdifactDialectWriter.of(new CopinoMapping(), dialect("COPINO", D95B, "ITG13"), dialect("COPINO", D00B, "")),
                EdifactDialectWriter.of(new CoparnMapping(), dialect("COPARN", D95B, "ITG11"), dialect("COPARN", D00B, "SMDG20")),
                EdifactDialectWriter.of(new CohaorMapping(), dialect("COHAOR", D95B, ""), dialect("COHAOR", D00B, "")),
                EdifactDialectWriter.of(new VermasMapping(), dialect("VERMAS", D16A, "SMDG10")),
                EdifactDialectWriter.of(new CusrepMapping(), dialect("CUSREP", D95B, ""), dialect("CUSREP", D04A, ""),
                        dialect("CUSREP", D11A, "")),
                EdifactDialectWriter.of(new BermanMapping(), dialect("BERMAN", D04A, ""), dialect("BERMAN", D16A, "")),
                EdifactDialectWriter.of(new IftdgnMapping(), dialect("IFTDGN", D98B, ""), dialect("IFTDGN", D99B, ""),
                        dialect("IFTDGN", D03A, ""), dialect("IFTDGN", D03B, "")),
                EdifactDialectWriter.of(new PaxlstMapping(), dialect("PAXLST", D02B, ""), dialect("PAXLST", D05B, ""),
                        dialect("PAXLST", D12B, "")),
                EdifactDialectWriter.of(new BaplieMapping(), dialect("BAPLIE", D95B, "SMDG22"), dialect("BAPLIE", D13B, "SMDG31")),
                EdifactDialectWriter.of(new MovinsMapping(), dialect("MOVINS", D95B, "SMDG21")),
                EdifactDialectWriter.of(new IftstaMapping(), dialect("IFTSTA", D95B, ""), dialect("IFTSTA", D99B, ""),
                        dialect("IFTSTA", D00B, "")),
                EdifactDialectWriter.of(new IftmcsMapping(), dialect("IFTMCS", D99B, ""), dialect("IFTMCS", D00B, "")),
                EdifactDialectWriter.of(new IftminMapping(), dialect("IFTMIN", D99B, ""), dialect("IFTMIN", D00B, ""),
                        dialect("IFTMIN", D04A, "")),
                EdifactDialectWriter.of(new IftmbcMapping(), dialect("IFTMBC", D99B, ""), dialect("IFTMBC", D00B, "")),
                EdifactDialectWriter.of(new AperakMapping(), dialect("APERAK", D96B, ""), dialect("APERAK", D99A, ""),
                        dialect("APERAK", D00B, "")),
                List.<DocumentWriter>of(new ContrlWriter(WritingSyntax.UNOC_3)))
                .flatMap(List::stream).toList();
    }

    private static Dialect dialect(String messageType, DirectoryRelease directory, String association) {
        return new Dialect(messageType, directory, association);
    }
}
