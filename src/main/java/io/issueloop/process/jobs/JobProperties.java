package io.issueloop.process.jobs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param dataDir folder of this node ({@code ISSUELOOP_DATA_DIR}, design.md §3)
 */
@ConfigurationProperties("issueloop")
record JobProperties(@DefaultValue("./data") String dataDir) {}
