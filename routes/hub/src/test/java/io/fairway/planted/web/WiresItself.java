package io.fairway.planted.web;

import org.springframework.context.annotation.Configuration;

@Configuration
class WiresItself {
}
