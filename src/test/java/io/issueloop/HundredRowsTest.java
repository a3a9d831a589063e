package io.issueloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.issueloop.support.HundredRows;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many at once, and everything twice. */
class HundredRowsTest extends EndToEnd {

    @Test
    @DisplayName("一百行同时加入、每个回调都投递两次：一百个问题，每人每事只被通知一次")
    void hundredRowsWithEveryCallbackTwiceAreAHundredIssues() {
        isTrue("quiet before", () -> oracles().isQuiet());
        people.breakCallbacks("duplicate", 1000);
        var rows = HundredRows.addedTo(people);
        await("a hundred issues")
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> rows.numbers().size() == 100 && oracles().isQuiet());
        assertThat(rows.callbacks()).hasSize(200);
        rows.areAllThere(oracles());
    }
}
