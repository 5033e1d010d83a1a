package io.ticketpulse.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Creates the topics that are missing, with the partitions and replicas that the brokers give by default. Where that
 * is not allowed, the operator has made them.
 */
@ApplicationScoped
class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);
    private static final String SEVEN_DAYS = String.valueOf(Duration.ofDays(7).toMillis());
    private static final int SECONDS_TO_WAIT = 20;

    private final Topics topics;
    private final Map<String, Object> kafka;
    private final AtomicBoolean done = new AtomicBoolean();

    TopicCreation(Topics topics, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.topics = topics;
        this.kafka = kafka;
    }

    /** Every half minute until there is nothing more to try. */
    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void createMissing() {
        if (done.get()) {
            return;
        }
        try (AdminClient admin = AdminClient.create(new HashMap<>(kafka))) {
            Set<String> existing = admin.listTopics().names().get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
            List<NewTopic> missing = wanted().stream().filter(topic -> !existing.contains(topic.name())).toList();
            boolean settled = true;
            for (var created : admin.createTopics(missing).values().entrySet()) {
                settled &= isSettled(created.getKey(), created.getValue());
            }
            done.set(settled);
        } catch (ExecutionException | TimeoutException unreachable) {
            LOG.warn("Kafka did not answer; looking for missing topics again in half a minute");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<NewTopic> wanted() {
        Map<String, String> transit = Map.of(TopicConfig.RETENTION_MS_CONFIG, SEVEN_DAYS);
        Map<String, String> compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        return List.of(
                topic(topics.tickets(), transit),
                topic(topics.ticketsDlq(), transit),
                topic(topics.surveyResponses(), Map.of()),
                topic(topics.satisfactionMonthly(), compacted));
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, Optional.empty(), Optional.empty()).configs(settings);
    }

    /** Whether there is nothing more to try: the topic is there, or making it is not allowed. */
    private static boolean isSettled(String topic, KafkaFuture<Void> creation)
            throws InterruptedException, TimeoutException {
        try {
            creation.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
            LOG.infof("Created the topic %s", topic);
            return true;
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof TopicExistsException) {
                return true;
            }
            LOG.warnf("The topic %s was not created (%s); create it, or allow this service to", topic,
                    refused.getCause().getClass().getSimpleName());
            return refused.getCause() instanceof AuthorizationException;
        }
    }
}
