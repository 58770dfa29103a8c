package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.Role;
import vn.phopay.http.EndpointSpec;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Every route of the running service, asked by everybody who may not call it. */
class StaffRolesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("staff_roles").keepingInvariants();

    private static final Map<Role, String> ROLE_TO_TOKEN = new EnumMap<>(Role.class);

    private static DeskCity city;
    private static List<EndpointSpec> routes;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
        for (Role role : List.of(Role.REGISTRAR, Role.ANALYST, Role.ADMIN)) {
            ROLE_TO_TOKEN.put(role, city.app.token(city.staff(role.name()).login(), DeskCity.PASSWORD));
        }
        ROLE_TO_TOKEN.put(Role.MERCHANT, PortalShop.open(city.app, city.clock).token());
        StaffBrowser screen = city.browser("ADMIN");
        screen.post("/nhan-su/man-hinh", "name", "Sảnh");
        ROLE_TO_TOKEN.put(Role.SCREEN, screen.cookie("phopay_session"));
        routes = city.app.app().routes().stream().filter(route -> !route.access().isPublic()).toList();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void whoeverMayNotShouldBeRefusedOnEveryRouteWhateverTheMethod() {
        List<String> faults = new ArrayList<>();
        for (EndpointSpec route : routes) {
            ROLE_TO_TOKEN.forEach((role, token) -> {
                if (!route.access().roles().contains(role)) {
                    int status = send(route, "authorization", "Bearer " + token).statusCode();
                    if (status != 403) {
                        faults.add(role + " " + told(route) + " " + status);
                    }
                }
            });
        }
        assertTrue(routes.size() > 150, "all routes are there: " + routes.size());
        assertEquals(List.of(), faults);
    }

    @Test
    void nobodyShouldBeLedToTheLogIn() {
        List<String> faults = new ArrayList<>();
        for (EndpointSpec route : routes) {
            HttpResponse<String> answer = send(route, "x-nobody", "1");
            boolean led = answer.statusCode() == 401 || answer.statusCode() == 303
                    && answer.headers().firstValue("location").orElse("").startsWith("/dang-nhap");
            if (!led) {
                faults.add(told(route) + " " + answer.statusCode());
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void cookieWithoutItsTokenShouldChangeNothing() {
        List<String> faults = new ArrayList<>();
        for (EndpointSpec route : routes) {
            Role role = route.access().roles().stream().filter(ROLE_TO_TOKEN::containsKey).findFirst().orElse(null);
            if (role != null && !route.method().name().equals("GET")) {
                int status = send(route, "cookie", "phopay_session=" + ROLE_TO_TOKEN.get(role)).statusCode();
                if (status != 403) {
                    faults.add(told(route) + " " + status);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void refusedPageShouldLeadBackToOnesOwn() {
        Map<Role, String> homes = Map.of(Role.MERCHANT, "/hom-nay", Role.REGISTRAR, "/thanh-pho",
                Role.ANALYST, "/thanh-pho", Role.SCREEN, "/man-hinh");
        homes.forEach((role, home) -> {
            String[] bearer = {"authorization", "Bearer " + ROLE_TO_TOKEN.get(role)};
            String page = city.app.sendBytes("GET", "/nhat-ky", new byte[0], bearer).body();
            assertTrue(page.contains("href=\"/ve-trang-chinh\""), page);
            assertEquals(home, StaffBrowser.location(
                    city.app.sendBytes("GET", "/ve-trang-chinh", new byte[0], bearer)), role.name());
        });
        assertEquals("/", StaffBrowser.location(city.app.sendBytes("GET", "/ve-trang-chinh", new byte[0])));
    }

    private static String told(EndpointSpec route) {
        return route.method() + " " + route.path();
    }

    private static HttpResponse<String> send(EndpointSpec route, String name, String value) {
        String path = route.path().replaceAll("\\{[^}]+}", "1");
        return city.app.sendBytes(route.method().name(), path, new byte[0], name, value,
                "content-type", "application/x-www-form-urlencoded");
    }
}
