package io.issueloop.support;

import io.issueloop.collaboration.review.ReviewProcess;
import io.issueloop.issue.ProposalProcess;
import io.issueloop.issue.ReopeningProcess;
import io.issueloop.issue.imports.ImportProcess;
import java.lang.reflect.Proxy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** Ports to the engine where there is none: nobody is asked, and nothing waits. */
@TestConfiguration
public class IdlePorts {

    @Bean
    @Fallback
    ProposalProcess idleProposals() {
        return idle(ProposalProcess.class);
    }

    @Bean
    @Fallback
    ReopeningProcess idleReopenings() {
        return idle(ReopeningProcess.class);
    }

    @Bean
    @Fallback
    ImportProcess idleImports() {
        return idle(ImportProcess.class);
    }

    @Bean
    @Fallback
    ReviewProcess idleReviews() {
        return idle(ReviewProcess.class);
    }

    private static <T> T idle(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) ->
                                method.getReturnType() == boolean.class ? Boolean.FALSE : null));
    }
}
