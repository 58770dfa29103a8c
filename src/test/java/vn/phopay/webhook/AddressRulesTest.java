package vn.phopay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each block just inside and just outside. */
class AddressRulesTest {
    private static final AddressRules RULES = new AddressRules(false);
    private static final AddressRules DEMO = new AddressRules(true);

    @ParameterizedTest
    @ValueSource(strings = {
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
        "127.255.255.255", "169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.0.2.1",
        "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.0", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
        "fe80::1", "febf::1", "fc00::1", "fdff::1", "fec0::1", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::",
        "3fff::1", "4000::1", "1fff::1"})
    void allowShouldRefuseAnAddressThatIsNotOfThePublicInternet(String address) {
        assertFalse(RULES.allow(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
        "2000::1", "2001:200::1", "2001:db7::1", "2001:db9::1", "2003::1", "2606:4700::1111", "3ffe::1"})
    void allowShouldTakeAnAddressOfThePublicInternet(String address) {
        assertTrue(RULES.allow(InetAddress.ofLiteral(address)));
    }

    @Test
    void allowShouldTakeLoopbackAndNothingElseWhenTheSettingSaysSo() {
        assertTrue(DEMO.allow(InetAddress.ofLiteral("127.0.0.1")));
        assertTrue(DEMO.allow(InetAddress.ofLiteral("::1")));
        assertFalse(DEMO.allow(InetAddress.ofLiteral("10.0.0.1")));
        assertFalse(DEMO.allow(InetAddress.ofLiteral("169.254.169.254")));
        assertFalse(DEMO.allow(InetAddress.ofLiteral("::")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
        "http://127.0.0.01/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1%25eth0]/",
        "http://localhost/", "http://LOCALHOST/", "http://a.localhost/", "http://10.0.0.1/", "http://x.1/",
        "http://1.2.3.4.5/", "http://1.2.3/", "http://1.2.3.256/", "http://1.2.3.4./", "http://a.0x1/",
        "ftp://shop.example/", "file:///etc/passwd", "javascript:alert(1)", "http:/shop.example/", "//shop.example/",
        "http://user@shop.example/", "http://user:pass@shop.example/", "http://shop.example/#part",
        "http://shop.example:0/", "http://shop.example:65536/", "http:///path", "http://sh op.example/",
        "http://shop.example/a\r\nx: y", "", "http://-shop.example/", "http://shop_1.example/"})
    void urlShouldBeRefusedWhenItIsNoPublicServer(String url) {
        assertTrue(WebhookUrl.parse(url, RULES).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://shop.example/", "http://shop.example", "https://shop.example:8443/hook?a=b%20c",
        "HTTPS://Shop.Example/x",
        "http://93.184.216.34/", "http://[2606:4700::1111]/", "https://xn--ph-bnz.example/", "https://shop1.example/",
        "https://pho24.vn/"})
    void urlShouldBeTakenWhenItIsOfAPublicServer(String url) {
        assertTrue(WebhookUrl.parse(url, RULES).isPresent());
    }

    @Test
    void urlShouldBeOfAtMost2048Characters() {
        String url = "https://shop.example/" + "x".repeat(2_048 - "https://shop.example/".length());
        assertTrue(WebhookUrl.parse(url, RULES).isPresent());
        assertTrue(WebhookUrl.parse(url + "x", RULES).isEmpty());
    }

    @Test
    void urlShouldTellHostPortAndTarget() {
        WebhookUrl plain = WebhookUrl.parse("http://Shop.example?a=1", RULES).orElseThrow();
        assertEquals("shop.example", plain.host());
        assertEquals(80, plain.port());
        assertEquals("/?a=1", plain.requestTarget());
        WebhookUrl tls = WebhookUrl.parse("https://[2606:4700::1111]/x", RULES).orElseThrow();
        assertEquals("2606:4700::1111", tls.host());
        assertEquals(443, tls.port());
    }
}
