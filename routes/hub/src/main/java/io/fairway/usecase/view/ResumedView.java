package io.fairway.usecase.view;

import java.util.UUID;

/** Something the hub had given up and tries again. */
public record ResumedView(UUID id, OverdueView.Kind kind) {
}
