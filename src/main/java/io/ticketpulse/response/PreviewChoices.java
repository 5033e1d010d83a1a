package io.ticketpulse.response;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.ticketpulse.invitation.Survey;
import io.ticketpulse.invitation.Surveys;
import io.ticketpulse.platform.PageLook;
import io.ticketpulse.platform.Texts;
import io.ticketpulse.response.PreviewPage.Choice;
import io.ticketpulse.response.PreviewPage.Frame;
import io.ticketpulse.response.PreviewPage.Group;
import io.ticketpulse.response.PreviewPage.Link;
import io.ticketpulse.response.PreviewPage.Option;

/** Works out what can be chosen to look at, and what is looked at now: one state, one in all languages, all in one. */
@Singleton
class PreviewChoices {

    private static final String ALL = PreviewRequest.ALL;

    private final List<PreviewState> states;
    private final List<Survey> surveys;
    private final Texts texts;
    private final Clock clock;
    private final String sheet = PageLook.sheet("/preview.css");

    PreviewChoices(Previews previews, Surveys surveys, Texts texts, Clock clock) {
        this.states = previews.states();
        this.surveys = surveys.all();
        this.texts = texts;
        this.clock = clock;
    }

    PreviewPage page(PreviewRequest request) {
        Survey survey = surveys.stream().filter(known -> known.name().equals(request.survey)).findFirst()
                .orElse(surveys.get(0));
        Optional<PreviewState> state = states.stream().filter(known -> known.name().equals(request.state)).findFirst();
        String language = state.isPresent() && ALL.equals(request.language) ? ALL : language(request);
        return new PreviewPage(sheet, List.of(
                choice("survey", "Survey",
                        surveys.stream().map(known -> option(known.name(), known.name(), survey.name()))),
                new Choice("state", "Mail or page", groups(state.map(PreviewState::name).orElse(ALL))),
                choice("language", "Language",
                        Stream.concat(Stream.of(option(ALL, "All of one mail or page", language)),
                                texts.languages().stream().map(tag -> option(tag, inWords(tag), language)))),
                choice("width", "Width", Stream.of(PreviewRequest.PHONE, PreviewRequest.DESKTOP)
                        .map(width -> option(width, capital(width), request.width()))),
                choice("colours", "Colours", Stream.of(PreviewColours.values())
                        .map(colours -> option(colours.wireName(), colours.label(), request.colours().wireName())))),
                (state.isPresent() && !language.equals(ALL) ? "one " : "many ") + request.width(),
                frames(request, survey, state, language));
    }

    private List<Frame> frames(PreviewRequest request, Survey survey, Optional<PreviewState> state, String language) {
        if (state.isEmpty()) {
            return states.stream().map(shown -> frame(request, survey, shown, language, shown.title(), List.of(
                    new Link(shown.title(), request.page(survey.name(), language, shown.name()))))).toList();
        }
        String name = state.get().name();
        return language.equals(ALL)
                ? texts.languages().stream().map(tag -> frame(request, survey, state.get(), tag, inWords(tag), List.of(
                        new Link(inWords(tag), request.page(survey.name(), tag, name))))).toList()
                : List.of(frame(request, survey, state.get(), language, state.get().title(), List.of(
                        new Link("In all languages", request.page(survey.name(), ALL, name)),
                        new Link("All mails and pages", request.page(survey.name(), language, ALL)))));
    }

    private Frame frame(PreviewRequest request, Survey survey, PreviewState state, String language, String title,
            List<Link> links) {
        PreviewSample sample = new PreviewSample(texts.in(Locale.forLanguageTag(language)), survey, clock.instant());
        return new Frame(title, state.subject().apply(sample), language,
                request.frame(survey.name(), language, state.name()), links);
    }

    private List<Group> groups(String chosen) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>(List.of(option(ALL, "All in one language", chosen))));
        states.forEach(state -> groups.computeIfAbsent(state.group(), another -> new ArrayList<>())
                .add(option(state.name(), state.label(), chosen)));
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    private static Choice choice(String name, String label, Stream<Option> options) {
        return new Choice(name, label, List.of(new Group("", options.toList())));
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }

    private String language(PreviewRequest request) {
        return texts.languages().stream().filter(tag -> tag.equals(request.language)).findFirst()
                .orElse(texts.in(null).language());
    }

    private static String inWords(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String english = locale.getDisplayName(Locale.ENGLISH);
        String own = locale.getDisplayName(locale);
        return own.equalsIgnoreCase(english) ? english : english + " · " + own;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
