package io.ticketpulse.response;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.microsoft.playwright.Page;

/** Finds fault with a page as a browser shows it. */
final class Inspection {

    private static final String AXE = axe();
    /** Of axe-core's rules those whose outcome depends on colours; for sizes there is {@link #SMALL_TARGETS}. */
    private static final String OF_LOOKS = ", runOnly: ['color-contrast', 'link-in-text-block']";
    private static final String VIOLATIONS = """
            () => axe.run(document, {iframes: false, preload: false, resultTypes: ['violations']%s})
                .then(result => result.violations.map(violation => violation.id + ': '
                    + violation.nodes.map(node => node.target + ' ' + node.failureSummary).join('; ')))""";
    private static final String TARGETS = "'input:not([type=hidden]), button, textarea, select, summary, a'";
    /** A target is at least as large as a finger tip (WCAG 2.2, success criterion 2.5.5). */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll(%s)]
                .filter(target => target.checkVisibility()).map(target => [target, target.getBoundingClientRect()])
                .filter(([target, box]) => box.width < 44 || box.height < 44)
                .map(([target, box]) => target.outerHTML + ' ' + box.width + ' x ' + box.height)""".formatted(TARGETS);
    /** Letters that are drawn like one that no font has, because no font of the machine has them either. */
    private static final String BOXES = """
            () => {
                const canvas = document.createElement('canvas'), size = canvas.width = canvas.height = 24;
                const pen = canvas.getContext('2d', {willReadFrequently: true});
                pen.font = '16px ' + getComputedStyle(document.body).fontFamily;
                const drawn = letter => {
                    pen.clearRect(0, 0, size, size);
                    pen.fillText(letter, 2, 18);
                    return pen.getImageData(0, 0, size, size).data.join();
                };
                const box = drawn('\\u0378');
                return [...new Set(document.body.innerText)].filter(letter => drawn(letter) === box);
            }""";
    private static final String NAME = """
            it => [it.localName, it.id || it.name, it.type === 'checkbox' ? it.value : '', it.href]
                .filter(word => word).join(' ')""";
    private static final String NAMES = """
            () => [...document.querySelectorAll(%s)].filter(target => target.checkVisibility()).map(%s)"""
            .formatted(TARGETS, NAME);
    /** What has the focus, whether that can be seen (WCAG 2.2, 2.4.7), and nothing lies over it (2.4.11). */
    private static final String FOCUSED = """
            () => {
                const it = document.activeElement, box = it.getBoundingClientRect(), look = getComputedStyle(it);
                const top = document.elementFromPoint(box.left + box.width / 2,
                    (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2);
                return it === document.body || it.localName === 'iframe' ? '' : (%s)(it)
                    + (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2 ? '' : ' unseen')
                    + (it === top || it.contains(top) ? '' : ' covered');
            }""".formatted(NAME);

    private final Page page;

    Inspection(Page page) {
        this.page = page;
    }

    /** What axe-core has against the page; afterwards {@link #violationsOfLooks} may be asked for. */
    List<String> violations() {
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        return list(VIOLATIONS.formatted(""));
    }

    /** What axe-core has against the page in another window, or in other colours. */
    List<String> violationsOfLooks() {
        return list(VIOLATIONS.formatted(OF_LOOKS));
    }

    List<String> smallTargets() {
        return list(SMALL_TARGETS);
    }

    List<String> boxes() {
        return list(BOXES);
    }

    /** The width of the page, in CSS pixels; larger than that of the window if one has to scroll sideways. */
    int width() {
        return (Integer) page.evaluate("() => document.documentElement.scrollWidth");
    }

    int height() {
        return (Integer) page.evaluate("() => document.documentElement.scrollHeight");
    }

    /** What somebody with only a keyboard does not get to, or does not see when there. */
    List<String> unreachable() {
        TreeSet<String> targets = new TreeSet<>(list(NAMES));
        List<String> faults = new ArrayList<>();
        // From wherever the focus is, past the end, and round.
        for (int press = 2 * targets.size() + 20; press > 0 && !targets.isEmpty(); press--) {
            page.keyboard().press("Tab");
            String stop = focused();
            if (!targets.remove(stop) && (stop.endsWith(" unseen") || stop.endsWith(" covered"))) {
                faults.add(stop);
            }
        }
        faults.addAll(targets);
        return faults;
    }

    /** What has the focus; with {@code unseen} or {@code covered} behind it if somebody does not see that. */
    String focused() {
        return (String) page.evaluate(FOCUSED);
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String script) {
        return (List<String>) page.evaluate(script);
    }

    private static String axe() {
        try (InputStream script = Inspection.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
