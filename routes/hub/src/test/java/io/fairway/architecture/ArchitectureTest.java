package io.fairway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "io.fairway";
    private static final Path REACTOR = Path.of("..", "..");
    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);
    }

    static List<HouseRule> rules() {
        return allRules(new House(ROOT));
    }

    static List<HouseRule> allRules(House house) {
        return Stream.concat(new RoomRules(house).all().stream(), new FenceRules(house).all().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheRule(HouseRule rule) {
        rule.rule().check(house);
    }

    @Test
    void seesEveryModuleThatHasCode() {
        // benchmarks ship with nothing and nobody may use them: they have no room
        assertThat(modulesWithCode(REACTOR).filter(module -> !module.toString().contains("/bench")).toList()).isNotEmpty().allSatisfy(module ->
                assertThat(house).as("classes of " + module).anyMatch(type -> isFrom(module, type)));
    }

    @Test
    void suppressesNothing() {
        assertThat(ArchitectureTest.class.getResource("/archunit_ignore_patterns.txt")).isNull();
    }

    private static Stream<Path> modulesWithCode(Path folder) {
        try {
            Stream<Path> below = Pattern.compile("<module>(.+?)</module>").matcher(Files.readString(folder.resolve("pom.xml"))).results()
                    .flatMap(module -> modulesWithCode(folder.resolve(module.group(1))));
            return Files.isDirectory(folder.resolve("src/main/java")) ? Stream.concat(Stream.of(folder), below) : below;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static boolean isFrom(Path module, JavaClass type) {
        String place = type.getSource().orElseThrow().getUri().toString();
        return place.contains("/" + REACTOR.relativize(module) + "/target/");
    }
}
