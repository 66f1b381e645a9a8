package io.fairway.usecase.feed;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.NoticeView;
import io.fairway.usecase.view.Slice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Subscriptions and their notices as rows. All calls belong to the running transaction; those that name no reader, to the hub's. */
public interface Subscriptions {

    /** Newest first, those of the running party. */
    Slice<Subscription> page(Slice.Want want);

    /** Empty when it is not the running party's. */
    Optional<Subscription> find(UUID id);

    /** Notices of one of the running party's, newest first. */
    Slice<NoticeView> notices(UUID subscription, Slice.Want want);

    int countOf(PartyId party);

    void add(Subscription subscription, byte[] secret);

    /** The former secret signs beside it until then. */
    boolean replaceSecret(PartyId party, UUID id, byte[] secret, Instant formerUntil);

    boolean remove(PartyId party, UUID id);

    /** Makes parked notices due again and ends the rest after a failure. */
    boolean resume(PartyId party, UUID id, Instant now);

    /** Forgets the notices behind a place, which are then made again. */
    boolean rewind(PartyId party, UUID id, long place, Instant now);

    /** Subscriptions whose party has events that no notice was made of; none that has {@code most} notices waiting. */
    List<Subscription> behind(int most);

    /** Adds notices, and moves the place on, unless another hub did. @return whether it was done here */
    boolean advance(Subscription from, long to, List<NewNotice> notices, Instant now);

    /** Subscriptions that rest no more and have something due. */
    List<UUID> due(Instant now);

    /** What is due of one: of each consignment the oldest; a single one while it fails. */
    List<Notice> lease(UUID subscription, Instant now, Duration lease, int most);

    /** Where to, and with which secrets it is signed; empty when it is gone. */
    Optional<Destination> destination(UUID subscription, Instant now);

    void delivered(Notice notice, Instant at);

    /** @param rest the whole subscription rests until then, for its address failed */
    void failed(Notice notice, String cause, Instant rest);

    /** Given up: visible, with an alarm, and taken up again by {@link #resume}. */
    void park(Notice notice, String cause, Instant at, Instant rest);

    /** A notice to add. */
    record NewNotice(UUID id, long place, UUID consignment, String event, byte[] body) {
    }

    /** @param secrets the present one first */
    record Destination(URI url, List<byte[]> secrets, int failures) {
    }
}
