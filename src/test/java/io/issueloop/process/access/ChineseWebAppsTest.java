package io.issueloop.process.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's four web applications say in Chinese whatever they say in English. */
class ChineseWebAppsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same in both languages: signs, formats, names. */
    private static final Set<String> SHARED =
            Set.of(
                    "",
                    "ID",
                    "ID*",
                    "CSV",
                    "JSON",
                    "Optimize",
                    "<",
                    "<=",
                    ">",
                    ">=",
                    "L",
                    "HH:mm",
                    "YYYY-MM-DDTHH:mm:ss",
                    "1",
                    "4");

    /** Where Camunda advertises, we say something of our own. */
    private static final Set<String> OURS =
            Set.of("labels.BANNER_CE_EOL_TEXT", "labels.FIRST_LOGIN_INFO");

    private static final Pattern GAP = Pattern.compile("\\{\\{.*?}}|\\{}|href=\"[^\"]*\"|%[ds]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @ValueSource(strings = {"admin", "cockpit", "tasklist", "welcome"})
    @DisplayName("每个文字都有中文，占位符相同")
    void everythingIsSaidInChinese(String application) throws IOException {
        var english = words(application, "en");
        var chinese = words(application, "zh");

        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.keySet().removeAll(OURS);
        english.forEach(
                (key, value) -> {
                    var translated = chinese.getOrDefault(key, "");
                    assertThat(gaps(translated)).as(key).isEqualTo(gaps(value));
                    if (!key.startsWith("dateLocales") && !SHARED.contains(value)) {
                        assertThat(translated).as(key).isNotEqualTo(value);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "cockpit", "tasklist"})
    @DisplayName("日期用中文格式")
    void datesAreChinese(String application) throws IOException {
        var chinese = words(application, "zh");

        assertThat(chinese.get("dateLocales.longDateFormat.LLL")).startsWith("YYYY年M月D日");
        assertThat(chinese.get("dateLocales.relativeTime.past")).isEqualTo("%s前");
        assertThat(chinese.get("dateLocales.weekdays.0")).isEqualTo("星期日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "cockpit", "tasklist", "welcome"})
    @DisplayName("中文里没有半句英文")
    void noSentenceIsHalfEnglish(String application) throws IOException {
        words(application, "zh").values().stream()
                .filter(text -> HAN.matcher(text).find())
                .map(text -> GAP.matcher(text).replaceAll("").replaceAll("</?\\w+>|&\\w+;", ""))
                .forEach(text -> assertThat(text).doesNotContainPattern("[a-z]+ [a-z]+ [a-z]+"));
    }

    private static Set<String> gaps(String text) {
        var found = new TreeSet<String>();
        GAP.matcher(text).results().forEach(gap -> found.add(gap.group().replace(" ", "")));
        return found;
    }

    private static Map<String, String> words(String application, String language)
            throws IOException {
        var file = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
        try (var stream =
                ChineseWebAppsTest.class.getResourceAsStream(
                        file.formatted(application, language))) {
            assertThat(stream).isNotNull();
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var words = new TreeMap<String, String>();
            collect(JSON.readTree(text.replaceFirst("^\uFEFF", "")), "", words);
            return words;
        }
    }

    private static void collect(JsonNode node, String path, Map<String, String> words) {
        if (node.isValueNode()) {
            words.put(path.substring(1), node.asText());
            return;
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            collect(node.get(index), path + "." + index, words);
        }
        node.properties()
                .forEach(field -> collect(field.getValue(), path + "." + field.getKey(), words));
    }
}
