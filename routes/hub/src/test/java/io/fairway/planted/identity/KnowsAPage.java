package io.fairway.planted.identity;

import io.fairway.planted.web.Page;

public record KnowsAPage(Page page) {
}
