package io.fairway.boot;

import io.fairway.identity.ConfiguredParties;
import io.fairway.identity.OwnerFile;
import io.fairway.signing.HttpTimestampAuthority;
import io.fairway.signing.KeyFolder;
import io.fairway.signing.OcspResponders;
import io.fairway.signing.Suite;
import io.fairway.signing.TimestampAuthorities;
import io.fairway.signing.TimestampAuthority;
import io.fairway.usecase.ResumeParked;
import io.fairway.usecase.Seals;
import io.fairway.usecase.evidence.CheckSignature;
import io.fairway.usecase.evidence.EnrolledSigners;
import io.fairway.usecase.evidence.EvidenceTimes;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.usecase.evidence.SealOutbound;
import io.fairway.usecase.evidence.SignatureProfiles;
import io.fairway.usecase.registry.CounterpartProfiles;
import io.fairway.usecase.registry.EnrolledKeys;
import io.fairway.web.SigningHealth;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The hub's keys, seals and timestamps. */
@Configuration(proxyBeanMethods = false)
public class SigningWiring {
    private static final int ROUNDS = 2;
    private static final int PROBE_SECONDS = 10;

    @Bean
    SigningSettings signingSettings(Environment environment) {
        return SigningSettings.of(environment);
    }

    /** @param authority empty when nothing is left to it */
    record Development(Optional<DevelopmentSigning> authority, String password) {
    }

    @Bean
    Development developmentSigning(HubHome home, SigningSettings settings, Environment environment, SecureRandom random, InstantSource clock)
            throws IOException, GeneralSecurityException {
        Path keys = home.folder("keys");
        String password = Optional.ofNullable(environment.getProperty("fairway.seal.password"))
                .orElseGet(() -> keptPassword(new OwnerFile(keys.resolve("seal.password")), random));
        boolean needed = settings.keys().isEmpty() || settings.authorities().isEmpty();
        return new Development(needed ? Optional.of(DevelopmentSigning.open(keys, password.toCharArray(), clock)) : Optional.empty(), password);
    }

    private static String keptPassword(OwnerFile file, SecureRandom random) {
        return new String(file.read().orElseGet(() -> {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            byte[] password = HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII);
            file.write(password);
            return password;
        }), StandardCharsets.US_ASCII);
    }

    @Bean
    PublishedTrust publishedTrust(HubHome home) {
        return new PublishedTrust(home.folder("keys/trust"));
    }

    /** Whom the hub believes is published under its home, for {@code ./fairway verify --trust}. */
    @Bean
    FileKeys hubKeys(HubHome home, SigningSettings settings, Development development, PublishedTrust trust, InstantSource clock)
            throws IOException, GeneralSecurityException {
        Path folder = settings.keys().orElseGet(() -> home.folder("keys").resolve("seals"));
        var keys = new FileKeys(new KeyFolder(folder, development.password().toCharArray(), settings.pin().toCharArray()), settings,
                development.authority(), new OcspResponders(HttpClient.newBuilder().connectTimeout(settings.limit()).build(), settings.limit(), clock));
        keys.read();
        if (settings.keys().isEmpty()) {
            keys.sealing(Suite.ECDSA_P256_SHA256, clock.instant());
        }
        trust.roots(keys.roots());
        return keys;
    }

    @Bean
    EvidenceTimes evidenceTimes(SigningSettings settings, Development development, InstantSource clock) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(settings.limit()).build();
        List<TimestampAuthority> authorities = settings.authorities().isEmpty()
                ? List.of(development.authority().orElseThrow().timestamps())
                : settings.authorities().stream().<TimestampAuthority>map(address ->
                        new HttpTimestampAuthority(client, address, settings.limit())).toList();
        return new EvidenceTimes(new TimestampAuthorities(authorities, ROUNDS, clock), settings.silence());
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService signingUpkeep(FileKeys keys, EvidenceTimes times, ResumeParked parked, Environment environment, InstantSource clock) {
        ScheduledExecutorService schedule =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("signing-upkeep").daemon().factory());
        long every = environment.getRequiredProperty("fairway.signing.read-every", Duration.class).toMillis();
        schedule.scheduleWithFixedDelay(() -> keys.refresh(clock.instant(), parked::resumeUnsealed), every, every, TimeUnit.MILLISECONDS);
        schedule.scheduleWithFixedDelay(times::probe, PROBE_SECONDS, PROBE_SECONDS, TimeUnit.SECONDS);
        return schedule;
    }

    @Bean
    SignatureProfiles signatureProfiles(ConfiguredParties parties, CounterpartProfiles profiles) {
        return party -> profiles.signature(party).orElseGet(() -> parties.signatures(party));
    }

    @Bean
    CheckSignature checkSignature(SignatureProfiles profiles, HubKeys keys, EnrolledKeys enrolled, InstantSource clock) {
        return new CheckSignature(profiles, keys, new EnrolledSigners(enrolled, clock));
    }

    @Bean
    Seals seals(SignatureProfiles profiles, HubKeys keys, EvidenceTimes times, InstantSource clock) {
        return new SealOutbound(profiles, keys, times, clock);
    }

    @Bean
    SigningHealth signing(HubKeys keys, EvidenceTimes times, InstantSource clock) {
        return new SigningHealth(keys, times, clock);
    }
}
