package vn.phopay.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import vn.phopay.qr.DecodedQr;
import vn.phopay.qr.QrDecoder;
import vn.phopay.qr.QrFault;
import vn.phopay.qr.QrWarning;
import vn.phopay.qr.VietQr;

/** {@code qr decode}: one payload a line to one JSON object a line. */
@Command(name = "decode", mixinStandardHelpOptions = true,
    description = {"Reads one payload a line from standard input and answers each with a JSON object: verdict (OK, "
        + "WARNING, NOT_VIETQR, ERROR), error {code, position, detail}, warnings, fields, vietqr.",
        "Positions count characters from 1."},
    exitCodeListHeading = ExitCode.HEADING,
    exitCodeList = {ExitCode.DONE_TEXT, ExitCode.FAILED_TEXT, ExitCode.WRONG_USE_TEXT})
final class QrDecodeCommand implements Callable<Integer> {
    private final Console console;

    QrDecodeCommand() {
        this(Console.system());
    }

    QrDecodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return LineJob.run(console, line -> answer(QrDecoder.decode(line)));
    }

    private static JsonObject answer(DecodedQr decoded) {
        JsonObject answer = new JsonObject().put("verdict", decoded.verdict().name());
        if (decoded instanceof DecodedQr.Refused refused) {
            answer.put("error", error(refused.fault()));
        }
        JsonArray warnings = new JsonArray();
        decoded.warnings().stream().map(QrWarning::toString).forEach(warnings::add);
        JsonObject fields = new JsonObject();
        decoded.fields().forEach(fields::put);
        answer.put("warnings", warnings).put("fields", fields);
        if (decoded instanceof DecodedQr.Payable payable) {
            answer.put("vietqr", vietQr(payable.vietQr()));
        }
        return answer;
    }

    private static JsonObject error(QrFault fault) {
        return new JsonObject().put("code", fault.code().name()).put("position", fault.position())
            .put("detail", fault.detail());
    }

    private static JsonObject vietQr(VietQr vietQr) {
        JsonObject json = new JsonObject()
            .put("initiation", vietQr.initiation())
            .put("bin", vietQr.bin())
            .put("account", vietQr.account());
        if (vietQr.service() != null) {
            json.put("service", vietQr.service());
        }
        if (vietQr.amountVnd() != null) {
            json.put("amount", vietQr.amountVnd());
        }
        if (vietQr.memo() != null) {
            json.put("memo", vietQr.memo());
        }
        return json;
    }
}
