package vn.phopay.registration;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was answered so far, as it was typed: right or wrong, because what is wrong is shown again. {@link CheckAnswers}
 * says what of it holds.
 */
public final class Answers {
    /** Nothing answered yet. */
    public static final Answers NONE = new Answers(Map.of());

    private final Map<Question, String> questionToText;

    private Answers(Map<Question, String> questionToText) {
        this.questionToText = Map.copyOf(questionToText);
    }

    /** The answers of one screen; {@code typed} gives what was typed for a key, empty where nothing was. */
    public static Answers of(Screen screen, Function<String, String> typed) {
        Map<Question, String> texts = new EnumMap<>(Question.class);
        screen.questions().forEach(question -> texts.put(question, cut(typed.apply(question.key()))));
        return new Answers(texts);
    }

    static Answers of(JsonObject json) {
        Map<Question, String> texts = new EnumMap<>(Question.class);
        json.fieldNames().forEach(key ->
                Question.parse(key).ifPresent(question -> texts.put(question, json.getString(key))));
        return new Answers(texts);
    }

    /** These answers, and where {@code newer} has one, that one. */
    public Answers with(Answers newer) {
        Map<Question, String> texts = new EnumMap<>(Question.class);
        texts.putAll(questionToText);
        texts.putAll(newer.questionToText);
        return new Answers(texts);
    }

    /** The answer to {@code question}, without blanks at its ends; empty where there is none. */
    public String get(Question question) {
        return questionToText.getOrDefault(question, "");
    }

    /** Whether nothing was answered to {@code question}. */
    public boolean isBlank(Question question) {
        return get(question).isEmpty();
    }

    /** Whether a box is ticked. */
    public boolean isTicked(Question question) {
        return get(question).equals(Question.YES);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        questionToText.forEach((question, text) -> json.put(question.key(), text));
        return json;
    }

    /** Ends what nobody types, and drops what no database keeps: U+0000 and halves of characters. */
    private static String cut(String typed) {
        StringBuilder kept = new StringBuilder();
        typed.strip().codePoints()
                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                .limit(Question.ANSWER_LENGTH_MAX)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Hides the answers: names, phone number and account stay out of logs. */
    @Override
    public String toString() {
        return "Answers" + questionToText.keySet();
    }
}
