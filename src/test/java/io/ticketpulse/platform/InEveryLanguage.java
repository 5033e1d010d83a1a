package io.ticketpulse.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that is run once in each language that is built in, given as a tag. */
@ParameterizedTest
@ValueSource(strings = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "ja", "zh", "ar"})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InEveryLanguage {
}
