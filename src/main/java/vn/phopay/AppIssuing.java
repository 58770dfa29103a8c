package vn.phopay;

import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import vn.phopay.access.AuditLog;
import vn.phopay.http.Endpoint;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.http.issuing.CodeImages;
import vn.phopay.http.issuing.GetKeyList;
import vn.phopay.http.issuing.GetPaymentRequest;
import vn.phopay.http.issuing.GetQrCodes;
import vn.phopay.http.issuing.GetQrPdf;
import vn.phopay.http.issuing.GetQrPng;
import vn.phopay.http.issuing.GetQrSvg;
import vn.phopay.http.issuing.IssuingJson;
import vn.phopay.http.issuing.PostPaymentRequest;
import vn.phopay.http.issuing.PostPaymentRequestCancellation;
import vn.phopay.http.issuing.PostQrCode;
import vn.phopay.http.issuing.PostQrCodeRevocation;
import vn.phopay.http.issuing.PostQrVerification;
import vn.phopay.http.payment.GetPayments;
import vn.phopay.http.payment.GetPaymentsCsv;
import vn.phopay.http.payment.PaymentQuery;
import vn.phopay.issuing.CancelPaymentRequest;
import vn.phopay.issuing.CodeSigner;
import vn.phopay.issuing.CreatePaymentRequest;
import vn.phopay.issuing.ExpireRequests;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.issuing.IssuedCodeStore;
import vn.phopay.issuing.IssuingParts;
import vn.phopay.issuing.PaymentRequestStore;
import vn.phopay.issuing.PublishKeyList;
import vn.phopay.issuing.ReadPaymentRequest;
import vn.phopay.issuing.ReferenceRegistry;
import vn.phopay.issuing.ReissueCode;
import vn.phopay.issuing.RenderCode;
import vn.phopay.issuing.RevocationStore;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.issuing.VerifyQr;
import vn.phopay.payment.PaymentReader;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.QrSigner;
import vn.phopay.qr.QrVerifier;
import vn.phopay.qr.SerialSource;

/** Wires what issues codes, verifies them, and asks for payments. */
final class AppIssuing {
    private static final int DRAWINGS_AT_ONCE = 2;
    private static final int DRAWINGS_WAITING_MAX = 64;

    private final AppParts parts;
    private final IssuingParts issuing;
    private final RevocationStore revocations = new RevocationStore();
    private final IssuingJson json;
    private final RenderCode render;

    AppIssuing(AppParts parts) {
        this.parts = parts;
        SecureRandom random = new SecureRandom();
        CodeSigner signer = new CodeSigner(
                new QrSigner(parts.config().qr().guid(), parts.keyRing()::signingKey),
                SerialSource.random(random), parts.clock());
        this.issuing = IssuingParts.of(
                parts.merchants().merchants(), new ReferenceRegistry(random), signer, parts.ids());
        this.json = new IssuingJson(publicUrl());
        this.render = new RenderCode(parts.vertx(),
                new RenderCode.Settings(DRAWINGS_AT_ONCE, DRAWINGS_WAITING_MAX, publicUrl()));
    }

    /** The verb that issues printed codes. */
    IssueQrCode issueQrCode() {
        return new IssueQrCode(issuing, parts.config().qr().staticLifetime());
    }

    /** What issuing works with, for pages that issue. */
    IssuingParts parts() {
        return issuing;
    }

    /** The verb that takes codes back. */
    RevokeQrCode revokeQrCode() {
        return new RevokeQrCode(issuing, revocations, parts.audit());
    }

    /** What draws codes and sheets, on the one set of workers that there is for it. */
    RenderCode render() {
        return render;
    }

    /** The verb that puts a code for the account in force in the place of one for an account given up. */
    ReissueCode reissueCode() {
        return new ReissueCode(issuing, issueQrCode(), revokeQrCode());
    }

    /** The verb that ends requests whose time is over. */
    ExpireRequests expireRequests() {
        return new ExpireRequests(new PaymentRequestStore(), parts.clock());
    }

    List<TransactionalEndpoint> transactional() {
        AuditLog audit = parts.audit();
        return List.of(
                new PostQrCode(issueQrCode(), json),
                new PostQrCodeRevocation(revokeQrCode(), json),
                new PostPaymentRequest(new CreatePaymentRequest(issuing), json, parts.config().payment()),
                new PostPaymentRequestCancellation(new CancelPaymentRequest(issuing, revocations, audit), json));
    }

    List<Endpoint> reads() {
        Pool pool = parts.pool();
        CodeImages images = new CodeImages(new IssuedCodeStore(), render, pool);
        PaymentQuery query = new PaymentQuery(parts.merchants().merchants(), parts.audit(), parts.clock());
        PaymentReader reader = new PaymentReader();
        PublishKeyList publish = new PublishKeyList(
                parts.keyRing()::keys, revocations, parts.config().qr().listValidity(), parts.clock());
        return List.of(
                new GetQrCodes(issuing, json, pool),
                new GetQrSvg(images),
                new GetQrPng(images),
                new GetQrPdf(images),
                new GetKeyList(publish, pool),
                new GetPaymentRequest(new ReadPaymentRequest(issuing.requests(), parts.clock()), json, pool),
                new GetPayments(query, reader, pool),
                new GetPaymentsCsv(query, reader, pool));
    }

    /** Public and unauthenticated, so its calls are counted per client. */
    Endpoint verification() {
        return new PostQrVerification(verifyQr(), parts.pool());
    }

    /** The verb that judges codes. */
    VerifyQr verifyQr() {
        QrVerifier verifier = new QrVerifier(
                parts.config().qr().guid(), () -> new KeyList(parts.keyRing().keys(), null, null, Set.of()));
        return new VerifyQr(verifier, new IssuedCodeStore(), parts.clock());
    }

    private URI publicUrl() {
        return parts.config().http().publicUrl();
    }
}
