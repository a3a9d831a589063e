package io.issueloop.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ForeignScriptTest {

    @Test
    void onlyTheOriginOfTheSdkIsLetIn() {
        var sandbox = new ForeignScript(URI.create("http://127.0.0.1:8090/jssdk.js"));
        assertThat(sandbox.source()).isEqualTo(" http://127.0.0.1:8090");
        assertThat(new ForeignScript(null).source()).isEmpty();
        assertThat(new ForeignScript(URI.create("/assets/own.js")).source()).isEmpty();
    }
}
