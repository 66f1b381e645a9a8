package io.fairway.edifact.mapping;

import io.fairway.document.DocumentReader;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.document.code.CodeLists;
import io.fairway.edifact.EdifactReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the EDIFACT interchanges of a transmission: the messages of customs (CUSCAR, CUSDEC, CUSRES, CUSREP), of the contract of
 * carriage (IFTMBC, IFTMIN, IFTMCS, IFTSTA), of the ship's call (BERMAN, IFTDGN, PAXLST, BAPLIE, MOVINS), of the terminal (COPARN,
 * COPINO, COPRAR, COARRI, CODECO, COREOR, COHAOR, VERMAS), APERAK and CONTRL become documents; others are reported as not supported.
 * Faults of syntax and of content become findings; a message with errors of content ends with the verdict {@code CONTENT_ERRORS} and
 * its parts must not be used.
 */
public final class EdifactDocuments implements DocumentReader {
    private static final Pattern BEGINNING = Pattern.compile("(^|[^A-Z0-9])(UNA.{4,6}\\s*UNB|UNB.UNO[A-Z].[1-4]|UNB.UTF)", Pattern.DOTALL);

    private static final List<MessageMapping> MAPPINGS = List.of(
            new CuscarMapping(), new CusdecMapping(), new CusresMapping(), new CoreorMapping(), new CodecoMapping(),
            new CoarriMapping(), new AperakMapping(), new CoprarMapping(), new CopinoMapping(), new CoparnMapping(),
            new CohaorMapping(), new VermasMapping(), new CusrepMapping(), new BermanMapping(), new IftdgnMapping(),
            new PaxlstMapping(), new BaplieMapping(), new MovinsMapping(), new IftstaMapping(), new IftmcsMapping(),
            new IftminMapping(), new IftmbcMapping());

    private final EdifactReader reader = new EdifactReader();
    private final Map<String, MessageMapping> mappings = MAPPINGS.stream()
            .collect(Collectors.toMap(MessageMapping::messageType, Function.identity()));

    private final MemberPaths paths = new MemberPaths();
    private final Supplier<CodeLists> lists;

    /** Without code lists but those of the directories. */
    public EdifactDocuments() {
        this(CodeLists.NONE);
    }

    /** @param lists in force besides those of the directories */
    public EdifactDocuments(CodeLists lists) {
        this(() -> lists);
    }

    /** @param lists asked at the beginning of each input for those in force then */
    public EdifactDocuments(Supplier<CodeLists> lists) {
        this.lists = lists;
    }

    /** The message types that are mapped, CONTRL left out. */
    static List<String> messageTypes() {
        return MAPPINGS.stream().map(MessageMapping::messageType).toList();
    }

    /** Whether UNA or UNB stands at the beginning, or after a byte order mark, blanks, line breaks or a telex header. */
    @Override
    public boolean recognises(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String start = text.stripLeading();
        return !start.startsWith("<") && !start.startsWith("{") && BEGINNING.matcher(text).find();
    }

    @Override
    public void read(InputStream input, ReadingProfile profile, ReadingHandler handler) throws IOException {
        reader.read(input, profile, new MappedInterchange(mappings, lists.get(), paths, profile, handler));
    }
}
