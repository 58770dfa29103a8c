package vn.phopay.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a report says about its figures, in plain Vietnamese. */
final class ReportMethod {
    private ReportMethod() {}

    static List<String> paragraphs(ReleaseContent content, String dataHash) {
        List<String> list = new ArrayList<>();
        list.add("Số liệu đếm các khoản tiền ngân hàng báo đã vào tài khoản của cửa hàng đã đăng ký, trừ các khoản bị"
                + " ngân hàng thu hồi. Điểm bán hoạt động là điểm có ít nhất một khoản như vậy trong 30 ngày tính đến"
                + " cuối tháng. Tỷ lệ là số điểm bán hoạt động chia cho số điểm kinh doanh của mẫu số còn hiệu lực; mẫu"
                + " số, ngày và nguồn của nó nằm trong tệp premises.csv. Định nghĩa mọi chỉ số (phiên bản "
                + content.definitions().version() + ") nằm trong tệp metrics.json.");
        list.add("Quận, huyện và thị xã đến ngày 30/6/2025 được giữ làm vùng thống kê; phường, xã là đơn vị từ ngày"
                + " 1/7/2025.");
        list.add("Để giữ kín việc làm ăn của từng cửa hàng, số đếm chỉ được công bố khi có ít nhất 5 cửa hàng đứng sau,"
                + " số tiền khi có ít nhất 10 và không cửa hàng nào nổi trội; ô nào có thể giúp suy ra một ô đã ẩn thì"
                + " cũng bị ẩn. Số tiền được làm tròn. Ô bị ẩn để trống và ghi lý do, không bao giờ ghi số 0. "
                + withheld(content));
        list.add(quality(content.quality()));
        list.add("Kiểm tra: bản phát hành có tệp manifest.json ghi mã băm SHA-256 của từng tệp và chữ ký Ed25519"
                + " manifest.json.sig; khóa công khai ở /open-data/keys.json. Mã băm SHA-256 của tệp "
                + ReleaseFiles.DATA_SUMS + " (danh sách mã băm của mọi tệp dữ liệu) là:");
        list.add(dataHash);
        list.add("Dùng lại tự do theo giấy phép Creative Commons Ghi công 4.0 (CC BY 4.0), xin ghi nguồn: phopay, bản"
                + " phát hành " + content.number() + ".");
        return list;
    }

    private static String withheld(ReleaseContent content) {
        Map<String, Long> withheld = content.withheld();
        if (withheld.isEmpty()) {
            return "Bản này không ẩn ô nào.";
        }
        StringBuilder text = new StringBuilder("Bản này ẩn "
                + ReportText.number(withheld.values().stream().mapToLong(Long::longValue).sum()) + " trên "
                + ReportText.number(content.cells().size()) + " ô:");
        withheld.forEach((reason, count) -> text.append(' ').append(ReportText.number(count)).append(" vì ")
                .append(ReportText.reason(reason)).append(';'));
        return text.substring(0, text.length() - 1) + ".";
    }

    private static String quality(ReleaseQuality quality) {
        String days = "Độ đầy đủ: " + quality.daysSealed() + " trên " + quality.days()
                + " ngày của tháng đã chốt và ký; " + quality.statementsMissing()
                + " cặp ngân hàng và ngày có giao dịch mà chưa có sao kê.";
        return quality.tellsCounts()
                ? days + " Tất cả ngân hàng cùng báo " + ReportText.number(quality.received()) + " khoản, "
                        + ReportText.number(quality.matched()) + " khoản tìm được cửa hàng."
                : days;
    }
}
