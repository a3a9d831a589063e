package io.issueloop.web;

import io.issueloop.support.WithDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A test that opens {@link WebApplication} in a {@link Browser}; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithDatabase(shared = true)
@AutoConfigureObservability(tracing = false)
@SpringBootTest(
        classes = WebApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties =
                "issueloop.api-tokens=ci:a-token-for-the-tests,board:a-token-for-a-board:kpi:read metrics")
public @interface WebTest {

    /** A script with the default scopes. */
    String TOKEN = "a-token-for-the-tests";

    /** A script that may read KPIs and metrics, and nothing else. */
    String BOARD_TOKEN = "a-token-for-a-board";
}
