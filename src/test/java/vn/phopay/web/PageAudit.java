package vn.phopay.web;

/** JavaScript that looks through a page for what some people cannot use; each gives the findings, empty for none. */
public final class PageAudit {
    /** Text of less contrast than WCAG 2.2 success criterion 1.4.3 (AA) asks for. */
    public static final String LOW_CONTRAST = """
            (() => {
                const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
                const light = (colour) => {
                    const [r, g, b] = numbers(colour).slice(0, 3).map((c) => c / 255)
                        .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                const ground = (element) => {
                    for (let e = element; e; e = e.parentElement) {
                        const colour = getComputedStyle(e).backgroundColor;
                        const alpha = numbers(colour)[3] ?? 1;
                        if (alpha === 1) {
                            return colour;
                        }
                    }
                    return 'rgb(255, 255, 255)';
                };
                document.getAnimations().forEach((animation) => animation.finish());
                const found = [];
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const element = node.parentElement;
                    if (!node.textContent.trim() || !element.checkVisibility() || element.closest('noscript')) {
                        continue;
                    }
                    const style = getComputedStyle(element);
                    const [one, other] = [light(style.color), light(ground(element))].sort((a, b) => b - a);
                    const size = parseFloat(style.fontSize);
                    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                    const ratio = (one + 0.05) / (other + 0.05);
                    if (ratio < (large ? 3 : 4.5)) {
                        found.push(`${ratio.toFixed(2)} "${node.textContent.trim().slice(0, 30)}"`);
                    }
                }
                return found.join('; ');
            })()""";
    /** Things to press that are lower or narrower than 44 pixels. */
    public static final String SMALL_TARGETS = """
            [...document.querySelectorAll('button, .button, .link, nav a, .lang, .foot a, .measure label, textarea')]
                .filter((element) => element.checkVisibility())
                .map((element) => [element, element.getBoundingClientRect()])
                .filter(([element, box]) => box.height < 43.5 || box.width < 43.5)
                .map(([element, box]) => `${element.textContent.trim()} ${box.width}x${box.height}`)
                .join('; ')""";
    /** Controls, pictures and regions without a name that a screen reader could say. */
    public static final String UNNAMED = """
            [...document.querySelectorAll('button, a, input, textarea, img, [role=img], [role=region], section, nav')]
                .filter((element) => element.checkVisibility())
                .filter((element) => !(element.getAttribute('aria-label') || element.alt
                    || element.getAttribute('aria-labelledby') || element.labels?.length
                    || element.querySelector('img[alt]')
                    || element.hasAttribute('aria-live') || element.textContent.trim()))
                .map((element) => element.outerHTML.slice(0, 80))
                .join('; ')""";

    private PageAudit() {}
}
