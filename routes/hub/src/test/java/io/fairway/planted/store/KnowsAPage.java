package io.fairway.planted.store;

import io.fairway.planted.web.Page;

record KnowsAPage(Page page) {
}
