package io.issueloop.bench;

import io.issueloop.support.PersonsView;
import io.issueloop.support.TourBrowser;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.By;

/**
 * Somebody who sees a page for the first time and really takes the time a person takes: reads what
 * stands there, thinks before each new thing, aims, and types by thumb. The times are those of the
 * keystroke-level model (1.35 s to prepare, 1.1 s to point), of pinyin on a phone (350 ms a
 * character) and of silent reading (5 characters a second).
 */
final class Thumb {

    private static final long MILLIS_TO_READ_A_CHARACTER = 200;
    private static final long MILLIS_TO_TYPE_A_CHARACTER = 350;
    private static final long MILLIS_TO_PREPARE = 1350;
    private static final long MILLIS_TO_AIM = 1100;

    /** What a person does with their time. */
    enum Doing {
        READING,
        THINKING,
        AIMING,
        TYPING
    }

    private final TourBrowser browser;
    private final PersonsView view;
    private final Map<Doing, Long> spent = new EnumMap<>(Doing.class);

    Thumb(TourBrowser browser) {
        this.browser = browser;
        this.view = browser.personsView();
    }

    /** Reads all that stands in one place, what a field suggests and what it holds included. */
    void reads(By place) {
        browser.see(place);
        var begin = System.nanoTime();
        takes(Doing.READING, MILLIS_TO_READ_A_CHARACTER * view.charactersIn(place), begin);
    }

    void taps(By place) {
        takes(Doing.THINKING, MILLIS_TO_PREPARE);
        takes(Doing.AIMING, MILLIS_TO_AIM);
        view.taps(place);
    }

    /** Into the field that was tapped; characters appear one by one. */
    void types(By field, String text) {
        takes(Doing.THINKING, MILLIS_TO_PREPARE);
        text.chars()
                .forEach(
                        character -> {
                            var begin = System.nanoTime();
                            browser.type(field, Character.toString(character));
                            takes(Doing.TYPING, MILLIS_TO_TYPE_A_CHARACTER, begin);
                        });
    }

    /** As said in one line: reading 9.2 s, typing 7.4 s … */
    String account() {
        return spent.entrySet().stream()
                .map(
                        one ->
                                "%s %.1f s"
                                        .formatted(
                                                one.getKey().name().toLowerCase(Locale.ROOT),
                                                one.getValue() / 1000.0))
                .collect(Collectors.joining(", "));
    }

    private void takes(Doing what, long millis) {
        takes(what, millis, System.nanoTime());
    }

    /** What the page does meanwhile costs a person nothing, unless it takes longer. */
    private void takes(Doing what, long millis, long begin) {
        spent.merge(what, millis, Long::sum);
        try {
            var gone = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            Thread.sleep(Math.max(0, millis - gone));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
