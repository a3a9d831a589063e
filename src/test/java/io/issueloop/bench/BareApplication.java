package io.issueloop.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;

/**
 * Spring Boot with Camunda's web applications and nothing else: what E7 compares the start with.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = SessionAutoConfiguration.class)
class BareApplication {

    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }
}
