package io.ticketpulse.road;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = {"io.ticketpulse.road", "io.ticketpulse.deliveries"})
class RoadArchitectureTest {

    @ArchTest
    static final ArchRule WHAT_IS_EXPECTED_COMES_FROM_THE_CONTRACT_ALONE = noClasses().should()
            .dependOnClassesThat(resideInAPackage("io.ticketpulse..")
                    .and(not(resideInAnyPackage("io.ticketpulse.road..", "io.ticketpulse.deliveries..",
                            "io.ticketpulse.servers..",
                            "io.ticketpulse.contract.."))))
            .because("a test that computes with the service's own code agrees with its mistakes");
}
