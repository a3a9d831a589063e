package io.issueloop.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.sandbox.SandboxApplication;
import io.issueloop.sandbox.SandboxDefaults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The sandbox in this process, seen from the side of WeCom's API: no member's door, no callbacks.
 */
final class Corp implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROWS_PER_CALL = 500;

    private final ConfigurableApplicationContext sandbox;
    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    private Corp(ConfigurableApplicationContext sandbox) {
        this.sandbox = sandbox;
        this.base = SandboxApplication.baseUrl(sandbox);
    }

    static Corp start() {
        return new Corp(SandboxApplication.start(Map.of("sandbox.port", 0)));
    }

    /** What makes the product talk to it; nothing of its own runs beside the measurement. */
    Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("issueloop.standalone.enabled", "false"),
                Map.entry("issueloop.roll-up-at-start", "false"),
                Map.entry("wecom.base-url", base),
                Map.entry("wecom.corp-id", SandboxDefaults.CORP_ID),
                Map.entry("wecom.agent-id", Integer.toString(SandboxDefaults.AGENT_ID)),
                Map.entry("wecom.secret", SandboxDefaults.SECRET),
                Map.entry("wecom.callback-token", SandboxDefaults.TOKEN),
                Map.entry("wecom.callback-aes-key", SandboxDefaults.AES_KEY),
                Map.entry("wecom.reconcile-interval", "1h"));
    }

    /** Where the product's set-up put the tracking sheet. */
    record Sheet(String docid, String id) {}

    /** Adds rows through {@code add_records} (page 99907) and returns their ids. */
    List<String> addRows(Sheet sheet, List<Map<String, Object>> rows) {
        var ids = new ArrayList<String>();
        for (int from = 0; from < rows.size(); from += MOST_ROWS_PER_CALL) {
            var some = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS_PER_CALL));
            var body =
                    Map.of(
                            "docid",
                            sheet.docid(),
                            "sheet_id",
                            sheet.id(),
                            "records",
                            some.stream().map(values -> Map.of("values", values)).toList());
            var path = "/cgi-bin/wedoc/smartsheet/add_records?access_token=" + token();
            post(path, body)
                    .path("records")
                    .forEach(record -> ids.add(record.path("record_id").asText()));
        }
        return ids;
    }

    /** The callbacks that say a member added these rows, one row each (page 100986). */
    List<Sealed> callbacks(Sheet sheet, List<String> recordIds, List<String> reporters) {
        return IntStream.range(0, recordIds.size())
                .mapToObj(
                        i ->
                                Sealed.of(
                                        event(
                                                sheet,
                                                recordIds.get(i),
                                                reporters.get(i % reporters.size())),
                                        SandboxDefaults.TOKEN,
                                        SandboxDefaults.AES_KEY,
                                        SandboxDefaults.CORP_ID,
                                        i))
                .toList();
    }

    private static String event(Sheet sheet, String recordId, String reporter) {
        return ("<xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>"
                        + "<CreateTime>%d</CreateTime><MsgType><![CDATA[event]]></MsgType>"
                        + "<Event><![CDATA[smart_sheet_change]]></Event><ChangeType><![CDATA[add_record]]></ChangeType>"
                        + "<DocId><![CDATA[%s]]></DocId><SheetId><![CDATA[%s]]></SheetId><RecordId><![CDATA[%s]]></RecordId></xml>")
                .formatted(
                        SandboxDefaults.CORP_ID,
                        reporter,
                        System.currentTimeMillis() / 1000,
                        sheet.docid(),
                        sheet.id(),
                        recordId);
    }

    private String token() {
        var path = "/cgi-bin/gettoken?corpid=%s&corpsecret=%s";
        var request =
                HttpRequest.newBuilder(
                        URI.create(
                                base
                                        + path.formatted(
                                                SandboxDefaults.CORP_ID, SandboxDefaults.SECRET)));
        return send(request.build()).path("access_token").asText();
    }

    private JsonNode post(String path, Object body) {
        try {
            var text = JSON.writeValueAsString(body);
            return send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(text))
                            .build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            if (answer.path("errcode").asInt() != 0) {
                throw new IllegalStateException(answer.toString());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
