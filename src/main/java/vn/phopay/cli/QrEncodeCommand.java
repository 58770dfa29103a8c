package vn.phopay.cli;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import vn.phopay.qr.QrInputException;
import vn.phopay.qr.QrPayload;
import vn.phopay.qr.QrPayloadBuilder;
import vn.phopay.qr.QrService;

/** {@code qr encode}: one JSON object a line to one payload a line. */
@Command(name = "encode", mixinStandardHelpOptions = true,
    description = {"Reads one JSON object a line from standard input: bin, account, and if wanted service, amount, "
        + "memo, name, city, mcc. Answers each with {payload} or {error}.",
        "Names and memos are folded to ASCII and cut to their field; an amount makes a code for one payment "
            + "(01 = 12)."},
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
final class QrEncodeCommand implements Callable<Integer> {
    private static final Set<String> FIELDS =
        Set.of("bin", "account", "service", "amount", "memo", "name", "city", "mcc");

    private final Console console;

    QrEncodeCommand() {
        this(Console.system());
    }

    QrEncodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return LineJob.run(console, QrEncodeCommand::answer);
    }

    private static JsonObject answer(String line) {
        try {
            return new JsonObject().put("payload", payload(new JsonObject(line)).encode());
        } catch (QrInputException e) {
            return error("BAD_INPUT", String.valueOf(e.getMessage()));
        } catch (DecodeException | ClassCastException e) {
            return error("BAD_JSON", "the line is not one JSON object");
        }
    }

    private static JsonObject error(String code, String detail) {
        return new JsonObject().put("error", new JsonObject().put("code", code).put("detail", detail));
    }

    private static QrPayload payload(JsonObject input) {
        for (String name : input.fieldNames()) {
            if (!FIELDS.contains(name)) {
                throw new QrInputException(name + ": unknown field");
            }
        }
        QrPayloadBuilder builder = QrPayload.to(required(input, "bin"), required(input, "account"));
        ifPresent(text(input, "service"), value -> builder.service(service(value)));
        ifPresent(text(input, "memo"), builder::memo);
        ifPresent(text(input, "name"), builder::merchantName);
        ifPresent(text(input, "city"), builder::city);
        ifPresent(text(input, "mcc"), builder::categoryCode);
        Object amount = input.getValue("amount");
        if (amount != null) {
            builder.amountVnd(wholeNumber(amount));
        }
        return builder.build();
    }

    private static String required(JsonObject input, String name) {
        String value = text(input, name);
        if (value == null) {
            throw new QrInputException(name + ": missing");
        }
        return value;
    }

    /** Never from a number: an account with a leading zero would have lost it already. */
    private static @Nullable String text(JsonObject input, String name) {
        Object value = input.getValue(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw new QrInputException(name + ": a string");
    }

    private static void ifPresent(@Nullable String value, Consumer<String> use) {
        if (value != null) {
            use.accept(value);
        }
    }

    private static QrService service(String name) {
        try {
            return QrService.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new QrInputException("service: QRIBFTTA or QRIBFTTC");
        }
    }

    private static long wholeNumber(Object amount) {
        if (amount instanceof Integer || amount instanceof Long) {
            return ((Number) amount).longValue();
        }
        throw new QrInputException("amount: a whole number of đồng");
    }
}
