package io.ticketpulse.response;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A walk that is gone from left to right and from right to left, by a browser that runs scripts and by one that does not. */
@ParameterizedTest
@CsvSource({"en,false", "en,true", "ar,false", "ar,true"})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface EveryWay {
}
