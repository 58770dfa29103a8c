package vn.phopay.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.chaos.ChaosTown.Bank;
import vn.phopay.simulator.sender.Answer;
import vn.phopay.simulator.sender.Call;

/** Sends what banks tell to the service at one address; a connection that breaks is an answer that never came. */
final class BankClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private final URI base;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** Sends to {@code base}, and signs by {@code clock}. */
    BankClient(URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /** Tells one movement once, with a token first where the sender needs one. */
    Answer tell(Told told) {
        Bank bank = told.bank();
        Instant now = clock.instant();
        Optional<Call> token = bank.sender().fetchToken(now);
        if (token.isPresent()) {
            bank.sender().takeToken(send(bank, token.get()), now);
        }
        return send(bank, bank.sender().tell(List.of(told.movement()), now));
    }

    private Answer send(Bank bank, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        base.resolve("/api/v1/banks/" + bank.code() + call.path()))
                .timeout(TIMEOUT)
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(header -> request.header(header.name(), header.value()));
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), 0);
        } catch (IOException broken) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
