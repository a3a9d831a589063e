package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.issueloop.directory.Directory;
import io.issueloop.knowledge.ArticleNo;
import io.issueloop.knowledge.ArticleText;
import io.issueloop.knowledge.Authors;
import io.issueloop.kpi.KpiStatus;
import io.issueloop.kpi.KpiValue;
import io.issueloop.notification.Links;
import io.issueloop.notification.Message.ActionCard;
import io.issueloop.notification.Message.Notice;
import io.issueloop.shared.Excerpt;
import io.issueloop.shared.UserId;
import io.issueloop.support.People;
import io.issueloop.support.Samples;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every text people read in WeCom, whoever writes it: all functions of all {@code …Texts}. A new
 * one is tested by being there.
 */
@DisplayName("所有消息文字")
class EveryTextTest {

    private static final Pattern LEFT_OVER =
            Pattern.compile("%[sd\\d]|\\{\\w*}|Optional[\\[.]|\\bnull\\b|@[0-9a-f]{5,}|\\[\\w+=");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern MAY_BE_ENGLISH =
            Pattern.compile(
                    "https?://\\S+|/m/\\S+|ISS-[\\d-]+|KB-[\\d-]+|Tasklist|Cockpit|KPI|CTO|P90|[a-z]{3,}(?=（)|zhaomin");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static Samples brief;
    private static Samples endless;

    static Stream<Named<Method>> texts() throws ReflectiveOperationException {
        var people = Samples.people();
        brief = samples(Samples.SHORT, people);
        endless = samples(Samples.LONG, people);
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.issueloop")
                        .stream()
                        .filter(type -> type.getSimpleName().matches(".*Texts|SolutionText"))
                        .filter(type -> !type.getPackageName().matches(".*(sandbox|standalone).*"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(EveryTextTest::isText)
                        .sorted(Comparator.comparing(Method::toString))
                        .map(text -> Named.of(name(text), text));
    }

    private static Samples samples(String text, Directory people)
            throws ReflectiveOperationException {
        var made = new Samples(text, people);
        var settings = Links.class.getDeclaredConstructors()[0];
        settings.setAccessible(true);
        var links = settings.newInstance(made.of(settings.getParameterTypes()[0]));
        var words = Excerpt.of(text, 80);
        return made.with(Links.class, links)
                .with(ArticleNo.class, ArticleNo.of("KB-20261123-0001"))
                .with(KpiValue.class, figure())
                .with(Authors.class, new Authors(Map.of(People.ZHAO, BigDecimal.ONE)))
                .with(
                        ArticleText.class,
                        new ArticleText(words, text, text, text, text, List.of("技术", "性能")));
    }

    /** T3 of a month, on target. */
    private static KpiValue figure() {
        return new KpiValue(
                1,
                "T3",
                "all",
                "2026-10",
                "DEFAULT",
                "66.6666666667",
                "2.0000000000",
                "3.0000000000",
                3,
                "60.0000000000",
                KpiStatus.MET,
                false,
                1,
                1,
                OffsetDateTime.parse("2026-11-23T10:00+08:00"),
                true);
    }

    /** What gives people words: not a part of a text, and not a decision. */
    private static boolean isText(Method method) {
        var given = method.getReturnType();
        return Modifier.isStatic(method.getModifiers())
                && !Modifier.isPrivate(method.getModifiers())
                && !method.isSynthetic()
                && (given == String.class
                        || given == List.class
                        || given.isRecord() && !given.getSimpleName().equals("Wish"));
    }

    private static String name(Method text) {
        return text.getDeclaringClass().getSimpleName() + "." + text.getName();
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("是中文，没有残留的占位符和英文；放得进企业微信的卡片，不被截断")
    void saysItInChinese(Method text) throws ReflectiveOperationException {
        var said = call(text, brief);
        var words = String.join("\n", words(said));
        assertThat(words).containsPattern(CHINESE).doesNotContainPattern(LEFT_OVER);
        assertThat(MAY_BE_ENGLISH.matcher(words).replaceAll("")).doesNotContainPattern(ENGLISH);
        if (said instanceof Notice notice) {
            var drawn = Drawing.notice(notice);
            assertThat(drawn.title()).isEqualTo(notice.title());
            assertThat(drawn.description().replace("<br>", "\n")).isEqualTo(notice.text());
        }
        links(said).forEach(link -> assertThat(link.toString()).startsWith("https://issueloop."));
    }

    @ParameterizedTest
    @MethodSource("texts")
    @DisplayName("再长的描述、再多的表情也不超限，也不切开一个字")
    void isCutProperly(Method text) throws ReflectiveOperationException {
        var said = call(text, endless);
        words(said).forEach(EveryTextTest::isWhole);
        if (said instanceof Notice notice) {
            var drawn = Drawing.notice(notice);
            assertThat(drawn.title().length()).isLessThanOrEqualTo(128);
            assertThat(drawn.description().length()).isLessThanOrEqualTo(512);
            Stream.of(drawn.title(), drawn.description()).forEach(EveryTextTest::isWhole);
        }
        if (said instanceof ActionCard card) {
            words(Drawing.fresh(card)).forEach(EveryTextTest::isWhole);
        }
    }

    @Test
    @DisplayName("卡片和消息只由文字类写成")
    void writtenInOnePlace() {
        var writers =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("io.issueloop")
                                .stream()
                                .filter(
                                        type ->
                                                type.getConstructorCallsFromSelf().stream()
                                                        .anyMatch(EveryTextTest::isMessage))
                                .map(JavaClass::getSimpleName)
                                .distinct();
        assertThat(writers)
                .allMatch(
                        name ->
                                name.matches(
                                        ".*(Texts|Letters)|.*Push|PushPost|WeComTelling|WeComKpiMessenger"));
    }

    private static boolean isMessage(JavaConstructorCall call) {
        return List.of("Notice", "ActionCard").contains(call.getTargetOwner().getSimpleName())
                && call.getTargetOwner().getFullName().contains(".notification.");
    }

    private static Object call(Method text, Samples samples) throws ReflectiveOperationException {
        text.setAccessible(true);
        return text.invoke(
                null, Arrays.stream(text.getGenericParameterTypes()).map(samples::of).toArray());
    }

    private static void isWhole(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    private static List<String> words(Object said) throws ReflectiveOperationException {
        var found = new ArrayList<String>();
        collect(said, found, new ArrayList<>());
        return found;
    }

    private static List<URI> links(Object said) throws ReflectiveOperationException {
        var found = new ArrayList<URI>();
        collect(said, new ArrayList<>(), found);
        return found;
    }

    private static void collect(Object part, List<String> words, List<URI> links)
            throws ReflectiveOperationException {
        if (part instanceof String text) {
            words.add(text);
        } else if (part instanceof URI link) {
            links.add(link);
        } else if (part instanceof Optional<?> maybe && maybe.isPresent()) {
            collect(maybe.get(), words, links);
        } else if (part instanceof Collection<?> several) {
            for (var one : several) {
                collect(one, words, links);
            }
        } else if (part instanceof Record all && !(part instanceof UserId)) {
            for (var component : all.getClass().getRecordComponents()) {
                if (!component.getName().matches("cardId|key|id")) {
                    component.getAccessor().setAccessible(true);
                    collect(component.getAccessor().invoke(all), words, links);
                }
            }
        }
    }
}
