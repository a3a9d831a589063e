package io.issueloop.issue;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param projects options of 关联项目 (ISSUELOOP_PROJECTS); empty: one per team
 */
@ConfigurationProperties("issueloop")
record IssueProperties(@DefaultValue List<String> projects) {}
