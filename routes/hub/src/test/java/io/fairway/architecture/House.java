package io.fairway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;

/**
 * The rooms of a house below its root package. Real code and planted violations are two houses under the same rules.
 *
 * @param root {@code io.fairway} for the real one
 */
record House(String root) {
    private static final DescribedPredicate<JavaClass> PLAIN_JAVA = resideInAnyPackage("java..", "org.jspecify.annotations")
            .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net.http..", "java.rmi..", "java.awt..")));

    /** Classes of these packages; {@code "document.."} means with all below, {@code "edifact"} that one only. */
    DescribedPredicate<JavaClass> in(String... packages) {
        return elementType(resideInAnyPackage(Stream.of(packages).map(name -> root + "." + name).toArray(String[]::new)));
    }

    DescribedPredicate<JavaClass> anywhere() {
        return elementType(resideInAPackage(root + ".."));
    }

    DescribedPredicate<JavaClass> nowhere() {
        return DescribedPredicate.alwaysFalse();
    }

    /** Anything that is not ours. */
    DescribedPredicate<JavaClass> anyLibrary() {
        return elementType(resideOutsideOfPackage(root + ".."));
    }

    /** Java without database, network client and screens; numbers and their arrays. */
    static DescribedPredicate<JavaClass> plainJava() {
        return elementType(PLAIN_JAVA.or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive)));
    }

    static DescribedPredicate<JavaClass> library(String... packages) {
        return elementType(resideInAnyPackage(packages));
    }

    private static DescribedPredicate<JavaClass> elementType(DescribedPredicate<JavaClass> predicate) {
        return predicate.onResultOf(JavaClass::getBaseComponentType);
    }
}
