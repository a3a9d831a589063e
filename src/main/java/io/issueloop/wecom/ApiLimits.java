package io.issueloop.wecom;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Before every call: keeps away from interfaces that are paused, and counts those WeCom limits
 * (page 90312), over all nodes.
 */
final class ApiLimits implements RequestInterceptor {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Rule APPROVAL = Rule.of(600, MINUTE);
    private static final Rule TICKET = Rule.of(100, HOUR);

    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    Map.entry("/cgi-bin/oa/applyevent", APPROVAL),
                    Map.entry("/cgi-bin/oa/getapprovalinfo", APPROVAL),
                    Map.entry("/cgi-bin/oa/getapprovaldetail", APPROVAL),
                    Map.entry("/cgi-bin/oa/approval/create_template", APPROVAL),
                    Map.entry("/cgi-bin/oa/journal/get_record_list", APPROVAL),
                    Map.entry("/cgi-bin/oa/journal/get_record_detail", APPROVAL),
                    Map.entry("/cgi-bin/get_jsapi_ticket", TICKET),
                    Map.entry("/cgi-bin/ticket/get", TICKET),
                    Map.entry("/cgi-bin/appchat/update", Rule.of(1000, HOUR)),
                    Map.entry(
                            "/cgi-bin/webhook/send", new Rule(20, MINUTE, ApiLimits::keyInAddress)),
                    Map.entry(
                            "/cgi-bin/agent/set_workbench_data",
                            new Rule(10, MINUTE, ApiLimits::memberInBody)));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pauses pauses;
    private final CallCounts counts;

    ApiLimits(Pauses pauses, CallCounts counts) {
        this.pauses = pauses;
        this.counts = counts;
    }

    /**
     * @param who has calls of their own to make; the same for everybody where the corp has
     */
    private record Rule(int most, Duration window, Function<RequestTemplate, String> who) {
        static Rule of(int most, Duration window) {
            return new Rule(most, window, template -> "");
        }
    }

    /**
     * @throws WeComBusy with the time to wait
     */
    @Override
    public void apply(RequestTemplate template) {
        var api = Api.of(template);
        pauses.check(api);
        var rule = RULES.get(api);
        if (rule != null) {
            counts.count(api, rule.who().apply(template), rule.most(), rule.window());
        }
    }

    /** The key itself is a secret: its digest tells robots apart as well. */
    private static String keyInAddress(RequestTemplate template) {
        var key = String.join("", template.queries().getOrDefault("key", List.of()));
        return Digest.sha256Hex(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String memberInBody(RequestTemplate template) {
        try {
            return JSON.readTree(template.body()).path("userid").asText();
        } catch (IOException e) {
            throw new IllegalStateException("we encoded it ourselves", e);
        }
    }
}
