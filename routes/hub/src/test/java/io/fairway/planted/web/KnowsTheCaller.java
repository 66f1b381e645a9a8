package io.fairway.planted.web;

import io.fairway.planted.identity.KnowsAPage;

record KnowsTheCaller(KnowsAPage knowsAPage) {
}
