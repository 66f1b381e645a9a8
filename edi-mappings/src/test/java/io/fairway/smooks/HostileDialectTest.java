package io.fairway.smooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.dialect.Heard;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.fixture.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dialect that tries to load classes, call methods, or reach files and network. */
class HostileDialectTest {
    private static final byte[] ORDER = Fixtures.bytes("voyage/08-release-order.edi");

    @TempDir
    private Path parent;
    private Path folder;

    @BeforeEach
    void startFromAGoodOne() throws IOException {
        folder = Files.createDirectory(parent.resolve("plain-text"));
        for (String file : new String[] {"dialect.properties", "smooks-config.xml", "order.ftl"}) {
            Files.write(folder.resolve(file), Fixtures.bytes("smooks/plain-text/" + file));
        }
        Files.writeString(parent.resolve("secret.txt"), "the secret");
    }

    @Test
    void aGoodOneWorks() {
        var translation = SmooksDialect.of(folder).translate(ORDER, Heard.PROFILE);

        assertThat(new String(translation.bytes(), StandardCharsets.UTF_8)).isEqualTo("RO7700551 HUBU2000016\n");
        assertThat(SmooksDialect.allIn(parent)).hasSize(1);
    }

    @Test
    void aFolderOfDialectsThatIsNoneIsRefused() {
        assertThatThrownBy(() -> SmooksDialect.allIn(parent.resolve("absent"))).isInstanceOf(RefusedDialectException.class)
                .hasMessageContaining("absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader-class", "class-resource", "import", "bean-expression", "condition", "doctype", "external-entity",
        "xinclude", "exports", "resource-outside", "template-outside", "foreign-attribute", "selector-script", "handler", "params",
        "other-namespace", "profiles", "output-stream", "empty"})
    void aConfigurationThatAsksForMoreIsRefusedBeforeSmooksSeesIt(String attack) throws IOException {
        Files.write(folder.resolve("smooks-config.xml"), Fixtures.bytes("smooks/hostile/" + attack + ".xml"));

        assertThatThrownBy(() -> SmooksDialect.of(folder)).isInstanceOf(RefusedDialectException.class)
                .hasMessageContaining("smooks-config.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "new-method", "api", "class-member", "static-member", "include-file", "include-parent", "include-url",
        "import-file", "interpret-new", "eval-new", "data-model", "recursion", "java-constructor", "get-template", "environment"})
    void aTemplateThatAsksForMoreWritesNothing(String attack) throws IOException {
        Files.write(folder.resolve("order.ftl"), Fixtures.bytes("smooks/hostile/" + attack + ".ftl"));

        assertThatThrownBy(() -> SmooksDialect.of(folder).translate(ORDER, Heard.PROFILE))
                .isInstanceOfAny(RefusedDialectException.class, UnwritableDocumentException.class)
                .hasMessageNotContaining("the secret");
    }

    @Test
    void aTemplateThatWritesWithoutEndIsStopped() throws IOException {
        Files.write(folder.resolve("order.ftl"), Fixtures.bytes("smooks/hostile/endless.ftl"));

        assertThatThrownBy(() -> SmooksDialect.of(folder).translate(ORDER, Heard.PROFILE)).isInstanceOf(UnwritableDocumentException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("more.ftl"), parent.resolve("secret.txt"));

        assertThatThrownBy(() -> SmooksDialect.of(folder)).isInstanceOf(RefusedDialectException.class).hasMessageContaining("more.ftl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form=", "form=COREOR:D:00B:UN:SMDG20\nmedia-type=text/plain\nlayout=word",
        "form=COREOR:D:00B:UN:SMDG20\nmedia-type=text/plain\nclass=java.lang.Runtime"})
    void settingsThatNobodyKnowsAreRefused(String settings) throws IOException {
        Files.writeString(folder.resolve("dialect.properties"), settings);

        assertThatThrownBy(() -> SmooksDialect.of(folder)).isInstanceOf(RefusedDialectException.class)
                .hasMessageContaining("dialect.properties");
    }

    @Test
    void theStockCartridgeIsAskedForOnlyByWhoSelectsIt() throws IOException {
        Files.writeString(folder.resolve("dialect.properties"),
                "form=COREOR:D:00B:UN\nmedia-type=text/plain\nlayout=text\nreader=cartridge");

        assertThatThrownBy(() -> SmooksDialect.of(folder)).isInstanceOf(RefusedDialectException.class)
                .hasMessageContaining("not on the class path");
    }

    @Test
    void theReaderOpensNoAddress() {
        assertThatThrownBy(() -> new EdifactXmlReader().parse("file:///etc/passwd")).hasMessageContaining("never from an address");
    }

    @Test
    void anXmlLayoutMustBeXml() throws IOException {
        Files.writeString(folder.resolve("dialect.properties"),
                "form=COREOR:D:00B:UN:SMDG20\nmedia-type=application/xml\nlayout=xml");

        assertThatThrownBy(() -> SmooksDialect.of(folder).translate(ORDER, Heard.PROFILE)).isInstanceOf(UnwritableDocumentException.class)
                .hasMessageContaining("no XML");
    }
}
