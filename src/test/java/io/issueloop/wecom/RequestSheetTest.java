package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import feign.RequestLine;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every request our clients can send, as it arrives at a server, against the sheet: a method, a
 * field, a type WeCom does not know fails here. So does a method nobody described.
 */
class RequestSheetTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RequestSheet SHEET = RequestSheet.read();

    /** As it came. */
    private record Arrived(
            String method, String path, Set<String> query, String kind, byte[] body) {
        String name() {
            return method + " " + path;
        }
    }

    private static final List<Arrived> ARRIVED = new CopyOnWriteArrayList<>();
    private static TinyServer server;
    private static Wire wire;

    @BeforeAll
    static void listen() throws IOException {
        server =
                new TinyServer(
                        call -> {
                            var uri = call.getRequestURI();
                            var query = uri.getQuery() == null ? "" : uri.getQuery();
                            ARRIVED.add(
                                    new Arrived(
                                            call.getRequestMethod(),
                                            uri.getPath(),
                                            Arrays.stream(query.split("&"))
                                                    .map(pair -> pair.replaceAll("=.*", ""))
                                                    .filter(name -> !name.isEmpty())
                                                    .collect(Collectors.toCollection(TreeSet::new)),
                                            String.valueOf(
                                                    call.getRequestHeaders()
                                                            .getFirst("Content-Type")),
                                            call.getRequestBody().readAllBytes()));
                            TinyServer.reply(
                                    call,
                                    200,
                                    "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}");
                        });
        wire = Wire.to(TestSettings.of(server.url()));
        wire.tokens.current();
    }

    @AfterAll
    static void hangUp() {
        server.close();
    }

    @Test
    @DisplayName("每个客户端接口都注册为 Bean，每个方法都在手册摘录中，摘录中没有多余的条目")
    void everyMethodIsDescribedAndEveryDescriptionIsUsed() throws Exception {
        var registered =
                Stream.of(WeComAreas.WITH_TOKEN, WeComAreas.WITH_KEY, List.of(TokenApi.class))
                        .flatMap(List::stream)
                        .map(Class::getSimpleName)
                        .toList();
        assertThat(registered).containsExactlyInAnyOrderElementsOf(interfacesOnDisk());
        assertThat(methods().map(RequestSheetTest::name))
                .containsExactlyInAnyOrderElementsOf(SHEET.names());
    }

    private static List<String> interfacesOnDisk() throws Exception {
        var classes = MessageApi.class.getProtectionDomain().getCodeSource().getLocation();
        try (var files = Files.list(Path.of(classes.toURI()).resolve("io/issueloop/wecom"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+Api\\.class"))
                    .map(name -> name.replace(".class", ""))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void requestIsAsWeComDescribesIt(String name) throws Exception {
        var method = methods().filter(one -> name(one).equals(name)).findFirst().orElseThrow();
        var endpoint = SHEET.of(name);
        for (var arguments : arguments(method, endpoint)) {
            wire.jdbc.sql("delete from wecom_call").update();
            var arrived = call(method, arguments);
            assertThat(arrived.name()).isEqualTo(name);
            assertThat(arrived.query()).isEqualTo(expected(method, endpoint));
            if (endpoint.upload()) {
                assertThat(arrived.kind()).startsWith("multipart/form-data; boundary=");
                assertThat(new String(arrived.body(), "UTF-8"))
                        .contains("name=\"media\"; filename=\"问题.txt\"; filelength=7")
                        .contains("content");
            } else if (endpoint.body() == null) {
                assertThat(arrived.body()).isEmpty();
            } else {
                assertThat(arrived.kind()).isEqualTo("application/json");
                assertThat(SHEET.problems(name, JSON.readTree(arrived.body())))
                        .as(new String(arrived.body(), "UTF-8"))
                        .isEmpty();
            }
        }
    }

    private static Set<String> expected(Method method, RequestSheet.Endpoint endpoint) {
        var expected = new TreeSet<>(endpoint.query());
        if (WeComAreas.WITH_TOKEN.contains(method.getDeclaringClass())) {
            expected.add("access_token");
        }
        return expected;
    }

    static List<String> names() {
        return methods().map(RequestSheetTest::name).sorted().toList();
    }

    private static Stream<Method> methods() {
        return Stream.of(WeComAreas.WITH_TOKEN, WeComAreas.WITH_KEY, List.of(TokenApi.class))
                .flatMap(List::stream)
                .flatMap(area -> Arrays.stream(area.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(RequestLine.class));
    }

    private static String name(Method method) {
        return method.getAnnotation(RequestLine.class).value().replaceAll("\\?.*", "");
    }

    /** One list of arguments for each form the body can have. */
    private static List<Object[]> arguments(Method method, RequestSheet.Endpoint endpoint) {
        var types = method.getParameterTypes();
        int last = types.length - 1;
        if (last < 0 || !types[last].isRecord() || types[last] == Multipart.class) {
            return List.<Object[]>of(plain(types));
        }
        var all = new ArrayList<Object[]>();
        for (var body : RequestSamples.of(types[last], endpoint)) {
            var arguments = plain(types);
            arguments[last] = body;
            all.add(arguments);
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private static Object[] plain(Class<?>[] types) {
        return Arrays.stream(types)
                .map(
                        type ->
                                type == String.class
                                        ? (Object) "a1"
                                        : type == long.class
                                                ? (Object) 7L
                                                : type == int.class
                                                        ? (Object) 7
                                                        : new Multipart(
                                                                "问题.txt",
                                                                "text/plain",
                                                                "content".getBytes()))
                .toArray();
    }

    private static Arrived call(Method method, Object[] arguments) throws Exception {
        var area = method.getDeclaringClass();
        var client =
                area == TokenApi.class
                        ? wire.tokenApi
                        : WeComAreas.WITH_KEY.contains(area)
                                ? wire.clients.withKey(area)
                                : wire.clients.of(area);
        ARRIVED.clear();
        try {
            method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + " with " + Arrays.toString(arguments), e);
        }
        assertThat(ARRIVED).hasSize(1);
        return ARRIVED.get(0);
    }

    @Test
    @DisplayName("对照有牙齿：拼错的字段、错的类型、缺少的字段、过长的内容、未知的取值都会被拒绝")
    void sheetHasTeeth() {
        var recall = "POST /cgi-bin/message/recall";
        assertThat(SHEET.problems(recall, json("{'msgid':'m'}"))).isEmpty();
        assertThat(SHEET.problems(recall, json("{'msgId':'m'}"))).hasSize(2);
        assertThat(SHEET.problems(recall, json("{'msgid':7}"))).hasSize(1);
        var safety = "POST /cgi-bin/wedoc/mod_doc_safty_setting";
        assertThat(SHEET.problems(safety, json("{'docid':'d','enable_readonly_copy':1}")))
                .hasSize(1);
        var tag = "POST /cgi-bin/tag/create";
        assertThat(SHEET.problems(tag, json("{'tagname':'%s'}".formatted("标".repeat(33)))))
                .hasSize(1);
        var todo = "POST /cgi-bin/todo/update";
        assertThat(SHEET.problems(todo, json("{'todo_id':'t','status':2}"))).hasSize(1);
        var search = "POST /cgi-bin/wedoc/smartsheet/get_records";
        var both =
                "{'docid':'d','sheet_id':'s','sort':[],'filter_spec':{'conjunction':'CONJUNCTION_AND','conditions':[{'field_id':'f','field_type':'FIELD_TYPE_TEXT','operator':'OPERATOR_IS'}]}}";
        assertThat(SHEET.problems(search, json(both))).hasSize(1);
        var list = "POST /cgi-bin/oa/getapprovalinfo";
        assertThat(
                        SHEET.problems(
                                list,
                                json(
                                        "{'starttime':1569546000,'endtime':'1569718800','new_cursor':'','size':101}")))
                .hasSize(2);
    }

    private static ObjectNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text.replace('\'', '"'));
            return (ObjectNode) node;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
