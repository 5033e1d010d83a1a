package io.ticketpulse.response;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.ticketpulse.invitation.Scale;
import io.ticketpulse.invitation.Survey;

/**
 * A form as it was sent: everything may be missing or wrong.
 *
 * @param score   null if nothing was chosen
 * @param comment null if blank
 * @param drivers none twice
 * @param nonce   null if missing
 */
record SubmittedForm(String score, String comment, List<String> drivers, String nonce) {

    static final SubmittedForm EMPTY = new SubmittedForm(null, null, List.of(), null);

    private static final Pattern SCORE = Pattern.compile("[0-9]{1,2}");

    /** Reads {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.1) in UTF-8; empty if it is not. */
    static Optional<SubmittedForm> read(byte[] body) {
        Map<String, List<String>> fields;
        try {
            fields = Stream.of(new String(body, StandardCharsets.UTF_8).split("&")).map(pair -> pair.split("=", 2))
                    .collect(groupingBy(pair -> decode(pair[0]),
                            mapping(pair -> pair.length == 2 ? decode(pair[1]) : "", toList())));
        } catch (IllegalArgumentException brokenPercentEncoding) {
            return Optional.empty();
        }
        if (Stream.of("score", "comment", "nonce").anyMatch(name -> fields.getOrDefault(name, List.of()).size() > 1)) {
            return Optional.empty();
        }
        return Optional.of(new SubmittedForm(only(fields, "score"), tidied(only(fields, "comment")),
                fields.getOrDefault("driver", List.of()).stream().distinct().toList(), only(fields, "nonce")));
    }

    /** A score as it is written in a form or a link; empty if it is not on the scale. */
    static Optional<Integer> scoreOn(Scale scale, String written) {
        return Optional.ofNullable(written).filter(SCORE.asMatchPredicate()).map(Integer::valueOf)
                .filter(scale::contains);
    }

    /** What is wrong with the answer in this form, if anything. */
    Optional<Objection> objection(Survey survey) {
        if (score == null || score.isEmpty()) {
            return Optional.of(Objection.NO_SCORE);
        }
        if (scoreOn(survey.scale(), score).isEmpty()) {
            return Optional.of(Objection.NOT_ON_SCALE);
        }
        if (comment != null && comment.codePointCount(0, comment.length()) > Answer.LONGEST_COMMENT) {
            return Optional.of(Objection.COMMENT_TOO_LONG);
        }
        if (!survey.drivers().names().containsAll(drivers)) {
            return Optional.of(Objection.UNKNOWN_DRIVER);
        }
        return Optional.empty();
    }

    /**
     * The answer in this form.
     *
     * @throws java.util.NoSuchElementException if there is an {@link #objection}
     */
    Answer answer(Scale scale) {
        return new Answer(scale, scoreOn(scale, score).orElseThrow(), comment, drivers);
    }

    private static String only(Map<String, List<String>> fields, String name) {
        return fields.containsKey(name) ? fields.get(name).get(0) : null;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    /** Browsers end lines with carriage return and line feed, and send a text area that nobody touched as nothing. */
    private static String tidied(String comment) {
        String tidied = comment == null
                ? ""
                : comment.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        return tidied.chars().allMatch(SubmittedForm::isSpace) ? null : tidied;
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
