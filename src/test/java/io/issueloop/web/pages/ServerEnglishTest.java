package io.issueloop.web.pages;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.issueloop.support.JavaTexts.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every sentence and label of the server that our own pages show has its English (decision 28). */
class ServerEnglishTest {

    private static final Path CATALOGUE = Path.of("src/main/resources/static/assets/en/server.js");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path DECISIONS = Path.of("dmn");
    private static final Pattern ANSWER = Pattern.compile("(?:&quot;|\")([^\"<&]+)(?:&quot;|\")");
    private static final String VALUE = "\\{\\d}";
    private static final Pattern SQL_TEXT =
            Pattern.compile("'([^'\\n]*[\\u4e00-\\u9fff][^'\\n]*)'");

    /** Refusals that pass on what others say: their texts are found where they are written. */
    private static final Set<String> PASSED_ON =
            Set.of(
                    "appraisal/QuarterClosing.java", // require(…, otherwise), as the next ones
                    "appraisal/effects/Baselines.java",
                    "process/work/OpenTasks.java",
                    "knowledge/Article.java",
                    "directory/Absences.java",
                    "directory/OrganisationSettings.java",
                    "issue/Issue.java",
                    "issue/Categories.java",
                    "issue/IssuePauses.java",
                    "calendar/CalendarYear.java",
                    "directory/PilotScope.java", // the reason it also shows to reporters
                    "issue/imports/RowRules.java", // all reasons against a row, joined by ；
                    "web/api/Reports.java", // what the domain says about the input
                    "web/api/IssueListWords.java"); // one for each list of words

    /** SQL that compares, copies or names files and data, but explains nothing to a person. */
    private static final Set<String> NOT_SAID = Set.of("自提自解%", "客户方案表 5.1 与 5.2");

    private final Map<String, String> english = catalogue();
    private final List<Text> all = ServerTexts.all();

    ServerEnglishTest() throws IOException {}

    @Test
    @DisplayName("服务端的每句话、每个标签都有英文")
    void everySentenceHasItsEnglish() {
        var missing =
                ServerTexts.shown(all).stream()
                        .filter(text -> !english.containsKey(text.wording()))
                        .map(text -> text.wording() + "  ← " + text.file())
                        .collect(toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("读不出字句的拒绝都已列明原因")
    void whatCannotBeReadIsListed() {
        var unread =
                all.stream()
                        .filter(text -> ServerTexts.refuses(text) && text.wording().isEmpty())
                        .map(Text::file)
                        .collect(toCollection(TreeSet::new));
        assertThat(unread).containsExactlyInAnyOrderElementsOf(PASSED_ON);
    }

    @Test
    @DisplayName("指标明细里由 SQL 写出的原因都有英文")
    void everyReasonOfSqlHasItsEnglish() throws IOException {
        var keys = String.join("\n", english.keySet());
        var missing = sqlTexts().filter(one -> !keys.contains(one.strip())).toList();
        assertThat(missing).isEmpty();
    }

    @Test
    @DisplayName("没有多余的英文")
    void everyEnglishIsUsed() throws IOException {
        var written = all.stream().map(Text::wording).collect(toCollection(HashSet::new));
        var puttingTogether =
                Stream.concat(sqlTexts(), Stream.concat(written.stream(), decided()))
                        .flatMap(text -> Stream.of(text.split(VALUE)))
                        .filter(piece -> !piece.isEmpty())
                        .distinct()
                        .map(Pattern::quote)
                        .collect(joining("|", "(" + VALUE + "|", ")+"));
        var made = Pattern.compile(puttingTogether);
        var unused =
                english.keySet().stream()
                        .filter(key -> !written.contains(key) && !made.matcher(key).matches())
                        .toList();
        assertThat(unused).isEmpty();
    }

    /** Texts the decision tables answer with. */
    private static Stream<String> decided() throws IOException {
        var found = new HashSet<String>();
        try (var tables = Files.list(DECISIONS)) {
            for (var table : tables.toList()) {
                ANSWER.matcher(Files.readString(table))
                        .results()
                        .forEach(one -> found.add(one.group(1)));
            }
        }
        return found.stream();
    }

    /** Those of the KPIs' statements and of the functions and views of the latest migrations. */
    private Stream<String> sqlTexts() throws IOException {
        try (var migrations = Files.list(MIGRATIONS)) {
            var views = new StringBuilder();
            for (var one :
                    migrations
                            .filter(
                                    file ->
                                            file.toString().contains("kpi")
                                                    || file.toString().contains("fact"))
                            .sorted()
                            .toList()) {
                views.append(Files.readString(one));
            }
            var statements = all.stream().filter(ServerTexts::isSql).map(Text::wording);
            return Stream.concat(statements, Stream.of(views.toString()))
                    .flatMap(text -> SQL_TEXT.matcher(text).results())
                    .map(one -> one.group(1))
                    .filter(text -> !NOT_SAID.contains(text))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    private static Map<String, String> catalogue() throws IOException {
        var json = Files.readString(CATALOGUE).replaceFirst("(?s)^.*?export default ", "");
        return new ObjectMapper()
                .readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }
}
