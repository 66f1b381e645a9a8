package io.fairway.signing.evidence;

import java.nio.charset.StandardCharsets;

/** The index of a container in plain language: its title, every part with what it is, and how to check it all. */
final class EvidenceIndex {
    private EvidenceIndex() {
    }

    static byte[] english(Sentence title, CharSequence parts) {
        return bytes(title.english() + "\n\n" + parts + "\nEvery file is named with its SHA-256 in " + EvidenceContainer.MANIFEST
                + ", which is signed in " + EvidenceContainer.SIGNATURE
                + ".\nTo check it all, offline: ./fairway verify FILE. To check with public tools: unzip, sha256sum, openssl cms.\n");
    }

    static byte[] chinese(Sentence title, CharSequence parts) {
        return bytes(title.chinese() + "\n\n" + parts + "\n每个文件及其SHA-256列于 " + EvidenceContainer.MANIFEST + "，该清单的签名在 "
                + EvidenceContainer.SIGNATURE + "。\n离线核验全部内容：./fairway verify FILE。也可用公共工具核验：unzip、sha256sum、openssl cms。\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
