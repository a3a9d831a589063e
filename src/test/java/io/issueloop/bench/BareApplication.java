package io.issueloop.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * Spring Boot with Camunda's web applications and nothing else: what E7 compares the start with.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class BareApplication {

    public static void main(String[] args) {
        SpringApplication.run(BareApplication.class, args);
    }
}
