package io.issueloop.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/**
 * What is asked of a page in the browser: each answers a list of complaints, but where it says so.
 */
final class PageScripts {

    static final String SETTLED =
            "return !document.querySelector('[aria-busy],.loading') && document.readyState =="
                    + " 'complete'";

    static final String TOO_WIDE =
            """
            const page = document.documentElement;
            return page.scrollWidth <= page.clientWidth ? [] : [page.scrollWidth + ' px wide'];
            """;

    /** Text in a box that hides what does not fit. */
    static final String CUT =
            """
            const written = (e) => [...e.childNodes].some((n) => n.nodeType == 3 && n.data.trim());
            return [...document.querySelectorAll('main *, header *')]
                .filter((e) => written(e) && !e.closest('.visually-hidden, svg, input, option')
                    && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
                    && e.scrollWidth > e.clientWidth + 1)
                .map((e) => 'cut: ' + e.textContent.slice(0, 40));
            """;

    /** A time in words that does not say its exact form to whoever points at it. */
    static final String INEXACT =
            """
            const words = /(今天|明天|后天|昨天|周[一二三四五六日]|月\\d+日) \\d\\d:\\d\\d/;
            return [...document.querySelectorAll('main *')]
                .filter((e) => [...e.childNodes].some((n) => n.nodeType == 3 && words.test(n.data))
                    && !e.closest('[title], option, .guide, .said, .description'))
                .map((e) => 'no exact time: ' + e.textContent.slice(0, 40));
            """;

    /** Parts of bpmn.io whose watermark, as their licence asks, is not there or lies below. */
    static final String UNMARKED =
            """
            const seen = (mark) => {
                const box = mark.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return box.width > 0 && (mark.contains(top) || top?.contains(mark));
            };
            return document.querySelector('.djs-container, .dmn-js-parent, .fjs-container')
                && !document.querySelector('dialog[open]')
                && ![...document.querySelectorAll('.bjs-powered-by, .fjs-powered-by')].some(seen)
                ? ['no watermark of bpmn.io'] : [];
            """;

    /** Says that something went wrong. */
    static final String FAILED =
            """
            return [...document.querySelectorAll('main [role=alert]:not([hidden])')]
                .filter((e) => e.checkVisibility() && e.textContent.trim())
                .map((e) => 'says: ' + e.textContent.slice(0, 80));
            """;

    static final String MOVING =
            "return document.getAnimations().length ? ['moves although that is unwanted'] : []";

    static final String AXE =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: arguments[0], preload: false,
                resultTypes: ['violations']}).then(
                (found) => done(found.violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3)
                    .map((node) => node.target.join(' ') + ' ' + (node.any[0] ?? node.all[0]
                        ?? node.none[0])?.message).join('; ')} (${rule.nodes.length})`)),
                (error) => done([String(error)]));
            """;

    /** Requests, kilobytes over the wire and milliseconds until everything was there. */
    static final String WEIGHT =
            """
            const all = [...performance.getEntriesByType('navigation'),
                ...performance.getEntriesByType('resource')];
            return `${all.length} requests, ${Math.round(all.reduce((sum, one) =>
                sum + one.transferSize, 0) / 1024)} KB, ${Math.round(Math.max(...all.map((one) =>
                one.responseEnd)))} ms`;
            """;

    private PageScripts() {}

    static String axeItself() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
