package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An owner lets a party see a case until a time.
 *
 * @param declarations whether it sees the owner's own declarations in the case too
 * @param withdrawnAt since when it counts no more; absent while it does
 */
public record GrantView(UUID id, String owner, String party, UUID consignment, boolean declarations, Instant validUntil, Instant grantedAt,
                        String grantedBy, Optional<Instant> withdrawnAt) {
}
