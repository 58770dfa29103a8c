package vn.phopay;

import java.util.List;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.printing.PrintBatchStore;
import vn.phopay.printing.PrintCodes;
import vn.phopay.printing.ReadMyCodes;
import vn.phopay.printing.RecallBatch;
import vn.phopay.web.PageKit;
import vn.phopay.web.code.BatchPage;
import vn.phopay.web.code.CodeDesk;
import vn.phopay.web.code.GetBatchPage;
import vn.phopay.web.code.GetBatchPdf;
import vn.phopay.web.code.GetBatchPicture;
import vn.phopay.web.code.GetBatchesPage;
import vn.phopay.web.code.GetCodePage;
import vn.phopay.web.code.GetCodesPage;
import vn.phopay.web.code.GetNewCodePage;
import vn.phopay.web.code.GetPrintKitPage;
import vn.phopay.web.code.GetRecallPage;
import vn.phopay.web.code.GetRevokePage;
import vn.phopay.web.code.GetSheetPicture;
import vn.phopay.web.code.GetTablesPage;
import vn.phopay.web.code.NewCodePage;
import vn.phopay.web.code.PostNewCode;
import vn.phopay.web.code.PostPrint;
import vn.phopay.web.code.PostRecall;
import vn.phopay.web.code.PostReprint;
import vn.phopay.web.code.PostRevocation;
import vn.phopay.web.code.PostTables;
import vn.phopay.web.code.PrintKitPage;
import vn.phopay.web.code.RecallPage;
import vn.phopay.web.code.RevokePage;
import vn.phopay.web.code.SheetFiles;
import vn.phopay.web.code.TablesPage;

/** Wires the owner's pages about codes and print batches. */
final class AppCode {
    private final AppParts parts;
    private final AppIssuing issuing;
    private final PageKit kit;
    private final PrintBatchStore batches = new PrintBatchStore();
    private final IssuedCodeStore codes = new IssuedCodeStore();
    private final CodeDesk desk;

    AppCode(AppParts parts, AppIssuing issuing, PageKit kit) {
        this.parts = parts;
        this.issuing = issuing;
        this.kit = kit;
        this.desk = new CodeDesk(new ReadMyCodes(parts.clock()), batches, parts.merchants(), parts.ids());
    }

    List<TransactionalEndpoint> pages() {
        PrintCodes print = new PrintCodes(
                parts.merchants().merchants(), batches, issuing.issueQrCode(), parts.clock());
        RecallBatch recall = new RecallBatch(batches, issuing.revokeQrCode(), parts.audit(), parts.clock());
        NewCodePage newCode = new NewCodePage(desk, kit);
        PrintKitPage printKit = new PrintKitPage(desk, kit);
        TablesPage tables = new TablesPage(desk, kit);
        BatchPage batch = new BatchPage(desk, kit);
        RecallPage recallPage = new RecallPage(desk, kit);
        RevokePage revokePage = new RevokePage(desk, kit);
        return List.of(
                new GetCodesPage(desk, kit),
                new GetCodePage(desk, codes, kit),
                new GetNewCodePage(newCode),
                new PostNewCode(issuing.issueQrCode(), newCode),
                new GetPrintKitPage(printKit),
                new PostPrint(desk, print, printKit),
                new GetTablesPage(tables, kit),
                new PostTables(print, tables),
                new GetBatchesPage(desk, kit),
                new GetBatchPage(batch),
                new PostReprint(desk, print, batch),
                new GetRecallPage(recallPage),
                new PostRecall(recall, recallPage, kit),
                new GetRevokePage(revokePage),
                new PostRevocation(issuing.revokeQrCode(), revokePage, kit));
    }

    List<Endpoint> files() {
        SheetFiles files = new SheetFiles(desk, codes, issuing.render(), parts.pool());
        return List.of(new GetBatchPdf(files), new GetBatchPicture(files), new GetSheetPicture(files));
    }
}
