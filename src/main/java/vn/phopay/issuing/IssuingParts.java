package vn.phopay.issuing;

import vn.phopay.identity.IdSource;
import vn.phopay.merchant.MerchantStore;

/**
 * What issuing works with.
 *
 * @param merchants tells whose an outlet is and which account may be named
 * @param codes printed codes
 * @param requests payment requests
 * @param references gives out references
 * @param signer signs
 * @param ids names new things
 */
public record IssuingParts(
        MerchantStore merchants,
        QrCodeStore codes,
        PaymentRequestStore requests,
        ReferenceRegistry references,
        CodeSigner signer,
        IdSource ids) {

    /** Parts in the database. */
    public static IssuingParts of(
            MerchantStore merchants, ReferenceRegistry references, CodeSigner signer, IdSource ids) {
        return new IssuingParts(merchants, new QrCodeStore(), new PaymentRequestStore(), references, signer, ids);
    }
}
