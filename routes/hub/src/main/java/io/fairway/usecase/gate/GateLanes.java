package io.fairway.usecase.gate;

import java.util.List;
import java.util.Optional;

/** The lanes this hub decides for. */
public record GateLanes(List<GateLane> all) {
    public GateLanes {
        all = List.copyOf(all);
    }

    /** The lane of this name. */
    public Optional<GateLane> find(String lane) {
        return all.stream().filter(each -> each.profile().lane().equals(lane)).findFirst();
    }
}
