package io.issueloop.notification;

import io.issueloop.issue.IssueNo;
import java.net.URI;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Addresses in messages; each opens the right page, logged in. */
@Component
@EnableConfigurationProperties(LinkProperties.class)
public class Links {

    private final String base;

    Links(LinkProperties properties) {
        this.base = properties.publicUrl().toString().replaceAll("/+$", "");
    }

    public URI issue(IssueNo issueNo) {
        return URI.create(base + "/issues/" + issueNo);
    }

    public URI tasklist() {
        return URI.create(base + "/camunda/app/tasklist/default/");
    }
}
