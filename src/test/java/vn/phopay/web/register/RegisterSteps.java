package vn.phopay.web.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import vn.phopay.web.register.Visitor.Shop;

/** The four screens, filled in by hand. */
final class RegisterSteps {
    private RegisterSteps() {}

    /** The first screen. */
    static void fillShop(Page page, Shop shop) {
        page.fill("#displayName", shop.get("displayName"));
        page.selectOption("#trade", "FOOD");
        page.fill("#legalName", shop.get("legalName"));
        page.fill("#taxCode", shop.get("taxCode"));
    }

    /** All four screens, up to the button that sends. */
    static void register(Page page, Shop shop) {
        fillShop(page, shop);
        next(page);
        pick(page, "street", "hang ngang", "Hàng Ngang");
        page.fill("#houseNumber", "12");
        next(page);
        pick(page, "bank", "tpb", "TPBank – Ngân hàng Tiên Phong");
        page.fill("#accountNumber", shop.get("accountNumber"));
        next(page);
        page.fill("#phone", shop.get("phone"));
        page.fill("#password", Visitor.PASSWORD);
        page.check("#consentTerms");
        page.check("#consentData");
    }

    /** Finds something in a list by typing, and takes the first that is found. */
    static void pick(Page page, String field, String typed, String name) {
        page.fill("input#" + field, "");
        page.locator("input#" + field).pressSequentially(typed);
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page.locator("#" + field)).hasValue(name);
    }

    /** On to the next screen. */
    static void next(Page page) {
        page.locator(".steps .button:not(.quiet)").click();
    }
}
