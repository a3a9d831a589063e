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

    /** Text whose size stays although twice the size is wanted. */
    static final String NOT_LARGER =
            """
            return [...document.querySelectorAll('main *, header *')]
                .filter((e) => [...e.childNodes].some((n) => n.nodeType == 3 && n.data.trim())
                    && e.checkVisibility() && !e.closest('.visually-hidden, svg, option, .djs-container,'
                        + '.dmn-js-parent, .fjs-container, .bio-properties-panel')
                    && parseFloat(getComputedStyle(e).fontSize) < 20)
                .map((e) => 'stays small: ' + e.textContent.slice(0, 40));
            """;

    /**
     * What a thumb may miss: lower than 44 px. Links that are words among words stay in their line.
     */
    static final String TOO_LOW =
            """
            const within = (e) => getComputedStyle(e).display === 'inline';
            const shown = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
            return [...document.querySelectorAll('main, header, .foot, dialog[open]')]
                .flatMap((part) => [...part.querySelectorAll('a.button, button, select, summary, input')])
                .map((e) => e.matches('[type=radio], [type=checkbox]') ? e.closest('label') ?? e : e)
                .filter((e) => shown(e) && !within(e) && !e.closest('.visually-hidden, .djs-container,'
                    + '.dmn-js-parent, .fjs-container, .bio-properties-panel')
                    && e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 43)
                .map((e) => `${Math.round(e.getBoundingClientRect().height)} px low: `
                    + (e.innerText || e.ariaLabel || e.name || e.className));
            """;

    /** Asked of somebody else than us: a closed network has no answer. */
    static final String FOREIGN =
            """
            return performance.getEntriesByType('resource').map((one) => new URL(one.name))
                .filter((at) => at.protocol.startsWith('http') && at.host !== location.host)
                .map((at) => 'asks ' + at.host + at.pathname);
            """;

    /** A text: the header itself. */
    static final String POLICY =
            """
            const done = arguments[arguments.length - 1];
            fetch(location.href).then((page) => done(page.headers.get('Content-Security-Policy')));
            """;

    /** Own pages allow nothing inline, but for the styles the editors draw with. */
    static final String LAX =
            """
            const done = arguments[arguments.length - 1];
            fetch(location.href).then((page) => {
              const policy = page.headers.get('Content-Security-Policy') ?? '';
              const inline = /'unsafe-(inline|eval|hashes)'/;
              const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? '';
              const strict = policy.includes("default-src 'none'") && !inline.test(scripts)
                && (location.pathname.startsWith('/editor/') || !inline.test(policy));
              done(strict ? [] : ['lax policy: ' + policy]);
            });
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

    /** A number: characters a person reads in an element, without signs and what only is spoken. */
    static final String TO_READ =
            """
            const read = (text) => (text.match(/[\\p{L}\\p{N}]/gu) ?? []).length;
            const copy = arguments[0].cloneNode(true);
            copy.querySelectorAll('.visually-hidden, [hidden], select, textarea').forEach((e) => e.remove());
            const fields = [...arguments[0].querySelectorAll('select, textarea')];
            return read(copy.textContent)
                + read(fields.map((e) => e.value || e.placeholder || '').join(''));
            """;

    /** Whether the middle of an element can be touched. */
    static final String IN_REACH =
            """
            const box = arguments[0].getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return top !== null && arguments[0].contains(top);
            """;

    static final String BROUGHT_INTO_REACH =
            "arguments[0].scrollIntoView({block: 'nearest'});\n" + IN_REACH;

    private PageScripts() {}

    static String axeItself() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
