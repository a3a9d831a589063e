package io.issueloop.support;

import io.issueloop.directory.Directory;
import io.issueloop.directory.TestDirectory;
import io.issueloop.issue.Issue;
import io.issueloop.issue.IssueNo;
import io.issueloop.issue.TestIssues;
import io.issueloop.issue.Urgency;
import io.issueloop.shared.TeamId;
import io.issueloop.shared.UserId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Made-up arguments of any of our types, so that a function can be called without knowing it. */
public final class Samples {

    /** What people write: too long for every field, with emoji where it is cut. */
    public static final String LONG = "高峰期结算页打不开👩‍💻🔥，店员只能手工记账".repeat(40);

    public static final String SHORT = "结算页打不开";

    private static final Instant NOW = TestIssues.MONDAY_TEN;

    private final String text;
    private final Map<Class<?>, Object> known = new HashMap<>();

    public Samples(String text, Directory people) {
        this.text = text;
        known.put(Directory.class, people);
        known.put(Issue.class, TestIssues.assigned(Urgency.URGENT, text));
        known.put(String.class, text);
        known.put(URI.class, URI.create("https://issueloop.example/issues/" + TestIssues.NO));
        known.put(IssueNo.class, TestIssues.NO);
        known.put(UserId.class, People.ZHAO);
        known.put(TeamId.class, People.PLATFORM);
        known.put(Instant.class, NOW);
        known.put(OffsetDateTime.class, OffsetDateTime.parse("2026-11-23T10:00+08:00"));
        known.put(LocalDate.class, LocalDate.of(2026, 11, 23));
        known.put(YearMonth.class, YearMonth.of(2026, 11));
        known.put(Duration.class, Duration.ofHours(3));
        known.put(BigDecimal.class, BigDecimal.ONE);
        known.put(int.class, 3);
        known.put(long.class, 3L);
        known.put(boolean.class, true);
        known.put(Integer.class, 3);
        known.put(Object.class, text);
    }

    public static Directory people() {
        return TestDirectory.of(new People());
    }

    /** A type whose constructor is particular. */
    public Samples with(Class<?> type, Object value) {
        known.put(type, value);
        return this;
    }

    public Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        var wanted = (Class<?>) type;
        if (known.containsKey(wanted)) {
            return known.get(wanted);
        }
        if (wanted.isEnum()) {
            return wanted.getEnumConstants()[0];
        }
        if (wanted.isRecord()) {
            return record(wanted);
        }
        throw new AssertionError(
                "give a sample of %s: a text needs it and is not tested".formatted(wanted));
    }

    private Object container(ParameterizedType generic) {
        var raw = (Class<?>) generic.getRawType();
        var parts = generic.getActualTypeArguments();
        if (raw == Optional.class) {
            return Optional.of(of(parts[0]));
        }
        if (raw == Set.class) {
            return Set.of(of(parts[0]));
        }
        if (raw == Map.class) {
            return Map.of(of(parts[0]), of(parts[1]));
        }
        return text.equals(SHORT) ? List.of(of(parts[0])) : Collections.nCopies(12, of(parts[0]));
    }

    private Object record(Class<?> wanted) {
        try {
            var components = wanted.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType);
            var maker = wanted.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            maker.setAccessible(true);
            return maker.newInstance(
                    Arrays.stream(components).map(one -> of(one.getGenericType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + wanted + " for " + text, e);
        }
    }
}
