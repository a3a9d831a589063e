package io.issueloop.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** One table in the format people ask for: CSV, xlsx or JSON. */
@Component
class KpiFiles {

    private static final Map<String, String> TYPES =
            Map.of(
                    "csv", "text/csv;charset=UTF-8",
                    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "json", "application/json");

    private final ObjectMapper json;

    KpiFiles(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param stem of the file's name
     * @param rows the first is the head
     * @throws InvalidRequest when there is no such format
     */
    ResponseEntity<byte[]> file(String stem, String format, List<List<String>> rows) {
        var type = TYPES.get(format);
        if (type == null) {
            throw new InvalidRequest("格式应为 csv、xlsx 或 json");
        }
        var name = stem + "." + format;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content(stem, format, rows));
    }

    private byte[] content(String stem, String format, List<List<String>> rows) {
        return switch (format) {
            case "xlsx" -> XlsxText.of(stem, rows);
            case "json" -> json(rows);
            default -> CsvText.of(rows);
        };
    }

    /** One object a row, named as the columns are. */
    private byte[] json(List<List<String>> rows) {
        var head = rows.get(0);
        var objects = new ArrayList<Map<String, String>>();
        for (var row : rows.subList(1, rows.size())) {
            var object = new LinkedHashMap<String, String>();
            for (int i = 0; i < head.size(); i++) {
                object.put(head.get(i), row.get(i));
            }
            objects.add(object);
        }
        try {
            return json.writeValueAsBytes(objects);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
