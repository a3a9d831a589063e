package io.issueloop.wecom;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Timers run in the application, never in one of its commands. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
@EnableScheduling
class SchedulingConfiguration {}
