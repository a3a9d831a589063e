package io.issueloop.directory;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param admins userids that are KPI and process administrators without a WeCom tag
 *     (ISSUELOOP_ADMINS)
 */
@ConfigurationProperties("issueloop")
record DirectoryProperties(@DefaultValue List<String> admins) {}
