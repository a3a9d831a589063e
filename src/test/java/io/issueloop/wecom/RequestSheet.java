package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** What WeCom takes: {@code wecom/requests.yaml}, read. */
final class RequestSheet {

    private static final Set<String> RULES = Set.of("one_of", "any_of", "not_both");

    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

    /**
     * @param query names of its parameters, without the token
     * @param upload whether it takes a file instead of JSON
     */
    record Endpoint(
            Set<String> query,
            boolean upload,
            RequestShape.@org.jspecify.annotations.Nullable Fields body,
            Map<String, List<String>> rules) {}

    static RequestSheet read() {
        try (var file = RequestSheet.class.getResourceAsStream("/wecom/requests.yaml")) {
            return new RequestSheet(new Yaml().load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RequestSheet(Map<String, Map<String, Object>> sheet) {
        var parts = sheet.get("parts");
        sheet.forEach(
                (line, entry) -> {
                    if (!line.equals("parts")) {
                        var query = line.split("\\?");
                        endpoints.put(query[0], endpoint(query, entry, parts));
                    }
                });
    }

    @SuppressWarnings("unchecked")
    private static Endpoint endpoint(
            String[] query, Map<String, Object> entry, Map<String, Object> parts) {
        var rules = new LinkedHashMap<String, List<String>>();
        RULES.stream()
                .filter(entry::containsKey)
                .forEach(rule -> rules.put(rule, (List<String>) entry.get(rule)));
        var body = entry.get("body");
        return new Endpoint(
                query.length == 1 ? Set.of() : new TreeSet<>(Set.of(query[1].split("&"))),
                Boolean.TRUE.equals(entry.get("upload")),
                body == null ? null : (RequestShape.Fields) new RequestShapes(parts).of(body),
                rules);
    }

    /** {@code POST /cgi-bin/…} of everything that is described. */
    Set<String> names() {
        return endpoints.keySet();
    }

    Endpoint of(String methodAndPath) {
        var found = endpoints.get(methodAndPath);
        if (found == null) {
            throw new AssertionError(methodAndPath + " is not in wecom/requests.yaml");
        }
        return found;
    }

    /** What is wrong with a request's body; empty where nothing is. */
    List<String> problems(String methodAndPath, JsonNode body) {
        var endpoint = of(methodAndPath);
        var problems = new ArrayList<String>();
        if (endpoint.body() == null) {
            problems.add("takes no body");
            return problems;
        }
        endpoint.body().check(body, "", problems);
        endpoint.rules().forEach((rule, names) -> check(rule, names, body, problems));
        return problems;
    }

    private static void check(
            String rule, List<String> names, JsonNode body, List<String> problems) {
        long present = names.stream().filter(body::has).count();
        var held =
                switch (rule) {
                    case "one_of" -> present == 1;
                    case "any_of" -> present >= 1;
                    default -> present <= 1;
                };
        if (!held) {
            problems.add(rule + " " + names + ", but " + present + " are there");
        }
    }
}
