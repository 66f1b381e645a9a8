package io.fairway.boot;

import io.fairway.flow.AnswerFlow;
import io.fairway.flow.ChannelCounterparts;
import io.fairway.flow.ContainerNoticeFlow;
import io.fairway.flow.DecisionFlow;
import io.fairway.flow.DeclarationFlow;
import io.fairway.flow.DeliveryFlow;
import io.fairway.flow.DeliveryLanes;
import io.fairway.flow.DirectWakeups;
import io.fairway.flow.FactFlow;
import io.fairway.flow.FlowErrors;
import io.fairway.flow.FlowSettings;
import io.fairway.flow.JournalFlow;
import io.fairway.flow.ManifestFlow;
import io.fairway.flow.MovementFlow;
import io.fairway.flow.PortCallFlow;
import io.fairway.flow.QueueWakeups;
import io.fairway.flow.ReleaseOrderFlow;
import io.fairway.flow.RestingCounterparts;
import io.fairway.flow.ShipmentFlow;
import io.fairway.flow.StatusFlow;
import io.fairway.flow.SweepFlow;
import io.fairway.flow.TransmissionFlow;
import io.fairway.store.JdbcJournalSeals;
import io.fairway.store.JdbcKeptRows;
import io.fairway.usecase.ApplyFacts;
import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.Facts;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.ListAcknowledged;
import io.fairway.usecase.ReadTransmission;
import io.fairway.usecase.RecordFailure;
import io.fairway.usecase.SealJournal;
import io.fairway.usecase.Subjects;
import io.fairway.usecase.SweepSettings;
import io.fairway.usecase.SweepWaiting;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.Transmissions;
import io.fairway.usecase.Wakeups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The order of steps: Camel routes and what wakes them. */
@Configuration(proxyBeanMethods = false)
public class FlowWiring {
    private static final int WAKEUP_THREADS = 2;
    private static final int MOST_WAKEUPS_WAITING = 10_000;

    @Bean
    FlowSettings flowSettings(Environment environment, BrokerWiring.Broker broker) {
        return new FlowSettings(queue("transmissions", environment, broker), queue("facts", environment, broker),
                queue("outbound", environment, broker), environment.getRequiredProperty("fairway.sweep.every", Duration.class));
    }

    /** What only this hub can hear needs no broker. */
    private static String queue(String name, Environment environment, BrokerWiring.Broker broker) {
        String given = environment.getProperty("fairway.queue." + name, "");
        return given.isEmpty() ? environment.getRequiredProperty((broker.embedded().isPresent() ? "fairway.queue.inside." : "fairway.queue.shared.") + name)
                : given;
    }

    @Bean(destroyMethod = "close")
    ExecutorService laneExecutor() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lane-", 0).factory());
    }

    @Bean(destroyMethod = "shutdownNow")
    ThreadPoolExecutor wakeupExecutor() {
        return new ThreadPoolExecutor(WAKEUP_THREADS, WAKEUP_THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAKEUPS_WAITING),
                Thread.ofPlatform().name("wakeup-", 0).daemon().factory(), new ThreadPoolExecutor.AbortPolicy());
    }

    @Bean
    Wakeups wakeups(CamelContext camel, FlowSettings settings, ThreadPoolExecutor wakeupExecutor) {
        return new QueueWakeups(camel.createProducerTemplate(), settings, wakeupExecutor);
    }

    @Bean
    RestingCounterparts counterparts(ChannelCounterparts channels, Environment environment, InstantSource clock) {
        return new RestingCounterparts(channels, environment.getRequiredProperty("fairway.delivery.first-pause", Duration.class),
                environment.getRequiredProperty("fairway.delivery.longest-rest", Duration.class), clock);
    }

    @Bean
    DeliveryLanes deliveryLanes(DeliverOutbound deliver, RestingCounterparts counterparts, CamelContext camel,
                                ExecutorService laneExecutor) {
        return new DeliveryLanes(deliver, counterparts, camel.createProducerTemplate(), laneExecutor);
    }

    @Bean
    FlowErrors flowErrors(RecordFailure recordFailure) {
        return new FlowErrors(recordFailure);
    }

    @Bean
    TransmissionFlow transmissionFlow(FlowSettings settings, ReadTransmission readTransmission) {
        return new TransmissionFlow(settings, readTransmission);
    }

    @Bean
    FactFlow factFlow(FlowSettings settings, ApplyFacts applyFacts) {
        return new FactFlow(settings, applyFacts);
    }

    @Bean
    DeliveryFlow deliveryFlow(FlowSettings settings, DeliveryLanes lanes, DeliverOutbound deliver) {
        return new DeliveryFlow(settings, lanes, deliver);
    }

    @Bean
    ManifestFlow manifestFlow(DeliverOutbound deliver) {
        return new ManifestFlow(deliver);
    }

    @Bean
    DeclarationFlow declarationFlow(DeliverOutbound deliver) {
        return new DeclarationFlow(deliver);
    }

    @Bean
    DecisionFlow decisionFlow(DeliverOutbound deliver) {
        return new DecisionFlow(deliver);
    }

    @Bean
    ReleaseOrderFlow releaseOrderFlow(DeliverOutbound deliver) {
        return new ReleaseOrderFlow(deliver);
    }

    @Bean
    MovementFlow movementFlow(DeliverOutbound deliver) {
        return new MovementFlow(deliver);
    }

    @Bean
    PortCallFlow portCallFlow(DeliverOutbound deliver) {
        return new PortCallFlow(deliver);
    }

    @Bean
    ShipmentFlow shipmentFlow(DeliverOutbound deliver) {
        return new ShipmentFlow(deliver);
    }

    @Bean
    ContainerNoticeFlow containerNoticeFlow(DeliverOutbound deliver) {
        return new ContainerNoticeFlow(deliver);
    }

    @Bean
    StatusFlow statusFlow(DeliverOutbound deliver) {
        return new StatusFlow(deliver);
    }

    @Bean
    AnswerFlow answerFlow(DeliverOutbound deliver) {
        return new AnswerFlow(deliver);
    }

    /** Beside the database: best on another disk, {@code fairway.acknowledged}. */
    @Bean
    ListAcknowledged listAcknowledged(Transactions transactions, HubHome home, Environment environment) throws IOException {
        Path list = Optional.ofNullable(environment.getProperty("fairway.acknowledged")).map(Path::of).orElseGet(() -> RestoreMain.listOf(home.path()));
        Files.createDirectories(list.toAbsolutePath().getParent());
        return new ListAcknowledged(transactions, new JdbcKeptRows(), new AcknowledgedFile(list));
    }

    @Bean
    JournalFlow journalFlow(Transactions transactions, ListAcknowledged acknowledged, InstantSource clock, Environment environment) {
        return new JournalFlow(environment.getRequiredProperty("fairway.journal.seal-every", Duration.class),
                new SealJournal(transactions, new JdbcJournalSeals(), clock), acknowledged);
    }

    @Bean
    SweepFlow sweepFlow(FlowSettings settings, SweepWaiting sweep) {
        return new SweepFlow(settings, sweep);
    }

    @Bean
    SweepWaiting sweepWaiting(Transactions transactions, Transmissions transmissions, Facts facts, Subjects subjects,
                              Identifiers identifiers, CamelContext camel, DeliveryLanes lanes, Environment environment,
                              InstantSource clock) {
        var settings = new SweepSettings(environment.getRequiredProperty("fairway.sweep.left-behind-after", Duration.class),
                environment.getRequiredProperty("fairway.sweep.unresolved-for", Duration.class),
                environment.getRequiredProperty("fairway.sweep.batch", Integer.class));
        return new SweepWaiting(transactions, transmissions, facts, subjects, identifiers,
                new DirectWakeups(camel.createProducerTemplate(), lanes), settings, clock);
    }
}
