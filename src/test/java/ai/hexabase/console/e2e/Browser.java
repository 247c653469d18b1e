package ai.hexabase.console.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A real browser with one page, in one language; keeps numbered pictures of the way taken. */
public final class Browser implements AutoCloseable {
    /** vaadin-tabs puts a focusable scroller of its own into the tablist. */
    private static final Set<String> VAADINS_OWN = Set.of("aria-required-children");

    private final BrowserContext context;
    private final Page page;
    private final Path pictures;
    private final List<String> complaints = new ArrayList<>();
    private int taken;

    private Browser(BrowserContext context, Path pictures) {
        this.context = context;
        this.pictures = pictures;
        this.page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
    }

    /** @param name folder of the pictures below {@code target/screenshots} */
    public static Browser open(String name, String locale) {
        var context = Chromium.get()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId("Asia/Tokyo")
                        .setViewportSize(1440, 900));
        return new Browser(context, Path.of("target", "screenshots", name));
    }

    public Page page() {
        return page;
    }

    /** Takes a picture and lets axe look for anything serious. */
    public void look(String what) {
        settle();
        picture(what);
        // what it otherwise opens a page of its own for is only needed for frames
        var found = new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> !VAADINS_OWN.contains(rule.getId()))
                        .map(Browser::describe)
                        .toList();
        assertThat(found).as("accessibility of " + what).isEmpty();
    }

    /**
     * Lets the screen arrive: drawn, no request under way, and what fades or slides in at rest, for half transparent it
     * has other colours. What turns for ever is not waited for.
     */
    private void settle() {
        page.waitForFunction("""
                () => {
                  const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
                  if (!document.querySelector('main h1, main .hx-notice') || clients.some(each => each.isActive?.())) return false;
                  const roots = [document];
                  for (const root of roots)
                    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
                  return roots.flatMap(root => root.getAnimations())
                    .every(each => each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity);
                }""");
    }

    public void picture(String what) {
        taken++;
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve("%02d-%s.png".formatted(taken, what))));
    }

    /** Looks at the page as it is, in the dark, and on a narrow window. */
    public void lookEveryWay(String what) {
        look(what);
        lookInTheDark(what);
        lookNarrow(what);
    }

    public void lookInTheDark(String what) {
        page.evaluate("document.documentElement.style.colorScheme='dark'");
        look(what + "-dark");
        page.evaluate("document.documentElement.style.colorScheme=''");
    }

    public void lookNarrow(String what) {
        page.setViewportSize(900, 900);
        look(what + "-900");
        page.setViewportSize(1440, 900);
    }

    /** Walks, and shows where it got stuck. */
    public void pictureOnFailure(Runnable walk) {
        try {
            walk.run();
        } catch (RuntimeException | AssertionError stuck) {
            picture("stuck");
            stuck.addSuppressed(new AssertionError("the page complained of " + complaints));
            throw stuck;
        }
    }

    /** Errors the page wrote to the browser's console, such as scripts that the content policy stopped. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void hear(ConsoleMessage message) {
        if ("error".equals(message.type())) {
            complaints.add(message.text());
        }
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
