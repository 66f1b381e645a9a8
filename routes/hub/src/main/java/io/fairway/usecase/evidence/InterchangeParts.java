package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.usecase.Caller;
import io.fairway.usecase.evidence.CaseFiles.Answer;
import io.fairway.usecase.evidence.CaseFiles.Original;
import io.fairway.usecase.evidence.CaseFiles.Received;
import io.fairway.usecase.evidence.CaseFiles.Sent;
import io.fairway.usecase.view.InterchangeView;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Parts about interchanges: the original bytes once for each transmission, and for each interchange what came of it. */
final class InterchangeParts {
    private static final String SIGNATURE = "application/pkcs7-signature";

    private final CaseFiles files;
    private final EvidenceParts parts;

    InterchangeParts(CaseFiles files, EvidenceParts parts) {
        this.files = files;
        this.parts = parts;
    }

    /** @return its reference; empty when it is not the caller's */
    Optional<String> received(UUID id) {
        return files.received(id).map(received -> {
            InterchangeView view = received.interchange();
            Optional<String> original = view.received().map(InterchangeView.Received::transmission).flatMap(this::original);
            String folder = "received/" + id + "/";
            String named = view.reference();
            parts.addJson(folder + "interchange.json", new Text("Interchange " + named + ": where it stands in the original, and the verdict.",
                    "交换 " + named + "：在原文中的位置及处理结论。"), Place.of(received, original.orElse("")));
            parts.addJson(folder + "findings.json", new Text("What was found wrong with " + named + ".", "对 " + named + " 的检查发现。"),
                    received.findings());
            parts.addJson(folder + "lineage.json", new Text("Where every value taken from " + named + " came from.",
                    "取自 " + named + " 的每个值的来源。"), received.lineage());
            parts.addJson(folder + "deliveries.json", new Text("What others were told because of " + named + ".", "因 " + named + " 而通知各方的记录。"),
                    received.deliveries());
            answers(folder, named, received);
            return named;
        });
    }

    private void answers(String folder, String named, Received received) {
        int number = 0;
        for (Answer answer : received.answers()) {
            number++;
            if (answer.bytes().length == 0) {
                continue;
            }
            parts.add(folder + "answer-%02d.txt".formatted(number), "text/plain", new Text(answer.kind() + " in answer to " + named + " ("
                    + answer.dialect() + ").", "对 " + named + " 的 " + answer.kind() + " 回执（" + answer.dialect() + "）。"), answer.bytes());
        }
    }

    private Optional<String> original(UUID transmission) {
        return files.original(transmission).map(original -> {
            String path = "originals/" + transmission + OriginalForm.of(original).suffix();
            if (!parts.has(path)) {
                add(path, original);
            }
            return path;
        });
    }

    private void add(String path, Original original) {
        parts.add(path, mediaType(original.contentType()), new Text("What " + original.sender() + " sent at " + original.receivedAt()
                + ", byte for byte.", original.sender() + " 于 " + original.receivedAt() + " 发来的原文，逐字节保存。"), original.bytes());
        original.signature().ifPresent(signature -> parts.add(path + ".p7s", SIGNATURE, new Text("The signature of " + original.sender()
                + " on it.", original.sender() + " 对原文的签名。"), signature));
    }

    /** @return its reference; empty when the caller was not told so */
    Optional<String> sent(Caller caller, UUID id) {
        return files.sent(caller, id).map(sent -> {
            String folder = "sent/" + id + "/";
            String named = sent.interchange().reference();
            parts.addJson(folder + "interchange.json", new Text("What " + caller.party() + " was told under " + named + ".",
                    "以 " + named + " 通知 " + caller.party() + " 的内容。"), sent.interchange());
            sent.image().ifPresent(image -> image(folder, named, sent, image));
            sent.receipt().filter(receipt -> receipt.length > 0).ifPresent(receipt -> parts.add(folder + "receipt.bin", "application/octet-stream",
                    new Text("The recipient's receipt for " + named + ".", "收件方对 " + named + " 的回执。"), receipt));
            return named;
        });
    }

    private void image(String folder, String named, Sent sent, byte[] image) {
        if (sent.contentType().startsWith("multipart/signed")) {
            signedMessage(folder + "image.eml", named, sent.contentType(), image);
            return;
        }
        String path = folder + "image" + OriginalForm.of(sent.contentType(), image).suffix();
        parts.add(path, mediaType(sent.contentType()), new Text(named + " as it went on the wire, byte for byte.",
                named + " 的实际发送字节。"), image);
        sent.signature().filter(signature -> signature.length > 0).ifPresent(signature -> parts.add(path + ".p7s", SIGNATURE,
                new Text("The hub's seal on it.", "系统对其的签章。"), signature));
    }

    /** With the header that says where its parts begin, as mail programs and {@code openssl smime -verify} read it. */
    private void signedMessage(String path, String named, String contentType, byte[] image) {
        byte[] header = ("MIME-Version: 1.0\r\nContent-Type: " + contentType + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(header, header.length + image.length);
        System.arraycopy(image, 0, whole, header.length, image.length);
        parts.add(path, "message/rfc822", new Text(named + " with the hub's signature as it went on the wire, after the header that names its parts.",
                named + " 及系统签名的实际发送字节，前附说明其分段的报头。"), whole);
    }

    private static String mediaType(String told) {
        return told.matches("[A-Za-z0-9.+/-]{3,80}") ? told : "application/octet-stream";
    }

    /**
     * An interchange as its evidence has it.
     *
     * @param original path of the bytes it stands in
     */
    record Place(InterchangeView interchange, String original, long offset, long length) {
        static Place of(Received received, String original) {
            return new Place(received.interchange(), original, received.offset(), received.length());
        }
    }
}
