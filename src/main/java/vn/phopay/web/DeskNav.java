package vn.phopay.web;

import java.util.List;
import vn.phopay.access.Role;
import vn.phopay.http.Access;

/** Where the city's staff may go, in groups; everybody sees only what the role may open. */
public final class DeskNav {
    private static final List<Group> GROUPS = List.of(
            new Group("city", List.of(
                    new Entry("overview", "/thanh-pho", Access.STAFF),
                    new Entry("ranking", "/thanh-pho/xep-hang", Access.STAFF),
                    new Entry("trends", "/thanh-pho/xu-huong", Access.STAFF),
                    new Entry("funnel", "/thanh-pho/pheu", Access.STAFF),
                    new Entry("targets", "/thanh-pho/chi-tieu", Access.STAFF),
                    new Entry("campaigns", "/thanh-pho/chien-dich", Access.STAFF),
                    new Entry("banks", "/thanh-pho/ngan-hang", Access.STAFF),
                    new Entry("quality", "/thanh-pho/chat-luong", Access.STAFF),
                    new Entry("metrics", "/chi-so", Access.STAFF))),
            new Group("work", List.of(
                    new Entry("approve", "/duyet", Access.STAFF),
                    new Entry("assisted", "/ho-tro-dang-ky", Access.REGISTRARS),
                    new Entry("cases", "/vu-viec", Access.STAFF),
                    new Entry("safety", "/an-toan-ma", Access.STAFF),
                    new Entry("deletions", "/yeu-cau-xoa", Access.REGISTRARS))),
            new Group("rule", List.of(
                    new Entry("release", "/phat-hanh", Access.STAFF),
                    new Entry("geo", "/dia-gioi", Access.STAFF),
                    new Entry("staff", "/nhan-su", Access.ADMIN),
                    new Entry("audit", "/nhat-ky", Access.ADMIN),
                    new Entry("password", "/doi-mat-khau", Access.STAFF))));

    private DeskNav() {}

    /**
     * Pages that belong together.
     *
     * @param name last part of the message key of its heading
     * @param entries its pages
     */
    public record Group(String name, List<Entry> entries) {
        /** Copies {@code entries}. */
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A page.
     *
     * @param name last part of the message key of its name, and what templates pass to say that it is open
     * @param path its address
     * @param access who may open it
     */
    public record Entry(String name, String path, Access access) {}

    /** What {@code role} may open; groups without pages are left out. */
    public static List<Group> of(Role role) {
        return GROUPS.stream()
                .map(group -> new Group(group.name(), group.entries().stream()
                        .filter(entry -> entry.access().roles().contains(role))
                        .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }
}
