package io.issueloop.process.access;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param admins userids of the administrators ({@code ISSUELOOP_ADMINS}, design.md §3)
 */
@ConfigurationProperties("issueloop")
record AccessProperties(@DefaultValue Set<String> admins) {}
