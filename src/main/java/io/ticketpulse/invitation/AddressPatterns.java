package io.ticketpulse.invitation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses that are never written to; {@code *} stands for any characters. */
final class AddressPatterns {

    private final List<Pattern> patterns;

    AddressPatterns(List<String> patterns) {
        this.patterns = patterns.stream().map(AddressPatterns::compile).toList();
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(Arrays.stream(pattern.strip().toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean match(EmailAddress address) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(address.text()).matches());
    }
}
