package io.ticketpulse.benchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class BareProgramTest {

    @Test
    void sharesNoCodeWithTheService() {
        var classes = new ClassFileImporter().importPackages("io.ticketpulse");

        noClasses().that().resideInAPackage("io.ticketpulse.benchmark").should()
                .dependOnClassesThat(ofTheService()).check(classes);
    }

    private static DescribedPredicate<JavaClass> ofTheService() {
        return DescribedPredicate.describe("are the service's",
                type -> type.getPackageName().startsWith("io.ticketpulse")
                        && type.getSource().filter(source -> !source.getUri().getPath().contains("/test-classes/"))
                                .isPresent());
    }
}
