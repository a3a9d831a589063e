package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.RequestLine;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example of WeCom's own pages is read into our records, and they hold the values of the
 * example. The examples are kept outside this repository.
 */
class FixturesTest {

    private static final Path FIXTURES = Path.of("../shared/wecom-fixtures");
    private static final ObjectMapper WIRE = WeComConfiguration.wire();

    /** Examples whose page shows nothing our records care about. */
    private static final Set<String> BARE =
            Set.of(
                    "wedoc__smartsheet__get_records.response.json",
                    "wedoc__spreadsheet__get_sheet_range_data.response.json",
                    "wedoc__smartsheet__webhook.response.json");

    private static final Set<String> REFUSALS =
            Set.of(
                    "auth__getuserinfo.bad-code.response.json",
                    "gettoken.expired-error.response.json");

    static List<String> examples() throws Exception {
        if (!Files.isDirectory(FIXTURES)) {
            return List.of("absent");
        }
        try (var files = Stream.concat(list("go-wecom"), list("official-docs"))) {
            return files.map(FIXTURES::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> list(String folder) throws Exception {
        return Files.list(FIXTURES.resolve(folder));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void exampleIsReadWithItsValues(String name) throws Exception {
        assumeTrue(Files.isDirectory(FIXTURES), "examples are kept outside this repository");
        var file = FIXTURES.resolve(name);
        var example = WIRE.readTree(Files.readString(file));
        if (REFUSALS.contains(file.getFileName().toString())) {
            assertThat(example.path("errcode").asInt()).isPositive(); // see refusalsAreRefusals
            return;
        }
        var read = WIRE.treeToValue(example, WIRE.constructType(type(file, example)));
        var differences = new ArrayList<String>();
        int same = compare(WIRE.valueToTree(read), example, "", differences);
        assertThat(differences).isEmpty();
        if (!isPlainOk(example) && !BARE.contains(file.getFileName().toString())) {
            assertThat(same).as("values of the example we read").isPositive();
        }
    }

    private static boolean isPlainOk(JsonNode example) {
        return example.size() == 2 && example.has("errcode") && example.has("errmsg");
    }

    /** The body's type for a request, else what the method answers. */
    private static Type type(Path file, JsonNode example) {
        var parts = file.getFileName().toString().split("\\.");
        var method =
                method("/cgi-bin/" + parts[0].replace("__", "/"))
                        .orElseThrow(() -> new AssertionError("nobody calls " + parts[0]));
        var body = Arrays.stream(method.getParameterTypes()).filter(Class::isRecord).findFirst();
        var isRequest = file.toString().contains(".request.") && !example.has("errcode");
        return isRequest
                ? body.orElseThrow(() -> new AssertionError(method + " sends nothing"))
                : method.getGenericReturnType();
    }

    private static Optional<Method> method(String path) {
        return Stream.of(WeComAreas.WITH_TOKEN, WeComAreas.WITH_KEY, List.of(TokenApi.class))
                .flatMap(List::stream)
                .flatMap(area -> Arrays.stream(area.getDeclaredMethods()))
                .filter(
                        method ->
                                method.getAnnotation(RequestLine.class)
                                        .value()
                                        .split("[ ?]")[1]
                                        .equals(path))
                .findFirst();
    }

    /** Whatever our record holds stands in the example; answers how many values do. */
    private static int compare(JsonNode ours, JsonNode theirs, String at, List<String> wrong) {
        if (ours.isObject()) {
            int same = 0;
            for (var field : ours.properties()) {
                same +=
                        compare(
                                field.getValue(),
                                theirs.path(field.getKey()),
                                at + "." + field.getKey(),
                                wrong);
            }
            return same;
        } else if (ours.isArray() && theirs.isArray()) {
            if (ours.size() != theirs.size()) {
                wrong.add(at + " has " + ours.size() + " entries");
            }
            int same = ours.isEmpty() ? 1 : 0;
            for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
                same += compare(ours.get(i), theirs.get(i), at + "[" + i + "]", wrong);
            }
            return same;
        } else if (theirs.isMissingNode() || theirs.isNull()) {
            if (!isNothing(ours)) {
                wrong.add(at + " is not in the example: " + ours);
            }
            return 0;
        }
        if (!ours.asText().equals(theirs.asText())) {
            wrong.add(at + " is " + ours + ", the example says " + theirs);
        }
        return 1;
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isNumber() && value.asLong() == 0
                || value.isBoolean() && !value.asBoolean()
                || value.isTextual() && value.asText().isEmpty();
    }

    @Test
    @DisplayName("例子里的错误回答就是错误：40029 不再重试，42001 换新凭证")
    void refusalsAreRefusals() throws Exception {
        assumeTrue(Files.isDirectory(FIXTURES), "examples are kept outside this repository");
        assertThat(refusal("auth__getuserinfo.bad-code.response.json"))
                .isInstanceOfSatisfying(
                        WeComRejected.class,
                        rejected -> assertThat(rejected.errcode()).isEqualTo(40029));
        assertThat(refusal("gettoken.expired-error.response.json"))
                .isInstanceOf(WeComUnavailable.AccessTokenExpired.class);
    }

    private static Throwable refusal(String name) throws Exception {
        var body = Files.readString(FIXTURES.resolve("official-docs").resolve(name));
        try (var server =
                new TinyServer(
                        call ->
                                TinyServer.reply(
                                        call,
                                        200,
                                        call.getRequestURI().getPath().endsWith("gettoken")
                                                ? "{\"access_token\":\"t\",\"expires_in\":7200}"
                                                : body))) {
            var auth = Wire.to(TestSettings.of(server.url())).clients.of(AuthApi.class);
            return org.assertj.core.api.Assertions.catchThrowable(() -> auth.getuserinfo("c"));
        }
    }
}
