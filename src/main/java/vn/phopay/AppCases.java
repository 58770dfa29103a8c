package vn.phopay;

import java.util.ArrayList;
import java.util.List;
import vn.phopay.access.AuditView;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.reconciliation.GetCase;
import vn.phopay.http.reconciliation.GetCasePhoto;
import vn.phopay.http.reconciliation.GetCases;
import vn.phopay.http.reconciliation.PostCaseAcknowledgement;
import vn.phopay.http.reconciliation.PostCaseAnswer;
import vn.phopay.http.reconciliation.PostCaseResolution;
import vn.phopay.reconciliation.AcknowledgeCase;
import vn.phopay.reconciliation.AnswerProposal;
import vn.phopay.reconciliation.CaseDesk;
import vn.phopay.reconciliation.CaseHistory;
import vn.phopay.reconciliation.CaseReader;
import vn.phopay.reconciliation.ResolveCase;
import vn.phopay.safety.CaseReports;

/** Wires what staff do about cases. */
final class AppCases {
    private final AppParts parts;

    AppCases(AppParts parts) {
        this.parts = parts;
    }

    List<TransactionalEndpoint> transactional() {
        CaseDesk desk = new CaseDesk(parts.ids(), parts.clock());
        ResolveCase resolve = new ResolveCase(desk, parts.caseEffects());
        List<TransactionalEndpoint> endpoints = new ArrayList<>(PostCaseAnswer.all(new AnswerProposal(desk, resolve)));
        endpoints.add(new PostCaseAcknowledgement(new AcknowledgeCase(desk)));
        endpoints.add(new PostCaseResolution(resolve));
        return endpoints;
    }

    List<Endpoint> reads() {
        CaseReader reader = new CaseReader();
        CaseReports reports = new CaseReports();
        return List.of(
                new GetCases(reader, parts.pool()),
                new GetCase(reader, new GetCase.Story(new CaseHistory(), reports),
                        new AuditView(parts.ids(), parts.clock()), parts.pool()),
                new GetCasePhoto(reader, reports, parts.pool()));
    }
}
