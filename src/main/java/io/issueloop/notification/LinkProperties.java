package io.issueloop.notification;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param publicUrl where members reach the application (ISSUELOOP_PUBLIC_URL)
 */
@ConfigurationProperties("issueloop")
record LinkProperties(@DefaultValue("http://localhost:8080") URI publicUrl) {}
