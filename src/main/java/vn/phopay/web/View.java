package vn.phopay.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.Authenticator.Session;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.merchant.Language;
import vn.phopay.time.BusinessDay;

/**
 * What every template needs besides its model: words, numbers and dates as the visitor reads them, addresses of files,
 * and who is looking. Made by {@link PageKit#view}.
 *
 * @param words the visitor's language
 * @param assets the files of the pages
 * @param path the page's own address, with its query
 * @param notice a text that tells what was just done; empty for none
 * @param session the visitor's session; null for none
 */
public record View(Words words, AssetBook assets, String path, String notice, @Nullable Session session) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String DONG = "\u20ab";

    /** The text of {@code key}; see {@link Words#text}. */
    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** The visitor's language. */
    public Language language() {
        return words.language();
    }

    /** The other language's code, which the switch leads to. */
    public String otherLanguage() {
        return language() == Language.VI ? Language.EN.code() : Language.VI.code();
    }

    /** An amount in whole đồng: {@code 200.000 ₫}, in English {@code 200,000 ₫}. */
    public String dong(long amountVnd) {
        return number(amountVnd) + NO_BREAK_SPACE + DONG;
    }

    /** A whole number in groups of three digits. */
    public String number(long value) {
        String english = "%,d".formatted(value).replace('\u00a0', ',');
        return language() == Language.VI ? english.replace(',', '.') : english;
    }

    /** A day as Vietnam writes it: {@code 22/11/2026}. */
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Hour and minute in Hanoi. */
    public String time(Instant instant) {
        return TIME.format(local(instant));
    }

    /** Hour, minute and day in Hanoi. */
    public String moment(Instant instant) {
        return MOMENT.format(local(instant));
    }

    /** The address of a file of the pages, with its fingerprint. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The page's own address as it may stand in a query. */
    public String encodedPath() {
        return PageKit.encode(path);
    }

    /** The texts of the scripts of {@code features}, for the page's body. */
    public String scriptTexts(List<String> features) {
        return words.forScripts(features);
    }

    /** What forms repeat in the field {@code _csrf}; empty where there is no session. */
    public String csrf() {
        Session live = session;
        return live == null ? "" : live.csrfToken();
    }

    /** Who is looking; empty without a session. */
    public Optional<Principal> caller() {
        return Optional.ofNullable(session).map(Session::principal);
    }

    /** Whether a shop owner is looking. */
    public boolean isOwner() {
        return caller().filter(who -> who.role() == Role.MERCHANT).isPresent();
    }

    /** Whether one of the city's staff is looking. */
    public boolean isStaff() {
        return caller().filter(who -> who.role().isStaff()).isPresent();
    }

    /** The visitor's own first page. */
    public String home() {
        return caller().map(who -> switch (who.role()) {
            case MERCHANT -> "/hom-nay";
            case REGISTRAR, ANALYST, ADMIN -> "/thanh-pho";
            case SCREEN -> "/man-hinh";
            case LISTENER -> "/";
        }).orElse("/");
    }

    /** Where one of the city's staff may go; empty for everybody else, and before he has a password of his own. */
    public List<DeskNav.Group> desk() {
        return mustChoosePassword() ? List.of() : caller().map(who -> DeskNav.of(who.role())).orElse(List.of());
    }

    /** Whether the visitor logged in with a password that somebody else made, and must choose another one first. */
    public boolean mustChoosePassword() {
        Session live = session;
        return live != null && live.passwordTemporary();
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, BusinessDay.ZONE);
    }
}
