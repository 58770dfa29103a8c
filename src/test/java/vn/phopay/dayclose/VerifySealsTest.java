package vn.phopay.dayclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.phopay.qr.KeyStatus;
import vn.phopay.qr.SigningKey;
import vn.phopay.qr.TrustedKey;

class VerifySealsTest {
    private final SealChain chain = new SealChain();

    @Test
    void verifyShouldFindNothingWrongWhenTheChainIsWhole() {
        List<SealVerdict> verdicts = verdicts(chain.seal(3));
        assertTrue(verdicts.stream().allMatch(SealVerdict::valid), verdicts.toString());
        assertEquals(List.of(SealVerdict.Follows.GENESIS, SealVerdict.Follows.PREVIOUS, SealVerdict.Follows.PREVIOUS),
                verdicts.stream().map(SealVerdict::follows).toList());
        assertEquals(SealChain.FIRST_DAY.plusDays(2), verdicts.getLast().businessDate());
    }

    @Test
    void verifyShouldNotBeValidWhenAnyBitOfALineIsFlipped() {
        byte[] line = chain.seal(1).getFirst().line().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < line.length * Byte.SIZE; bit++) {
            byte[] changed = line.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            SealVerdict verdict = chain.verifier().verify(new String(changed, StandardCharsets.UTF_8));
            assertFalse(verdict.valid(), "bit " + bit + " of " + new String(line, StandardCharsets.UTF_8));
        }
    }

    @Test
    void verifyShouldNotBeValidWhenAByteIsAddedOrTakenAway() {
        String line = chain.seal(1).getFirst().line();
        for (int i = 0; i <= line.length(); i++) {
            String head = line.substring(0, i);
            assertFalse(chain.verifier().verify(head + " " + line.substring(i)).valid(), "blank at " + i);
            if (i < line.length()) {
                assertFalse(chain.verifier().verify(head + line.substring(i + 1)).valid(), "cut at " + i);
            }
        }
    }

    @Test
    void verifyShouldNameAChangedDocumentAndTheLinkThatItBreaks() {
        List<Seal> seals = new ArrayList<>(chain.seal(3));
        Seal second = seals.get(1);
        seals.set(1, new Seal(second.document().replace("\"150000\"", "\"150001\""), second.hash(),
                second.signature()));
        assertEquals(Arrays.asList(null, SealFault.DOCUMENT_CHANGED, SealFault.BROKEN_CHAIN), faults(seals));
    }

    @Test
    void verifyShouldNameAWrongSignatureWhenTheHashWasMadeToFitTheChange() {
        Seal seal = chain.seal(1).getFirst();
        String document = seal.document().replace("\"150000\"", "\"150001\"");
        assertEquals(List.of(SealFault.WRONG_SIGNATURE),
                faults(List.of(new Seal(document, Seal.hashOf(document), seal.signature()))));
    }

    @Test
    void verifyShouldNameTheMissingDayWhenASealWasTakenOut() {
        List<Seal> seals = new ArrayList<>(chain.seal(4));
        seals.remove(1);
        assertEquals(Arrays.asList(null, SealFault.MISSING_DAY, null), faults(seals));
    }

    @Test
    void verifyShouldNameTheBrokenChainWhenASealDoesNotFollowTheOneBefore() {
        List<Seal> seals = chain.seal(1);
        Seal stranger = chain.next(chain.document(SealChain.FIRST_DAY.plusDays(1)).put("previous", "00".repeat(32)));
        assertEquals(Arrays.asList(null, SealFault.BROKEN_CHAIN), faults(List.of(seals.getFirst(), stranger)));
    }

    @Test
    void verifyShouldNameTheOrderWhenASealStandsTwiceOrBeforeItsPredecessor() {
        List<Seal> seals = chain.seal(3);
        assertEquals(Arrays.asList(null, SealFault.DAY_OUT_OF_ORDER),
                faults(List.of(seals.getFirst(), seals.getFirst())));
        List<SealVerdict> excerpt = verdicts(List.of(seals.get(1), seals.getFirst()), Optional.empty());
        assertEquals(SealFault.DAY_OUT_OF_ORDER, excerpt.get(1).fault());
    }

    @Test
    void verifyShouldSayWhatAnExcerptFollowsWhenItDoesNotBeginWithTheFirstDay() {
        List<Seal> seals = chain.seal(3);
        List<Seal> excerpt = seals.subList(1, 3);
        assertEquals(SealVerdict.Follows.NOT_SHOWN, verdicts(excerpt, Optional.empty()).getFirst().follows());
        assertEquals(SealFault.BROKEN_CHAIN, verdicts(excerpt, Optional.of(Seal.GENESIS)).getFirst().fault());
        SealVerdict anchored = verdicts(excerpt, Optional.of(seals.getFirst().hash())).getFirst();
        assertEquals(SealVerdict.Follows.PREVIOUS, anchored.follows());
        assertTrue(anchored.valid());
    }

    @Test
    void verifyShouldNameTheKeyWhenItIsUnknownCompromisedOrOutOfItsWindow() {
        String line = chain.seal(1).getFirst().line();
        TrustedKey key = chain.key().trusted();
        SigningKey other = chain.key(KeyStatus.ACTIVE, Instant.EPOCH, Instant.MAX);
        TrustedKey stolen = new TrustedKey(key.key(), key.signFrom(), key.signUntil(), KeyStatus.COMPROMISED);
        TrustedKey older = new TrustedKey(key.key(), Instant.EPOCH, Instant.EPOCH.plusSeconds(1), KeyStatus.RETIRED);
        TrustedKey retired = new TrustedKey(key.key(), key.signFrom(), key.signUntil(), KeyStatus.RETIRED);
        assertEquals(SealFault.UNKNOWN_KEY, fault(line, other.trusted()));
        assertEquals(SealFault.COMPROMISED_KEY, fault(line, stolen));
        assertEquals(SealFault.KEY_OUT_OF_WINDOW, fault(line, older));
        assertEquals(null, fault(line, retired));
    }

    @Test
    void verifyShouldGoOnAfterALineThatIsNoSeal() {
        List<Seal> seals = chain.seal(2);
        VerifySeals verifier = chain.verifier();
        assertTrue(verifier.verify(seals.getFirst().line()).valid());
        assertEquals(SealFault.MALFORMED, verifier.verify("rubbish").fault());
        assertEquals(SealFault.BROKEN_CHAIN, verifier.verify(seals.get(1).line()).fault());
    }

    @Test
    void verifyShouldNotTakeAnotherMemberBesideTheDocument() {
        String line = chain.seal(1).getFirst().line();
        String more = "{\"comment\":\"x\"," + line.substring(1);
        assertEquals(SealFault.MALFORMED, chain.verifier().verify(more).fault());
    }

    private SealFault fault(String line, TrustedKey key) {
        return new VerifySeals(chain.keyList(key), Optional.empty()).verify(line).fault();
    }

    private List<SealFault> faults(List<Seal> seals) {
        return verdicts(seals).stream().map(SealVerdict::fault).toList();
    }

    private List<SealVerdict> verdicts(List<Seal> seals) {
        return verdicts(seals, Optional.of(Seal.GENESIS));
    }

    private List<SealVerdict> verdicts(List<Seal> seals, Optional<String> after) {
        VerifySeals verifier = new VerifySeals(chain.keyList(chain.key().trusted()), after);
        return seals.stream().map(seal -> verifier.verify(seal.line())).toList();
    }
}
