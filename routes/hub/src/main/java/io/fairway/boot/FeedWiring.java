package io.fairway.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.connector.Reach;
import io.fairway.connector.WebhookDelivery;
import io.fairway.flow.CarryFeed;
import io.fairway.flow.FeedFlow;
import io.fairway.flow.SignedWebhooks;
import io.fairway.flow.SubscriberLanes;
import io.fairway.store.JdbcFeed;
import io.fairway.store.JdbcSubscriptions;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Parties;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.feed.Feed;
import io.fairway.usecase.feed.FeedCursors;
import io.fairway.usecase.feed.FeedWatch;
import io.fairway.usecase.feed.ManageSubscriptions;
import io.fairway.usecase.feed.NoticeBodies;
import io.fairway.usecase.feed.NotifySubscribers;
import io.fairway.usecase.feed.SubscriptionSettings;
import io.fairway.usecase.feed.Subscriptions;
import io.fairway.usecase.feed.Webhooks;
import io.fairway.usecase.registry.Standings;
import io.fairway.web.EventController;
import io.fairway.web.EventStreams;
import io.fairway.web.SubscriptionController;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What parties hear of as it happens, and what serves it. */
@Configuration(proxyBeanMethods = false)
@Import(FeedWiring.Serving.class)
public class FeedWiring {

    /** What the HTTP server needs. */
    @Configuration(proxyBeanMethods = false)
    @Import({EventController.class, SubscriptionController.class})
    static class Serving {
        private static final int SECRET_BYTES = 32;

        @Bean
        FeedWatch feedWatch(Transactions transactions, Feed feed) {
            return new FeedWatch(transactions, feed);
        }

        @Bean
        EventStreams eventStreams(Transactions transactions, Feed feed, FeedWatch watch, Standings standings, ObjectMapper json,
                                  InstantSource clock) {
            return new EventStreams(transactions, feed, watch, standings, json, clock);
        }

        @Bean
        SubscriptionSettings subscriptionSettings(Environment environment) {
            Set<String> schemes = reach(environment) == Reach.PUBLIC ? Set.of("https") : Set.of("https", "http");
            return new SubscriptionSettings(20, 2_000, 16, Duration.ofSeconds(60), Duration.ofSeconds(1),
                    environment.getProperty("fairway.webhooks.longest-pause", Duration.class, Duration.ofMinutes(10)),
                    environment.getProperty("fairway.webhooks.give-up-after", Duration.class, Duration.ofHours(24)), Duration.ofDays(1), schemes);
        }

        @Bean
        ManageSubscriptions manageSubscriptions(Transactions transactions, Subscriptions subscriptions, Feed feed, Journal journal,
                                                Identifiers identifiers, InstantSource clock, SubscriptionSettings settings,
                                                SecureRandom random) {
            return new ManageSubscriptions(transactions, subscriptions, feed, journal, identifiers, clock, settings, () -> {
                byte[] secret = new byte[SECRET_BYTES];
                random.nextBytes(secret);
                return secret;
            });
        }
    }

    private static Reach reach(Environment environment) {
        return Reach.valueOf(environment.getProperty("fairway.webhooks.reach", "public").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Bean
    Feed feed(FeedCursors cursors, InstantSource clock) {
        return new JdbcFeed(cursors, clock);
    }

    @Bean
    Subscriptions subscriptions() {
        return new JdbcSubscriptions();
    }

    @Bean
    WebhookDelivery webhookDelivery(Environment environment, ExecutorService laneExecutor) {
        return new WebhookDelivery(reach(environment), environment.getRequiredProperty("fairway.delivery.timeout", Duration.class), laneExecutor);
    }

    @Bean
    Webhooks webhooks(WebhookDelivery delivery) {
        return new SignedWebhooks(delivery);
    }

    @Bean
    NotifySubscribers notifySubscribers(Transactions transactions, Feed feed, Subscriptions subscriptions, Parties parties,
                                        Standings standings, NoticeBodies bodies, Webhooks webhooks, NotifySubscribers.Terms terms) {
        return new NotifySubscribers(transactions, feed, subscriptions, parties, standings, bodies, webhooks, terms);
    }

    @Bean
    NotifySubscribers.Terms notifyingTerms(SubscriptionSettings settings, Identifiers identifiers, InstantSource clock) {
        return new NotifySubscribers.Terms(settings, identifiers, clock);
    }

    @Bean
    FeedFlow feedFlow(Transactions transactions, Feed feed, FeedWatch watch, NotifySubscribers notifySubscribers, ExecutorService laneExecutor,
                      Environment environment) {
        return new FeedFlow(environment.getRequiredProperty("fairway.feed.every", Duration.class), new CarryFeed(transactions, feed, watch),
                new SubscriberLanes(notifySubscribers, laneExecutor));
    }
}
