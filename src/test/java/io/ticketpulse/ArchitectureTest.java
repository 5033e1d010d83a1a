package io.ticketpulse;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.implement;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.ticketpulse.closure.desk.DeskKind;
import org.apache.kafka.clients.producer.Producer;

/** The rules of the house. */
@AnalyzeClasses(packages = "io.ticketpulse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ROOMS_USE_EARLIER_ROOMS_ONLY = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("platform").definedBy("io.ticketpulse.platform..")
            .layer("closure").definedBy("io.ticketpulse.closure..")
            .layer("invitation").definedBy("io.ticketpulse.invitation..")
            .layer("response").definedBy("io.ticketpulse.response..")
            .layer("satisfaction").definedBy("io.ticketpulse.satisfaction..")
            .whereLayer("platform").mayNotAccessAnyLayer()
            .whereLayer("closure").mayOnlyAccessLayers("platform")
            .whereLayer("invitation").mayOnlyAccessLayers("platform", "closure")
            .whereLayer("response").mayOnlyAccessLayers("platform", "closure", "invitation")
            .whereLayer("satisfaction").mayOnlyAccessLayers("platform", "closure", "invitation", "response");

    @ArchTest
    static final ArchRule EVERY_CLASS_LIVES_IN_A_ROOM = classes().should().resideInAnyPackage(
            "io.ticketpulse.platform..", "io.ticketpulse.closure..", "io.ticketpulse.invitation..",
            "io.ticketpulse.response..", "io.ticketpulse.satisfaction..");

    @ArchTest
    static final ArchRule RULES_KNOW_NO_FRAMEWORK = noClasses().that()
            .haveSimpleName("TicketHistory").or().haveSimpleName("TicketKey").or().haveSimpleName("TicketEvent")
            .or().haveSimpleName("Dimension").or().haveSimpleName("Draw").or().haveSimpleName("SamplingPolicy")
            .or().haveSimpleName("SamplingRates").or().haveSimpleName("SamplingDecision")
            .or().haveSimpleName("SurveyPolicy").or().haveSimpleName("SendingWindow").or().haveSimpleName("Person")
            .or().haveSimpleName("RetryPause").or().haveSimpleName("LookUpPause").or().haveSimpleName("InvitationState")
            .or().haveSimpleName("Scale")
            .or().haveSimpleName("AddressPatterns").or().haveSimpleName("AnswerRules").or().haveSimpleName("Alert")
            .or().haveSimpleName("Statistics").or().haveSimpleName("Interval").or().haveSimpleName("Suppression")
            .or().haveSimpleName("Cell").or().haveSimpleName("Comparison").or().haveSimpleName("ReportingZone")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..",
                    "io.vertx..", "org.apache.kafka..", "java.sql..", "javax.sql..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule DESKS_KNOW_NOTHING_BUT_WHAT_IS_DELIVERED = noClasses().that()
            .resideInAPackage("io.ticketpulse.closure.desk")
            .should().dependOnClassesThat().resideInAnyPackage("io.ticketpulse.closure", "io.ticketpulse.platform..",
                    "org.apache.kafka..", "java.sql..", "io.vertx..");

    @ArchTest
    static final ArchRule NOBODY_ELSE_KNOWS_KINDS_OF_DESKS = noClasses().that()
            .resideOutsideOfPackage("io.ticketpulse.closure.desk..")
            .should().dependOnClassesThat(implement(DeskKind.class));

    @ArchTest
    static final ArchRule METHODS_OF_RESOURCES_ARE_PUBLIC = methods().that().areAnnotatedWith(GET.class)
            .or().areAnnotatedWith(POST.class).or().areAnnotatedWith(PUT.class).or().areAnnotatedWith(DELETE.class)
            .should().bePublic();

    @ArchTest
    static final ArchRule THE_TIME_IS_THE_CLOCKS = noClasses().that()
            .doNotHaveFullyQualifiedName("io.ticketpulse.platform.Platform")
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(OffsetDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now").orShould().callMethod(Clock.class, "systemUTC")
            .orShould().callMethod(Clock.class, "systemDefaultZone")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields().should().beAnnotatedWith(Inject.class)
            .orShould().beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");

    @ArchTest
    static final ArchRule FEW_WRITE_TO_KAFKA = noClasses().that()
            .resideOutsideOfPackage("io.ticketpulse.platform..")
            .and().doNotHaveFullyQualifiedName("io.ticketpulse.closure.DeadLetters")
            .and().doNotHaveFullyQualifiedName("io.ticketpulse.closure.TicketTopic")
            .should().dependOnClassesThat().areAssignableTo(Producer.class);

    @ArchTest
    static final ArchRule ONLY_DIRECTORIES_ASK_DESKS = noClasses().that()
            .resideOutsideOfPackage("io.ticketpulse.closure.desk")
            .should().dependOnClassesThat().resideInAnyPackage("io.quarkus.rest.client..", "jakarta.ws.rs.client..",
                    "java.net.http..");

    @ArchTest
    static void everyRoomSaysWhatItIsFor(JavaClasses classes) {
        Set<String> silent = new TreeSet<>();
        for (JavaPackage room : classes.getPackage("io.ticketpulse").getSubpackages()) {
            if (room.getClasses().stream().map(JavaClass::getSimpleName).noneMatch("package-info"::equals)) {
                silent.add(room.getName());
            }
        }
        assertThat(silent).isEmpty();
    }
}
